package huibao.lineage;

import huibao.json.Inline;
import huibao.model.Attainment;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.TargetCode;
import java.util.List;
import java.util.Optional;

/**
 * An item's figure for one area, and the targets it serves.
 *
 * @param subject the item
 * @param issue which issue of the bulletin
 * @param targets the targets it serves
 * @param beneath its figure
 */
public record ItemLineage(
        @Inline Subject.OfItem subject,
        @Inline Issue issue,
        List<Served> targets,
        @Inline Beneath beneath) implements Lineage {

    /**
     * A target an item serves.
     *
     * @param target the target's code
     * @param nameZh its Chinese name
     * @param nameEn its English name
     * @param measure how the item enters
     * @param attainment the verdict; empty if the area does not answer for the target
     */
    public record Served(
            TargetCode target, String nameZh, String nameEn, Measure measure, Optional<Attainment> attainment) {

        Served(Target target, Optional<Attainment> attainment) {
            this(target.code(), target.nameZh(), target.nameEn(), target.measure(), attainment);
        }
    }
}
