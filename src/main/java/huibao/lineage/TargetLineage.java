package huibao.lineage;

import huibao.json.Inline;
import huibao.model.Attainment;
import java.util.List;
import java.util.Optional;

/**
 * A target's figure for one area with everything it follows from.
 *
 * @param subject the target
 * @param issue which issue of the bulletin
 * @param attainment the verdict; empty if the area does not answer for the target
 * @param revisions what the newest edition changed of the target and of what lies beneath it
 * @param beneath its items
 */
public record TargetLineage(
        @Inline Subject.OfTarget subject,
        @Inline Issue issue,
        Optional<Attainment> attainment,
        List<Change> revisions,
        @Inline Beneath beneath)
        implements Lineage {}
