package huibao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.pipeline.RunResult;
import huibao.recovery.Verification;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A bureau's folders after one night, with the forms of the second in the inbox, and what an undisturbed second night
 * makes of them: what every disturbed one has to end with.
 */
public final class TwoNights {

    public static final String SECOND = "2024-07-08T00:00:00Z";

    private static final String FIRST = "2024-04-08T00:00:00Z";

    private final Path prepared;
    private final Path calm;
    private final SortedMap<String, String> first;
    private final SortedMap<String, String> undisturbed;

    private TwoNights(
            Path prepared, Path calm, SortedMap<String, String> first, SortedMap<String, String> undisturbed) {
        this.prepared = prepared;
        this.calm = calm;
        this.first = first;
        this.undisturbed = undisturbed;
    }

    /** Makes them below a folder. */
    public static TwoNights in(Path folder) throws IOException {
        Path prepared = Files.createDirectories(folder.resolve("prepared"));
        Bureau bureau = new Bureau(JobFolder.SEASIDE, prepared);
        bureau.dropAll("2024-Q1");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "-3"));
        bureau.run("2024-Q1", FIRST);
        SortedMap<String, String> first = Trees.published(output(prepared));
        bureau.dropAll("2024-Q2");
        bureau.drop("SEA-N", "2024-Q1", "-3", Map.of("FISH", "*1.01"));
        bureau.drop("SEA-S", "2024-Q2", "-2", Map.of("FISH", "-3"));
        Path calm = folder.resolve("calm");
        Trees.copy(prepared, calm);
        new Bureau(JobFolder.SEASIDE, calm).run("2024-Q2", SECOND);
        return new TwoNights(prepared, calm, first, Trees.published(output(calm)));
    }

    /** A copy to disturb. */
    public Path copy(Path to) throws IOException {
        Trees.copy(prepared, to);
        return to;
    }

    /** Where they are before the second night. */
    public Path prepared() {
        return prepared;
    }

    /** Where they are after an undisturbed second night. */
    public Path calm() {
        return calm;
    }

    /** What was published the first night. */
    public SortedMap<String, String> first() {
        return first;
    }

    /** What an undisturbed second night publishes. */
    public SortedMap<String, String> undisturbed() {
        return undisturbed;
    }

    /** Where a copy publishes. */
    public static Path output(Path copy) {
        return copy.resolve("output/seaside-2024");
    }

    /** The options that name a copy's folders, in English. */
    public static String[] at(Path copy, String command, String... more) {
        return at(JobFolder.SEASIDE, copy, command, more);
    }

    /** The same for a job of one's own. */
    public static String[] at(Path job, Path copy, String command, String... more) {
        return Stream.concat(
                        Stream.of(
                                command,
                                "--lang",
                                "en",
                                "--job",
                                job.toString(),
                                "--input",
                                copy.resolve("input").toString(),
                                "--output",
                                copy.resolve("output").toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** The second night's run. */
    public static String[] second(Path copy) {
        return at(copy, "run", "--period", "2024-Q2", "--now", SECOND);
    }

    public static Program.Ended runSecond(Path copy) throws IOException, InterruptedException {
        return Program.run(second(copy));
    }

    /** The second night once more, now undisturbed: it ends with the same bytes, and nothing is wrong with them. */
    public void endUndisturbed(Path copy) throws IOException {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, copy);
        assertThat(bureau.run("2024-Q2", SECOND).outcome()).isEqualTo(RunResult.Outcome.DONE_WITH_RETURNS);
        assertThat(Trees.published(output(copy))).isEqualTo(undisturbed);
        assertThat(bureau.folders().inbox()).isEmptyDirectory();
        assertThat(new Verification(JobFolder.seaside(), bureau.folders(), Messages.in(Locale.ENGLISH)).verify())
                .isEmpty();
    }

    /**
     * The second night once more, after one that left forms in the inbox: what it had taken is judged first, then the
     * rest in a run of its own. Submissions, findings, figures and verdicts are those of the undisturbed night; runs
     * and editions are one more.
     */
    public void endWithWhatWasLeft(Path copy) throws IOException {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, copy);
        bureau.run("2024-Q2", SECOND);
        assertThat(bureau.folders().inbox()).isEmptyDirectory();
        assertThat(Trees.figures(output(copy).resolve("huibao.db")))
                .isEqualTo(Trees.figures(output(calm).resolve("huibao.db")));
        assertThat(new Verification(JobFolder.seaside(), bureau.folders(), Messages.in(Locale.ENGLISH)).verify())
                .isEmpty();
    }

    /** Some cases of many, or all of them where all is tried. */
    public static Stream<String> cases(Stream<String> sample, Stream<String> others) {
        return Extent.isLong() ? Stream.concat(sample, others) : sample;
    }

    /** The program's command line, with options for Java, where a safeguard is taken out or not. */
    public static List<String> command(Optional<MutatedBuild> build, List<String> java, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        if (build.isEmpty()) {
            command.add(KeptClasses.option());
        }
        command.addAll(java);
        String jar = Path.of("target/huibao.jar").toAbsolutePath().toString();
        command.addAll(List.of(
                "-cp",
                build.map(changed -> changed.classes() + File.pathSeparator + jar)
                        .orElse(jar),
                "huibao.Huibao"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts a command; both streams are one, names are UTF-8. */
    public static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Its end, with what it printed. */
    public static Program.Ended end(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + output);
        }
        return new Program.Ended(process.exitValue(), output);
    }
}
