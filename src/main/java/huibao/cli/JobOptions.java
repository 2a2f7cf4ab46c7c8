package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.pipeline.JobFolders;
import huibao.pipeline.LostRuns;
import huibao.pipeline.RunFailedException;
import huibao.wording.Wording;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options every command takes. Folders not given are those beside the program. */
public final class JobOptions {

    @Option(names = "--job", paramLabel = "DIR", descriptionKey = "option.job")
    @Nullable
    public Path job;

    @Option(names = "--input", paramLabel = "DIR", descriptionKey = "option.input")
    @Nullable
    public Path input;

    @Option(names = "--inbox", paramLabel = "DIR", descriptionKey = "option.inbox")
    @Nullable
    Path inbox;

    @Option(names = "--output", paramLabel = "DIR", descriptionKey = "option.output")
    @Nullable
    public Path output;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    @Nullable
    String lang;

    private @Nullable Locale ofTheJob;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    boolean help;

    /** Where programs started by the launcher find their folders; the working folder otherwise. */
    static Path home() {
        return Path.of(System.getProperty("huibao.home", "."));
    }

    /** The job; every mistake in its folder is told at once. */
    public Catalogue catalogue() {
        Catalogue read = CatalogueReader.read(jobFolder());
        ofTheJob = read.settings().language();
        return read;
    }

    /** Whether the command line names a language. */
    public boolean isLanguageAsked() {
        return lang != null;
    }

    /** The language of the job, once it has been read. */
    public Optional<Locale> languageOfTheJob() {
        return Optional.ofNullable(ofTheJob);
    }

    private Path jobFolder() {
        if (job != null) {
            return job;
        }
        Path jobs = home().resolve("jobs");
        try (Stream<Path> listed = Files.isDirectory(jobs) ? Files.list(jobs) : Stream.empty()) {
            List<Path> found = listed.filter(Files::isDirectory).sorted().toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            throw new UsageException(asked(Locale.SIMPLIFIED_CHINESE)
                    .text(
                            "usage.job",
                            Map.of(
                                    "folder", jobs.toString(),
                                    "count", Integer.toString(found.size()),
                                    "jobs", found.stream().map(Path::toString).collect(Collectors.joining(", ")))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + jobs, e);
        }
    }

    public JobFolders folders(Catalogue catalogue) {
        Path in = input == null ? home().resolve("input") : input;
        Path out = output == null ? home().resolve("output") : output;
        return new JobFolders(
                jobFolder(),
                inbox == null ? in.resolve("inbox") : inbox,
                in.resolve("archive"),
                out.resolve(catalogue.settings().name()));
    }

    /**
     * The folders of a job that has been run.
     *
     * @throws UsageException if nothing has
     * @throws RunFailedException if it has, and its registry was lost
     */
    JobFolders usedFolders(Catalogue catalogue) {
        JobFolders folders = folders(catalogue);
        if (!Files.exists(folders.database())) {
            refuseLostRegistry(catalogue, folders);
            throw nothing(catalogue, folders);
        }
        return folders;
    }

    private static void refuseLostRegistry(Catalogue catalogue, JobFolders folders) {
        try {
            LostRuns.refuseLostRegistry(catalogue, folders);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folders.archive(), e);
        }
    }

    /**
     * The folders of the job, of which something is there: a database, or an archive that has outlived it.
     *
     * @throws UsageException if nothing is
     */
    JobFolders keptFolders(Catalogue catalogue) {
        JobFolders folders = folders(catalogue);
        if (!Files.exists(folders.database()) && !Files.exists(folders.archive())) {
            throw nothing(catalogue, folders);
        }
        return folders;
    }

    private UsageException nothing(Catalogue catalogue, JobFolders folders) {
        return usage(catalogue, "status.nothing", "folder", folders.output());
    }

    /**
     * The folders of something published: those of the job below the output folder, or that folder itself where
     * it holds a database, as one rebuilt or of an earlier day does.
     */
    public JobFolders published(Catalogue catalogue) {
        JobFolders folders = folders(catalogue);
        Path itself =
                output == null ? folders.output() : output.toAbsolutePath().normalize();
        if (Files.exists(folders.database()) || !Files.exists(itself.resolve("huibao.db"))) {
            return folders;
        }
        return new JobFolders(
                folders.job(), folders.inbox(), folders.archive(), itself, besideLastYear(catalogue, itself));
    }

    /** The folder above that holds what last year's job published. */
    private static Path besideLastYear(Catalogue catalogue, Path published) {
        Path above = published.resolveSibling("");
        for (Path folder = published; folder != null; folder = folder.getParent()) {
            Path candidate = folder;
            if (catalogue
                    .settings()
                    .previousJob()
                    .filter(job -> Files.exists(candidate.resolve(job).resolve("huibao.db")))
                    .isPresent()) {
                return candidate;
            }
        }
        return above;
    }

    /** Texts in the language asked for, else in the job's. */
    public Messages messages(Catalogue catalogue) {
        return asked(catalogue.settings().language());
    }

    /** How that language says the job's values. */
    public Wording wording(Catalogue catalogue) {
        return new Wording(catalogue, messages(catalogue));
    }

    /** What is said of its runs. */
    RunEvents events(Catalogue catalogue) {
        return new RunEvents(wording(catalogue));
    }

    /** That the command line is not understood, in a text. */
    UsageException usage(Catalogue catalogue, String key, Object... facts) {
        return new UsageException(wording(catalogue).text(key, facts));
    }

    private Messages asked(Locale otherwise) {
        if (lang == null) {
            return Messages.in(otherwise);
        }
        if (!lang.equals("zh") && !lang.equals("en")) {
            throw new UsageException("--lang " + lang + ": zh | en");
        }
        return Messages.in(Locale.forLanguageTag(lang));
    }

    /** A time an option states. Without an offset it is in the job's time zone. */
    Instant time(String option, String text, Catalogue catalogue) {
        try {
            return text.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text)
                            .atZone(catalogue.settings().zone())
                            .toInstant();
        } catch (DateTimeParseException e) {
            throw usage(catalogue, "usage.time", "option", option, "found", text);
        }
    }

    /** A period of the job. */
    public Period period(String text, Catalogue catalogue) {
        Period period = Period.find(text).orElseThrow(() -> wrongPeriod(text, catalogue));
        if (!catalogue.periods().contains(period)) {
            throw wrongPeriod(text, catalogue);
        }
        return period;
    }

    /** The unit of that code, name, short name or alias. */
    public Unit unit(String text, Catalogue catalogue) {
        String name = text.strip();
        return catalogue.units().stream()
                .filter(unit -> unit.code().value().equals(name)
                        || unit.nameZh().equals(name)
                        || unit.shortZh().equals(name)
                        || unit.nameEn().equalsIgnoreCase(name)
                        || unit.aliases().contains(name))
                .findFirst()
                .orElseThrow(() -> usage(
                        catalogue,
                        "usage.district",
                        "found",
                        text,
                        "units",
                        catalogue.units().stream()
                                .map(unit -> unit.shortZh() + " " + unit.code())
                                .collect(Collectors.joining(", "))));
    }

    private UsageException wrongPeriod(String text, Catalogue catalogue) {
        List<Period> periods = catalogue.periods();
        return usage(
                catalogue,
                "usage.period",
                "found",
                text,
                "first",
                periods.get(0),
                "last",
                periods.get(periods.size() - 1));
    }

    /** Standard output, always UTF-8. */
    public static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    /** The same for pages of many lines; whoever fills it flushes it. */
    public static PrintStream outOfManyLines() {
        return new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    }

    /** Standard error, always UTF-8. */
    public static PrintStream err() {
        return new PrintStream(System.err, true, StandardCharsets.UTF_8);
    }
}
