package huibao.pipeline;

import huibao.intake.Collected.Left;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Measures how long the steps of a run take, and passes on what it is told. */
final class Stopwatch implements Progress {

    private final Progress told;
    private final LongSupplier nanos;
    private final Map<Step, Long> steps = new EnumMap<>(Step.class);
    private final long begun;
    private long stepBegun;
    private Step running = Step.COLLECT;
    private int left;

    /** @param nanos a clock that only ever goes on */
    Stopwatch(Progress told, LongSupplier nanos) {
        this.told = told;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.stepBegun = begun;
    }

    /** Nanoseconds each step took so far; a step that was not begun is not there. */
    Map<Step, Long> steps() {
        return Collections.unmodifiableMap(steps);
    }

    /** Nanoseconds since it was started. */
    long total() {
        return nanos.getAsLong() - begun;
    }

    /** How many files were left in the inbox. */
    int leftInInbox() {
        return left;
    }

    /** The step going on has come to its end. */
    void stop() {
        steps.computeIfPresent(running, (step, so) -> so + nanos.getAsLong() - stepBegun);
        stepBegun = nanos.getAsLong();
    }

    @Override
    public void started(String runId, Beginning beginning) {
        told.started(runId, beginning);
    }

    @Override
    public void step(Step step) {
        stop();
        running = step;
        steps.putIfAbsent(step, 0L);
        told.step(step);
    }

    @Override
    public void decided(SubmissionRecord submission, int findings) {
        told.decided(submission, findings);
    }

    @Override
    public void duplicate(String fileName, String ofSubmissionId) {
        told.duplicate(fileName, ofSubmissionId);
    }

    @Override
    public void left(Left file) {
        left++;
        told.left(file);
    }

    @Override
    public void broughtToItsEnd(RunResult dead) {
        told.broughtToItsEnd(dead);
    }

    @Override
    public void stands(UnitCode unit, Period period) {
        told.stands(unit, period);
    }
}
