package huibao.archive;

import huibao.files.DurableFiles;
import huibao.json.Json;
import huibao.message.Trouble;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.store.LoggedRun;
import huibao.store.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The log of runs that came to their end, beside the workbooks in {@code archive/runs/<id>.json}: with it
 * everything published can be rebuilt when the database is lost.
 */
public final class RunArchive {

    private static final String ENDING = ".json";

    private final Path folder;

    /** @param archive the folder that keeps every workbook */
    public RunArchive(Path archive) {
        this.folder = archive.resolve("runs");
    }

    /** A run as its file tells of it: units and periods in one text each; the last two an older program did not note. */
    private record Entry(
            long number,
            String run,
            Period timePeriod,
            String districts,
            Instant statedTime,
            int sequence,
            String catalogueHash,
            String programVersion,
            long lastReceipt,
            OptionalLong lastReminder,
            String published,
            OptionalInt exitCode) {}

    /** Keeps what the log says of a run that came to its end. */
    public void keep(LoggedRun logged) throws IOException {
        RunRecord run = logged.run();
        Entry entry = new Entry(
                logged.number(),
                run.runId(),
                run.period(),
                words(run.units()),
                run.startedAt(),
                run.sequence(),
                run.catalogueHash(),
                run.programVersion(),
                logged.lastReceipt().orElse(0),
                logged.lastReminder(),
                words(logged.published()),
                logged.exitCode());
        DurableFiles.keep(folder.resolve(run.runId() + ENDING), Json.bytes(entry));
    }

    /** Keeps what the log says of runs of which nothing is kept. */
    public void keepMissing(List<LoggedRun> runs) throws IOException {
        Set<String> kept = names();
        for (LoggedRun logged : runs) {
            if (!kept.contains(logged.run().runId())) {
                keep(logged);
            }
        }
    }

    /**
     * Every run kept, in the order in which they took place.
     *
     * @throws ArchiveException if an entry is damaged
     */
    public List<LoggedRun> runs() throws IOException {
        return runsBut(Set.of());
    }

    /**
     * The runs kept that are none of these, in the order in which they took place; the others' entries are not read.
     *
     * @param known names of runs
     * @throws ArchiveException if an entry is damaged
     */
    public List<LoggedRun> runsBut(Set<String> known) throws IOException {
        List<LoggedRun> runs = new ArrayList<>();
        for (String name : names()) {
            if (!known.contains(name)) {
                runs.add(read(folder.resolve(name + ENDING)));
            }
        }
        runs.sort(Comparator.comparingLong(LoggedRun::number)
                .thenComparing(logged -> logged.run().runId()));
        return runs;
    }

    private Set<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static LoggedRun read(Path file) throws IOException {
        try {
            Entry entry = Json.read(file, Entry.class);
            RunRecord run = new RunRecord(
                    entry.run(),
                    entry.timePeriod(),
                    split(entry.districts()).map(UnitCode::new).toList(),
                    entry.statedTime(),
                    entry.sequence(),
                    entry.catalogueHash(),
                    entry.programVersion());
            return new LoggedRun(
                    entry.number(),
                    run,
                    RunRecord.State.COMPLETED,
                    OptionalLong.of(entry.lastReceipt()),
                    OptionalLong.of(entry.lastReminder().orElse(0)),
                    Optional.empty(),
                    split(entry.published()).map(Period::parse).toList(),
                    entry.exitCode());
        } catch (RuntimeException e) {
            throw new ArchiveException(Trouble.of("archive.log_damaged", "file", file, "reason", e), e);
        }
    }

    private static String words(List<?> words) {
        return words.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Stream<String> split(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty());
    }
}
