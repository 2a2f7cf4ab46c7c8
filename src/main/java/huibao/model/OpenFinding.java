package huibao.model;

/**
 * A finding that somebody still has to look at, in the order of what hangs on it.
 *
 * @param rank 1 for the one to look at first
 * @param sourced the finding with its submission
 * @param findingNo its place among the findings of the submission, from 1
 * @param impact what hangs on it now, which may differ from what hung on it when it was judged
 */
public record OpenFinding(int rank, SourcedFinding sourced, int findingNo, Impact impact) {}
