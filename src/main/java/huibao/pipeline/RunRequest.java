package huibao.pipeline;

import huibao.model.Period;
import huibao.model.UnitCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param period the period to publish; empty for the last one that is over at the stated time
 * @param districts units to read and judge again; empty for everything new
 * @param now the stated time; empty for the clock's
 */
public record RunRequest(Optional<Period> period, List<UnitCode> districts, Optional<Instant> now) {

    public RunRequest {
        districts = List.copyOf(districts);
    }
}
