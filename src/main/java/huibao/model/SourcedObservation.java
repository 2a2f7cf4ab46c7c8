package huibao.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An observation with the submission it stands in: a row of the long table (底表).
 *
 * @param submission the submission
 * @param observation the row as read
 * @param status SDMX status
 * @param recordedFrom since when it stands
 * @param recordedTo until when it stood; empty while it stands
 */
public record SourcedObservation(
        SubmissionRecord submission,
        Observation observation,
        ObsStatus status,
        Instant recordedFrom,
        Optional<Instant> recordedTo) {}
