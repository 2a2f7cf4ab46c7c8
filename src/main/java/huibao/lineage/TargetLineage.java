package huibao.lineage;

import huibao.model.Attainment;
import huibao.model.Revision;
import huibao.model.Target;
import java.util.List;
import java.util.Optional;

/**
 * A target's figure for one area with everything it follows from.
 *
 * @param issue which issue of the bulletin
 * @param target the target
 * @param attainment the verdict; empty if the area does not answer for the target
 * @param revisions what the newest edition changed of the target and of what lies beneath it
 * @param beneath its items
 */
public record TargetLineage(
        Issue issue, Target target, Optional<Attainment> attainment, List<Revision> revisions, Beneath beneath)
        implements Lineage {

    public TargetLineage {
        revisions = List.copyOf(revisions);
    }
}
