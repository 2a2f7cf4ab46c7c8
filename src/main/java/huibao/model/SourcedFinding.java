package huibao.model;

/**
 * A finding with the submission it is about.
 *
 * @param submission the submission
 * @param finding the finding
 */
public record SourcedFinding(SubmissionRecord submission, Finding finding) {}
