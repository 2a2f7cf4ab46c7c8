package huibao.pipeline;

import huibao.intake.Collected.Left;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run did.
 *
 * @param runId its name
 * @param outcome how it ended
 * @param period the period published
 * @param decided the submissions it decided on, in receipt order
 * @param left what stays in the inbox
 * @param published every period whose outputs were refreshed
 * @param deliveries what came of delivering notices
 * @param brokenRules rules that could not run, and why; the others ran
 * @param continued the dead run that was brought to its end before this one began; nobody was told how it ended
 */
public record RunResult(
        String runId,
        Outcome outcome,
        Period period,
        List<SubmissionRecord> decided,
        List<Left> left,
        List<Period> published,
        Deliveries deliveries,
        SortedMap<String, String> brokenRules,
        Optional<RunResult> continued) {

    public RunResult {
        decided = List.copyOf(decided);
        left = List.copyOf(left);
        published = List.copyOf(published);
        brokenRules = Collections.unmodifiableSortedMap(new TreeMap<>(brokenRules));
    }

    /** The same, once it was tried to deliver its notices. */
    RunResult delivered(Deliveries tried) {
        return new RunResult(runId, outcome, period, decided, left, published, tried, brokenRules, continued);
    }

    /** The same, after a dead run that was continued first. */
    RunResult after(RunResult dead) {
        return new RunResult(
                runId, outcome, period, decided, left, published, deliveries, brokenRules, Optional.of(dead));
    }

    /** What was done in all, in order: the continued run, then this one. */
    public List<RunResult> runs() {
        return Stream.concat(continued.stream(), Stream.of(this)).toList();
    }

    /** That of the program: what one of the runs leaves to a person is left to one. */
    public int exitCode() {
        return runs().stream().mapToInt(run -> run.outcome().exitCode()).max().orElse(Outcome.DONE.exitCode());
    }

    /** How a run ended, and its exit code. */
    public enum Outcome {
        /** Done, nothing needs a person. */
        DONE(0),
        /** Done; some submissions were returned or rejected. */
        DONE_WITH_RETURNS(3);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }
}
