package huibao.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who has reported for a period (报送情况), one line per unit.
 *
 * @param unit the unit
 * @param state state of its newest submission; empty if it sent none
 * @param acceptedVersion version whose figures stand; empty if none
 * @param firstReceivedAt when its first submission for the period arrived
 * @param latestReceivedAt when its newest arrived
 * @param due the deadline; empty if none is set
 * @param onTime whether its first submission arrived by the deadline; false if none arrived
 * @param submissions how many it sent
 * @param returns how many of them were returned
 * @param firstPass whether its first version was accepted
 * @param timeliness when it reported, against deadline and reminder
 * @param completeness how much of its form it filled in
 */
public record UnitReporting(
        UnitCode unit,
        Optional<SubmissionState> state,
        OptionalInt acceptedVersion,
        Optional<Instant> firstReceivedAt,
        Optional<Instant> latestReceivedAt,
        Optional<Instant> due,
        boolean onTime,
        int submissions,
        int returns,
        boolean firstPass,
        Timeliness timeliness,
        Completeness completeness) {}
