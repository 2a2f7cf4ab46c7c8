package huibao.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A submission as the registry knows it.
 *
 * @param submissionId stable and readable: "330212-2023-06-v2"; "rejected-" and a receipt number for
 *     a file that could not be taken as a form
 * @param receipt number of its receipt in the archive, from 1
 * @param unit the unit, if recognised
 * @param period the period, if recognised
 * @param form 表号 of the job's form, if recognised
 * @param version 1, 2, … within unit, form and period; 0 if rejected
 * @param state where it stands
 * @param reason why it stands there: code of the finding that decided, CLEAN, or the id that superseded it
 * @param file the file
 * @param receivedAt when it was archived
 * @param arrivedAt when it came into the inbox as far as the system tells: what lateness is measured by; not after
 *     {@code receivedAt}
 * @param decidedAt when it was judged
 * @param catalogueHash the catalogue it was judged under
 * @param synthetic whether the form says its figures are synthetic
 */
public record SubmissionRecord(
        String submissionId,
        long receipt,
        Optional<UnitCode> unit,
        Optional<Period> period,
        Optional<String> form,
        int version,
        SubmissionState state,
        String reason,
        SourceFile file,
        Instant receivedAt,
        Instant arrivedAt,
        Instant decidedAt,
        String catalogueHash,
        boolean synthetic) {}
