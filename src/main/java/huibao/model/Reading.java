package huibao.model;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file.
 *
 * @param file the file
 * @param submission the workbook as read; empty if it cannot be taken as this job's form
 * @param findings what reading had to say; if there is no submission, at least one that rejects
 */
public record Reading(SourceFile file, Optional<Submission> submission, List<Finding> findings) {

    public Reading {
        findings = List.copyOf(findings);
        if (submission.isEmpty() && findings.stream().noneMatch(f -> f.kind().rejects())) {
            throw new IllegalArgumentException(file.name() + ": a rejected file needs a finding that rejects it");
        }
    }
}
