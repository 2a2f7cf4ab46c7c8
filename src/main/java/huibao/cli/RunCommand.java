package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.RunLabel;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Progress;
import huibao.pipeline.ReportingRun;
import huibao.pipeline.RunRequest;
import huibao.pipeline.RunResult;
import huibao.recovery.PastBulletin;
import huibao.recovery.PastBulletins;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The nightly run. */
@Command(name = "run")
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private StatedTime now = new StatedTime();

    @Mixin
    private LogOptions logOptions = new LogOptions();

    @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period")
    private @Nullable String period;

    @Option(names = "--district", paramLabel = "CODE|NAME", descriptionKey = "option.district")
    private List<String> districts = List.of();

    @Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "option.as_of")
    private @Nullable String asOf;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        RunEvents events = options.events(catalogue);
        JobFolders folders = options.folders(catalogue);
        Optional<Instant> past = Optional.ofNullable(asOf).map(text -> options.time("--as-of", text, catalogue));
        if (past.isPresent()) {
            return rebuild(past.get(), catalogue, events, folders);
        }
        if (!Files.isDirectory(folders.inbox())) {
            throw options.usage(catalogue, "run.no_inbox", "folder", folders.inbox());
        }
        Optional<Period> wanted = Optional.ofNullable(period).map(text -> options.period(text, catalogue));
        List<UnitCode> units = districts.stream()
                .map(text -> options.unit(text, catalogue).code())
                .distinct()
                .toList();
        EventLog out = logOptions.out(catalogue);
        Progress told = new ConsoleProgress(out, events, dead -> events.close(out, dead, folders));
        Optional<RunResult> result = new ReportingRun(catalogue, folders, Clock.systemUTC(), told)
                .run(new RunRequest(wanted, units, now.find(options, catalogue)));
        if (result.isEmpty()) {
            logOptions.err(catalogue).say(events.locked(folders));
            return ExitCodes.LOCKED;
        }
        events.close(out, result.get(), folders);
        return result.get().exitCode();
    }

    /** That day's bulletin once more; what is published now is not touched. */
    private int rebuild(Instant at, Catalogue catalogue, RunEvents events, JobFolders folders) {
        if (!districts.isEmpty() || now.find(options, catalogue).isPresent()) {
            throw options.usage(catalogue, "usage.as_of");
        }
        EventLog out = logOptions.out(catalogue);
        PastBulletin bulletin = new PastBulletins(catalogue, folders, new ConsoleProgress(out, events))
                .asOf(at, Optional.ofNullable(period).map(text -> options.period(text, catalogue)));
        RunLabel.leave();
        out.say(events.event(Event.Level.INFO, "past_bulletin", "as_of.done", bulletin));
        if (!bulletin.otherPrograms().isEmpty()) {
            String versions = String.join(", ", bulletin.otherPrograms());
            out.say(events.event(
                    Event.Level.WARN,
                    "other_program",
                    "as_of.other_program",
                    Map.of("versions", versions, "version", ReportingRun.PROGRAM_VERSION)));
        }
        return ExitCodes.DONE;
    }
}
