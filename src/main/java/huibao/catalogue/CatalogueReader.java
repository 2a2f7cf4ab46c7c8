package huibao.catalogue;

import huibao.model.Allocation;
import huibao.model.Item;
import huibao.model.Milestone;
import huibao.model.Rule;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a job folder into a {@link Catalogue}, or says everything that is wrong with it. */
public final class CatalogueReader {

    private static final List<String> FILES = List.of(
            "job.yaml",
            "units.csv",
            "items.csv",
            "targets.csv",
            "milestones.csv",
            "allocations.csv",
            "rules.csv",
            "deadlines.csv",
            "weights.csv");

    /** Read beside them; whoever changes an address changes no rule, so it is no part of the hash. */
    static final String CONTACTS = "contacts.csv";

    private final Path folder;
    private final Problems problems = new Problems();

    private CatalogueReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads and cross-checks a job folder.
     *
     * @throws CatalogueException with every mistake found
     */
    public static Catalogue read(Path folder) {
        return new CatalogueReader(folder).read();
    }

    /**
     * Reads a file of rules for a job that is already read, to try them out.
     *
     * @throws CatalogueException with every mistake found
     */
    public static List<Rule> readRules(Path file, Catalogue catalogue) {
        Problems problems = new Problems();
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        List<Rule> rules = new RulesCsv(catalogue.items())
                .read(RulesCsv.open(folder, String.valueOf(file.getFileName()), problems));
        problems.throwIfAny();
        return rules;
    }

    /**
     * The addresses of a job's units; nobody has one if the folder has no {@code contacts.csv}.
     *
     * @throws CatalogueException with every mistake found
     */
    public static Contacts readContacts(Path folder, Catalogue catalogue) {
        Problems problems = new Problems();
        Contacts contacts = new ContactsCsv(folder, problems).read(catalogue.units());
        problems.throwIfAny();
        return contacts;
    }

    /** The files that make up a job folder: the hash is taken over those of them that are there. */
    public static List<String> files() {
        return FILES;
    }

    private Catalogue read() {
        if (!Files.isDirectory(folder)) {
            problems.add(folder.toString(), 0, "job folder", "none", "a folder with " + String.join(", ", FILES));
            problems.throwIfAny();
        }
        Optional<JobSettings> settings = new JobYaml(problems).read(folder);
        UnitLists unitLists = new UnitLists(folder, problems);
        TargetLists targetLists = new TargetLists(folder, problems);
        MilestoneLists milestoneLists = new MilestoneLists(folder, problems);
        List<Unit> units = unitLists.units();
        List<Item> items = targetLists.items();
        List<Target> targets = targetLists.targets(items);
        List<Milestone> milestones = milestoneLists.milestones(units);
        List<Allocation> allocations = targetLists.allocations(units, targets);
        List<Rule> rules = new RulesCsv(items).read(RulesCsv.open(folder, problems));
        List<Deadline> deadlines = new ArrayList<>();
        List<MilestoneDeadline> milestoneDeadlines = new ArrayList<>();
        milestoneLists.deadlines(settings, milestones, deadlines, milestoneDeadlines);
        Map<UnitCode, BigDecimal> weights = unitLists.weights(units);
        new ContactsCsv(folder, problems).read(units);
        refuseOtherFiles();
        problems.throwIfAny();
        return new Catalogue(
                settings.orElseThrow(),
                units,
                items,
                targets,
                milestones,
                allocations,
                rules,
                deadlines,
                milestoneDeadlines,
                weights,
                hash(Optional.empty()),
                hash(settings));
    }

    private void refuseOtherFiles() {
        try (var files = Files.list(folder)) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.endsWith("~") && !name.endsWith(".md"))
                    .filter(name -> !FILES.contains(name) && !name.equals(CONTACTS))
                    .sorted()
                    .forEach(name -> problems.add(
                            name, 0, "unknown file", name, "one of " + String.join(", ", FILES) + ", " + CONTACTS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** @param form what of job.yaml forms are made from; all of its bytes count if it is not given */
    private String hash(Optional<JobSettings> form) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                Path path = folder.resolve(file);
                if (Files.exists(path)) {
                    byte[] bytes = form.isPresent() && file.equals(JobYaml.FILE)
                            ? onForms(form.get()).getBytes(StandardCharsets.UTF_8)
                            : Files.readAllBytes(path);
                    digest.update((file + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static String onForms(JobSettings settings) {
        return Stream.of(
                        settings.name(),
                        settings.titleZh(),
                        settings.year(),
                        settings.frequency(),
                        settings.zone(),
                        settings.language().toLanguageTag(),
                        settings.levelDecimals(),
                        settings.rateDecimals(),
                        settings.form(),
                        settings.explanations())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
