package huibao.pipeline;

import huibao.model.Period;
import java.nio.file.Path;

/**
 * The folders of one job.
 *
 * @param job the job folder
 * @param inbox where workbooks are dropped
 * @param archive where every one of them is kept
 * @param output what the bureau reads: {@code output/<job>}
 * @param siblings where the outputs of other jobs lie
 */
public record JobFolders(Path job, Path inbox, Path archive, Path output, Path siblings) {

    /** The folders of a job published beside others. */
    public JobFolders(Path job, Path inbox, Path archive, Path output) {
        this(job, inbox, archive, output, output.resolveSibling(""));
    }

    /** The registry and published database. */
    public Path database() {
        return output.resolve("huibao.db");
    }

    /** The registry of another job published beside this one. */
    public Path databaseOf(String otherJob) {
        return siblings.resolve(otherJob).resolve("huibao.db");
    }

    /** Spring Batch's own tables; nothing but restarts depends on them. */
    public Path batchDatabase() {
        return working().resolve("batch.db");
    }

    /** What only the tool itself reads. */
    public Path working() {
        return output.resolve(".huibao");
    }

    /** The Parquet dataset. */
    public Path parquet() {
        return output.resolve("parquet");
    }

    /** What is published for one period. */
    public Path period(Period period) {
        return output.resolve(period.toString());
    }

    /** The summary workbook of a period. */
    public Path summary(Period period) {
        return period(period).resolve("汇总表-" + period + ".xlsx");
    }

    /** Where the period's workbooks go back to their senders. */
    public Path returns(Period period) {
        return period(period).resolve("退回");
    }

    /** Where blank forms are made. */
    public Path forms(Period period) {
        return period(period).resolve("填报表");
    }

    /** What was published for a period; there only if all of it is. */
    public Path manifest(Period period) {
        return period(period).resolve("manifest.json");
    }

    /** What people are told of a period. */
    public Path notices(Period period) {
        return output.resolve("notices").resolve(period.toString());
    }

    /** Measures of the last run, for a collector; no part of what is published. */
    public Path metrics() {
        return output.resolve("metrics.prom");
    }

    /** Run records. */
    public Path runs() {
        return output.resolve("runs");
    }

    /** What was published on earlier days, rebuilt. */
    public Path past() {
        return output.resolve("as-of");
    }
}
