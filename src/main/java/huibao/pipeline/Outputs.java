package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.pipeline.Progress.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that is published of a period as files, in the order of the manifest. */
public final class Outputs {

    /** The steps in which they are written, one after the other. */
    static final List<Step> STEPS = List.of(Step.DATASET, Step.RETURNS, Step.SUMMARY, Step.NOTICES);

    private final List<Output> all;

    private Outputs(
            Catalogue catalogue,
            JobFolders folders,
            Function<Period, List<Reminder>> reminders,
            Optional<ReturnedFiles.Sent> sent) {
        Messages messages = Messages.in(catalogue.settings().language());
        this.all = List.of(
                new SummaryFile(catalogue, folders, messages),
                new ReturnedFiles(catalogue, folders, messages, sent),
                new NoticeFiles(catalogue, folders, messages, reminders),
                new DatasetFiles(catalogue, folders));
    }

    /**
     * As a run writes them.
     *
     * @param reminders those a period's bulletin knows of
     */
    static Outputs of(RunContext context, RunParameters run, Function<Period, List<Reminder>> reminders) {
        return new Outputs(
                context.catalogue(),
                context.folders(),
                reminders,
                Optional.of(new ReturnedFiles.Sent(context.archive(), context.registry(), run.now())));
    }

    /**
     * As they are looked at, and those that bulletins alone make made again.
     *
     * @param reminders those a period's bulletin knows of
     */
    public static Outputs in(JobFolders folders, Catalogue catalogue, Function<Period, List<Reminder>> reminders) {
        return new Outputs(catalogue, folders, reminders, Optional.empty());
    }

    /** Writes those of a step. */
    void publish(Step step, Bulletin bulletin) throws IOException {
        for (Output output : all) {
            if (output.step() == step) {
                output.publish(bulletin);
            }
        }
    }

    /** Writes those that are not made again. */
    void publishOnce(Bulletin bulletin) throws IOException {
        for (Output output : all) {
            if (!output.isMadeAgain()) {
                output.publish(bulletin);
            }
        }
    }

    /**
     * Writes those that a bulletin alone makes.
     *
     * @return their files
     */
    public List<Path> publishAgain(Bulletin bulletin) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Output output : all) {
            if (output.isMadeAgain()) {
                output.publish(bulletin);
                files.addAll(output.files(bulletin.period()));
            }
        }
        return files;
    }

    /** Their files of a period. */
    List<Path> files(Period period) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Output output : all) {
            files.addAll(output.files(period));
        }
        return files;
    }

    /** Those of their files of a period that are not made again. */
    public List<Path> onlyOnce(Period period) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Output output : all) {
            if (!output.isMadeAgain()) {
                files.addAll(output.files(period));
            }
        }
        return files;
    }

    /** Everything that lies where their files of a period are, of whatever kind. */
    public List<Path> found(Period period) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Output output : all) {
            found.addAll(output.found(period));
        }
        return found;
    }
}
