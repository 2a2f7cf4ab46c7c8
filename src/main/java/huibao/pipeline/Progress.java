package huibao.pipeline;

import huibao.intake.Collected.Left;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;

/** Told what happens while a run goes on; what it does with that is the command line's affair. */
public interface Progress {

    /** Nobody is told. */
    Progress NOBODY = new Progress() {
        @Override
        public void started(String runId, Beginning beginning) {}

        @Override
        public void step(Step step) {}

        @Override
        public void decided(SubmissionRecord submission, int findings) {}

        @Override
        public void duplicate(String fileName, String ofSubmissionId) {}

        @Override
        public void left(Left left) {}

        @Override
        public void stands(UnitCode unit, Period period) {}
    };

    /** A run begins or is continued. */
    void started(String runId, Beginning beginning);

    /** A step begins. */
    void step(Step step);

    /** A workbook has been decided on. */
    void decided(SubmissionRecord submission, int findings);

    /** The same bytes as an earlier file. */
    void duplicate(String fileName, String ofSubmissionId);

    /** Something stays in the inbox. */
    void left(Left left);

    /** What a unit sent stays as it was judged: retention deleted a file of it. */
    void stands(UnitCode unit, Period period);

    /** A dead run was continued to its end, and another run follows. */
    default void broughtToItsEnd(RunResult dead) {}

    /** Whether a run is new. */
    enum Beginning {
        NEW,
        CONTINUED,
        /** A run of the past, done again elsewhere. */
        REPLAYED
    }

    /** The steps of a run, in order. */
    enum Step {
        COLLECT,
        REJUDGE,
        JUDGE,
        DATABASE,
        DATASET,
        RETURNS,
        SUMMARY,
        NOTICES,
        MANIFEST
    }
}
