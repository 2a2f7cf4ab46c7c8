package huibao.store;

import huibao.model.Period;
import huibao.model.UnitCode;
import java.time.Instant;
import java.util.List;

/**
 * A run as it starts: all that is needed to do it again.
 *
 * @param runId identifies it; a run continued after a crash keeps its id
 * @param period the period it is for
 * @param units the units it is restricted to; empty for all
 * @param startedAt its stated time
 * @param sequence tells runs with the same period, units and time apart, from 1
 * @param catalogueHash the catalogue it judges under
 * @param programVersion the program that does it; empty if it was too old to say
 */
public record RunRecord(
        String runId,
        Period period,
        List<UnitCode> units,
        Instant startedAt,
        int sequence,
        String catalogueHash,
        String programVersion) {

    public RunRecord {
        units = List.copyOf(units);
    }

    /** Where a run stands. */
    public enum State {
        /** Going on, or dead: the next run continues it. */
        RUNNING,
        COMPLETED,
        /** Stopped by something an operator has to mend: the next run continues it. */
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
