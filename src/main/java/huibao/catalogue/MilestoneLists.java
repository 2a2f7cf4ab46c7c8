package huibao.catalogue;

import huibao.catalogue.CsvTable.Row;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneKind;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code milestones.csv} and {@code deadlines.csv}. */
final class MilestoneLists {

    private final Path folder;
    private final Problems problems;

    MilestoneLists(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    List<Milestone> milestones(List<Unit> units) {
        CsvTable table = open(
                "milestones.csv",
                List.of("name_en"),
                "code",
                "section",
                "heading",
                "name_zh",
                "verb",
                "kind",
                "evidence",
                "reporters",
                "report_line");
        Reporters known = new Reporters(units);
        Set<MilestoneCode> seen = new LinkedHashSet<>();
        List<Milestone> milestones = new ArrayList<>();
        for (Row row : table.rows()) {
            Optional<MilestoneCode> code = Codes.code(row, "code", MilestoneCode::new);
            Optional<MilestoneKind> kind = row.oneOf("kind", MilestoneKind.class);
            Optional<Integer> line = row.integer("report_line", 1, 99999);
            List<UnitCode> reporters = known.of(row);
            if (code.isEmpty() || kind.isEmpty() || line.isEmpty()) {
                continue;
            }
            if (!seen.add(code.get())) {
                row.problem("code twice", code.get().value(), "each milestone once");
            }
            milestones.add(new Milestone(
                    code.get(),
                    row.requiredText("section"),
                    row.requiredText("heading"),
                    row.requiredText("name_zh"),
                    row.text("name_en"),
                    row.requiredText("verb"),
                    kind.get(),
                    row.requiredText("evidence"),
                    reporters,
                    line.get()));
        }
        return milestones;
    }

    /** Who reports on a milestone, in print order; most milestones name the same units. */
    private static final class Reporters {

        private final List<Unit> units;
        private final Set<String> known;
        private final Map<Set<String>, List<UnitCode>> named = new HashMap<>();

        Reporters(List<Unit> units) {
            this.units = units;
            this.known = units.stream()
                    .flatMap(unit -> Stream.of(unit.kind().name(), unit.code().value()))
                    .collect(Collectors.toSet());
        }

        List<UnitCode> of(Row row) {
            Set<String> words = new LinkedHashSet<>(row.words("reporters"));
            for (String word : row.words("reporters")) {
                if (!known.contains(word) && !row.isDeclared(word)) {
                    row.problem("reporters", word, "DISTRICT, ZONE, CITY or unit codes of units.csv");
                }
            }
            if (words.isEmpty()) {
                row.problem("reporters", "", "DISTRICT, ZONE, CITY or unit codes of units.csv");
            }
            return named.computeIfAbsent(words, this::all);
        }

        private List<UnitCode> all(Set<String> words) {
            return units.stream()
                    .filter(unit -> words.contains(unit.kind().name())
                            || words.contains(unit.code().value()))
                    .map(Unit::code)
                    .toList();
        }
    }

    void deadlines(
            Optional<JobSettings> settings,
            List<Milestone> milestones,
            List<Deadline> deadlines,
            List<MilestoneDeadline> milestoneDeadlines) {
        CsvTable table = open("deadlines.csv", List.of(), "kind", "code", "due");
        Map<String, Milestone> known =
                Codes.index(milestones, milestone -> milestone.code().value());
        Set<String> seen = new LinkedHashSet<>();
        for (Row row : table.rows()) {
            if (!seen.add(row.text("kind") + " " + row.text("code"))) {
                row.problem("deadline twice", row.text("code"), "each once");
            }
            switch (row.text("kind")) {
                case "REPORT" -> {
                    Optional<Period> period = row.parsed("code", "a period such as 2023-06", Period::parse);
                    Optional<LocalDateTime> due =
                            row.parsed("due", "a time such as 2023-07-08T18:00", LocalDateTime::parse);
                    if (period.isPresent() && due.isPresent() && settings.isPresent()) {
                        if (period.get().frequency() != settings.get().frequency()
                                || period.get().year() != settings.get().year()) {
                            row.problem("code", row.text("code"), "a period of the job's year and frequency");
                        }
                        deadlines.add(new Deadline(
                                period.get(),
                                due.get().atZone(settings.get().zone()).toInstant()));
                    }
                }
                case "MILESTONE" -> {
                    Optional<Milestone> milestone = Codes.known(row, "code", known);
                    Optional<LocalDate> due = row.parsed("due", "a date such as 2023-06-30", LocalDate::parse);
                    if (milestone.isPresent() && due.isPresent()) {
                        milestoneDeadlines.add(
                                new MilestoneDeadline(milestone.get().code(), due.get()));
                    }
                }
                default -> row.problem("kind", row.text("kind"), "REPORT or MILESTONE");
            }
        }
    }

    private CsvTable open(String file, List<String> optional, String... required) {
        return CsvTable.read(folder, file, List.of(required), optional, problems);
    }
}
