package huibao.store;

import huibao.model.Period;
import huibao.model.UnitCode;
import java.time.Instant;
import java.util.List;

/**
 * A run as it starts.
 *
 * @param runId identifies it; a run continued after a crash keeps its id
 * @param period the period it is for
 * @param units the units it is restricted to; empty for all
 * @param startedAt its stated time
 * @param catalogueHash the catalogue it judges under
 */
public record RunRecord(String runId, Period period, List<UnitCode> units, Instant startedAt, String catalogueHash) {

    public RunRecord {
        units = List.copyOf(units);
    }

    /** Where a run stands. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /**
     * What a run did with the files it took.
     *
     * @param accepted files accepted
     * @param returned files returned
     * @param rejected files rejected
     * @param duplicates files that were known already
     */
    public record Counts(int accepted, int returned, int rejected, int duplicates) {}
}
