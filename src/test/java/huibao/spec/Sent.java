package huibao.spec;

import huibao.catalogue.CatalogueReader;
import huibao.model.Decision;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.testing.JobFolder;
import huibao.validation.AcceptedVersion;
import huibao.validation.Context;
import huibao.validation.GivenExplanation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A clean form (鄞州区, June 2023, sample figures) after what the steps say, as a district sent it. */
final class Sent {

    private static final Workbench NINGBO = new Workbench(JobFolder.ningbo());

    private final Steps steps;
    private final Path folder;
    private final Workbench job;
    private final Unit unit;
    private final Period period;

    Sent(Steps steps, Path folder) throws IOException {
        this.steps = steps;
        this.folder = folder;
        this.job = jobWith(steps.behind("job"), steps.behind("rule"));
        this.unit = job.unit(first("unit", "鄞州区"));
        this.period = Period.parse(first("period", "2023-06"));
    }

    Workbench job() {
        return job;
    }

    Unit unit() {
        return unit;
    }

    Period period() {
        return period;
    }

    /** The form as the job prints it, filled in and otherwise untouched. */
    byte[] clean() {
        return job.form(unit, period);
    }

    /** The workbook after its own steps, as POI writes it. */
    byte[] workbook() throws IOException {
        return FormEditor.apply(untouched(), steps.own());
    }

    private byte[] untouched() throws IOException {
        List<String> other = steps.behind("form of a job with");
        if (!other.isEmpty()) {
            return jobWith(List.of(), other).form(unit, period);
        }
        String owner = first("figures of", "");
        if (owner.isEmpty()) {
            return job.form(unit, period);
        }
        return owner.matches("\\d.*")
                ? job.formWithFiguresOf(unit, period, unit, Period.parse(owner))
                : job.formWithFiguresOf(unit, period, job.unit(owner), period);
    }

    /** Reads bytes under the name the steps give them. */
    Reading read(byte[] bytes) throws IOException {
        byte[] file = bytes;
        for (String what : steps.behind("file becomes")) {
            file = FileMaker.become(file, what);
        }
        return job.read(Files.write(folder.resolve("form.bin"), file), first("file name", "x.xlsx"));
    }

    /** Judges a reading beside what the steps say the registry holds. */
    Decision judge(Reading reading) throws IOException {
        return job.judge(reading, context());
    }

    private String first(String prefix, String otherwise) {
        return steps.behind(prefix).stream().findFirst().orElse(otherwise);
    }

    /** The Ningbo job, or the other one ("seaside"), with other lines of its lists. */
    private Workbench jobWith(List<String> changes, List<String> rules) throws IOException {
        if (changes.isEmpty() && rules.isEmpty()) {
            return NINGBO;
        }
        boolean seaside = changes.contains("seaside");
        Path copy = JobFolder.copy(
                seaside ? JobFolder.SEASIDE : JobFolder.NINGBO, Files.createTempDirectory(folder, "job"));
        for (String change : changes) {
            if (change.contains(" := ")) {
                String[] parts = change.split(" := | in ");
                JobFolder.edit(copy, parts[2], parts[0], parts[1]);
            }
        }
        for (String line : rules) {
            if (line.contains(" := ")) {
                String[] parts = line.split(" := ");
                JobFolder.edit(copy, "rules.csv", parts[0], parts[1]);
            } else {
                Files.writeString(
                        copy.resolve("rules.csv"), line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            }
        }
        return new Workbench(CatalogueReader.read(copy));
    }

    private Context context() throws IOException {
        Optional<Submission> previous = Optional.empty();
        Optional<Submission> lastYear = Optional.empty();
        Map<UnitCode, Submission> related = new TreeMap<>();
        if (!steps.behind("previous").isEmpty()) {
            previous = Optional.of(read(
                    unit,
                    period.previousInYear().orElseThrow(),
                    steps.behind("previous").stream()
                            .filter(step -> !step.equals("as it is"))
                            .toList()));
        }
        if (!steps.behind("last year").isEmpty()) {
            byte[] form = FormEditor.apply(job.formOfYearBefore(unit, period), steps.behind("last year"));
            lastYear = Optional.of(job.readOfYear(Files.write(folder.resolve("last.xlsx"), form), period.year() - 1));
        }
        for (Map.Entry<String, List<String>> zone : steps.zones().entrySet()) {
            Unit other = job.unit(zone.getKey());
            related.put(other.code(), read(other, period, zone.getValue()));
        }
        if (!steps.behind("host").isEmpty()) {
            Unit host = job.catalogue().requireUnit(unit.host().orElseThrow());
            related.put(host.code(), read(host, period, steps.behind("host")));
        }
        List<Submission> alike = new ArrayList<>();
        for (String other : steps.behind("accepted before")) {
            alike.add(
                    other.matches("\\d.*")
                            ? read(unit, Period.parse(other), List.of())
                            : read(job.unit(other), period, List.of()));
        }
        Optional<AcceptedVersion> standing = Optional.empty();
        if (!steps.behind("standing").isEmpty()) {
            standing = Optional.of(new AcceptedVersion(
                    unit.code() + "-" + period + "-v1",
                    Instant.parse("2023-07-03T01:20:00Z"),
                    read(unit, period, steps.behind("standing"))));
        }
        List<Submission> others = new ArrayList<>();
        for (String other : steps.behind("reported before")) {
            others.add(read(job.unit(other), period.previousInYear().orElseThrow(), List.of()));
        }
        Map<ItemCode, GivenExplanation> given = previous.map(
                        form -> GivenExplanation.of(form, Collections.emptyIterator()))
                .orElse(Map.of());
        return new Context(previous, lastYear, related, alike, given, standing, () -> others);
    }

    private Submission read(Unit other, Period when, List<String> changes) throws IOException {
        Path file = Files.write(
                folder.resolve(other.code() + "-" + when + ".xlsx"), FormEditor.apply(job.form(other, when), changes));
        return job.read(file).submission().orElseThrow();
    }
}
