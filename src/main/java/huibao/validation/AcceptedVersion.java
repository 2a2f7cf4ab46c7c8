package huibao.validation;

import huibao.model.Submission;
import java.time.Instant;

/**
 * A version of a unit's form for a period that stood when another version came.
 *
 * @param submissionId the registry's id, "330212-2023-06-v1"
 * @param receivedAt when it was archived
 * @param form as it was read
 */
public record AcceptedVersion(String submissionId, Instant receivedAt, Submission form) {}
