package huibao.validation;

import huibao.model.Finding;
import huibao.model.Impact;

/** What hangs on findings: whoever knows the other units' figures can say. */
@FunctionalInterface
public interface ImpactSource {

    /** What hangs on a finding of the form being judged. */
    Impact of(Finding finding);

    /** Nothing is known of other units. */
    static ImpactSource unknown() {
        return finding -> Impact.NONE;
    }
}
