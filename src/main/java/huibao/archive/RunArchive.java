package huibao.archive;

import huibao.files.DurableFiles;
import huibao.json.Json;
import huibao.message.Trouble;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.store.LoggedRun;
import huibao.store.RunRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Keeps what the log says of a run that came to its end. */
    public void keep(LoggedRun logged) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("number", logged.number());
        members.put("run", logged.run().runId());
        members.put("time_period", logged.run().period().toString());
        members.put("districts", words(logged.run().units()));
        members.put("stated_time", logged.run().startedAt().toString());
        members.put("sequence", logged.run().sequence());
        members.put("catalogue_hash", logged.run().catalogueHash());
        members.put("program_version", logged.run().programVersion());
        members.put("last_receipt", logged.lastReceipt().orElse(0));
        members.put("last_reminder", logged.lastReminder().orElse(0));
        members.put("published", words(logged.published()));
        members.put("exit_code", logged.exitCode().orElse(0));
        DurableFiles.keep(
                folder.resolve(logged.run().runId() + ENDING),
                Json.write(members).getBytes(StandardCharsets.UTF_8));
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
            Map<String, Object> members = Json.readObject(file);
            return new LoggedRun(
                    Long.parseLong(Json.text(members, "number")),
                    new RunRecord(
                            Json.text(members, "run"),
                            Period.parse(Json.text(members, "time_period")),
                            split(Json.text(members, "districts"))
                                    .map(UnitCode::new)
                                    .toList(),
                            Instant.parse(Json.text(members, "stated_time")),
                            Integer.parseInt(Json.text(members, "sequence")),
                            Json.text(members, "catalogue_hash"),
                            Json.text(members, "program_version")),
                    RunRecord.State.COMPLETED,
                    OptionalLong.of(Long.parseLong(Json.text(members, "last_receipt"))),
                    OptionalLong.of(Long.parseLong(
                            members.getOrDefault("last_reminder", "0").toString())),
                    Optional.empty(),
                    split(Json.text(members, "published")).map(Period::parse).toList(),
                    members.containsKey("exit_code")
                            ? OptionalInt.of(Integer.parseInt(Json.text(members, "exit_code")))
                            : OptionalInt.empty());
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
