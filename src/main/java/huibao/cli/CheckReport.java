package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.message.Lines;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.Outcome;
import huibao.model.Severity;
import huibao.model.Submission;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.pipeline.FileCheck.Checked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What would become of one file, on one screen: the decision, what was found in which cells, what to do.
 * What a rule says is said together with its remedy once; what does not fit is counted.
 */
final class CheckReport {

    /** A terminal's usual size; its last line is left to the prompt. */
    static final int LINES = 23;

    static final int COLUMNS = 80;

    private static final int INDENT = 2;
    private static final int CELLS = 4;

    private final Catalogue catalogue;
    private final Messages messages;

    CheckReport(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** Findings of one rule that weigh the same, and how many of them are shown. */
    private static final class Group {

        private final List<Finding> findings = new ArrayList<>();
        private int shown;

        Finding first() {
            return findings.get(0);
        }

        boolean shrinks() {
            return shown > 1;
        }
    }

    /** At most {@link #LINES} lines of at most {@link #COLUMNS} columns. */
    List<String> lines(String fileName, Checked checked) {
        List<Finding> findings = checked.decision().findings();
        List<String> head = head(fileName, checked);
        List<String> foot = foot(checked, findings);
        List<Group> groups = groups(findings);
        int room = LINES - head.size() - foot.size();
        groups.forEach(group -> group.shown = Math.min(group.findings.size(), room));
        while (height(groups) > room) {
            Optional<Group> largest =
                    groups.stream().filter(Group::shrinks).reduce((a, b) -> a.shown >= b.shown ? a : b);
            if (largest.isEmpty()) {
                break;
            }
            largest.get().shown--;
        }
        List<String> lines = new ArrayList<>(head);
        lines.addAll(fitting(groups, room));
        lines.addAll(foot);
        return lines;
    }

    /** Whole groups from the top, as many as there is room for; the rest are counted. */
    private List<String> fitting(List<Group> groups, int room) {
        if (height(groups) <= room) {
            return groups.stream().flatMap(group -> render(group).stream()).toList();
        }
        List<String> lines = new ArrayList<>();
        int left = groups.stream().mapToInt(group -> group.findings.size()).sum();
        for (Group group : groups) {
            List<String> rendered = render(group);
            if (lines.size() + rendered.size() > room - 1) {
                break;
            }
            lines.addAll(rendered);
            left -= group.findings.size();
        }
        lines.add(cut(messages.text("check.more", Map.of("count", Integer.toString(left)))));
        return lines;
    }

    private int height(List<Group> groups) {
        return groups.stream().mapToInt(group -> render(group).size()).sum();
    }

    private List<String> head(String fileName, Checked checked) {
        Optional<Submission> submission = checked.reading().submission();
        List<String> lines = new ArrayList<>();
        lines.add(cut(Lines.oneLine(fileName)));
        lines.add(cut(messages.text(
                "check.heading",
                Map.of(
                        "unit",
                                submission
                                        .flatMap(read -> catalogue.findUnit(read.unit()))
                                        .map(this::name)
                                        .orElse("—"),
                        "period",
                                submission.map(read -> read.period().toString()).orElse("—"),
                        "decision", messages.word(checked.decision().state()),
                        "counts", counts(checked.decision().findings())))));
        return lines;
    }

    private String name(Unit unit) {
        return messages.language().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? unit.nameEn() : unit.nameZh();
    }

    private String counts(List<Finding> findings) {
        Map<String, String> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.outcome() == Outcome.FAILED && finding.severity() == severity)
                    .count();
            if (count > 0) {
                counts.put(messages.word(severity), Long.toString(count));
            }
        }
        return counts.entrySet().stream()
                .map(count ->
                        messages.text("check.count", Map.of("severity", count.getKey(), "count", count.getValue())))
                .collect(Collectors.joining(messages.text("check.and")));
    }

    private List<String> foot(Checked checked, List<Finding> findings) {
        SubmissionState state = checked.decision().state();
        List<String> lines =
                new ArrayList<>(Console.wrap(messages.text("check.next." + state.name()), COLUMNS, "", ""));
        findings.stream()
                .filter(finding -> finding.outcome() == Outcome.BROKEN)
                .map(Finding::rule)
                .distinct()
                .limit(2)
                .forEach(rule -> lines.add(cut(messages.text("check.broken", Map.of("rule", rule)))));
        return lines;
    }

    private static List<Group> groups(List<Finding> findings) {
        Map<String, Group> groups = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .forEach(finding -> groups.computeIfAbsent(
                                finding.rule() + finding.severity() + finding.trial() + finding.blocks(),
                                key -> new Group())
                        .findings
                        .add(finding));
        return List.copyOf(groups.values());
    }

    private List<String> render(Group group) {
        List<String> lines = new ArrayList<>();
        lines.add(cut(title(group)));
        group.findings.stream().limit(group.shown).forEach(finding -> lines.addAll(said(finding)));
        List<Finding> rest = group.findings.subList(group.shown, group.findings.size());
        if (!rest.isEmpty()) {
            lines.add(" ".repeat(INDENT)
                    + Console.cut(
                            messages.text(
                                    "check.others",
                                    Map.of(
                                            "count",
                                            Integer.toString(rest.size()),
                                            "cells",
                                            cells(
                                                    rest.stream()
                                                            .flatMap(finding -> finding.cells().stream()
                                                                    .limit(1))
                                                            .toList(),
                                                    CELLS * 2))),
                            COLUMNS - INDENT));
        }
        String remedy = group.findings.size() == 1
                ? messages.remedy(group.first())
                : messages.text(group.first().kind().name() + ".remedy");
        lines.addAll(Console.wrap(Lines.oneLine(remedy), COLUMNS, " ".repeat(INDENT) + "→ ", " ".repeat(INDENT + 2)));
        return lines;
    }

    private String title(Group group) {
        Finding first = group.first();
        String severity = messages.word(first.severity());
        String mark = first.trial() ? messages.text("return.trial", Map.of("severity", severity)) : severity;
        boolean explained = first.severity() == Severity.VERIFY && !first.trial() && !first.blocks();
        return messages.text(
                "check.group",
                Map.of(
                        "severity",
                        mark,
                        "title",
                        messages.title(first.kind()),
                        "rule",
                        first.rule(),
                        "count",
                        group.findings.size() == 1 ? "" : Integer.toString(group.findings.size()),
                        "explained",
                        explained ? messages.text("check.explained") : ""));
    }

    private List<String> said(Finding finding) {
        String place = cells(finding.cells(), CELLS);
        String indent = " ".repeat(INDENT);
        return Console.wrap(
                (place.isEmpty() ? "" : place + "  ") + Lines.oneLine(messages.message(finding)),
                COLUMNS,
                indent,
                indent + indent);
    }

    /** 填报表!E13、E14 …: a sheet is named where it changes. */
    private String cells(List<CellRef> cells, int most) {
        StringBuilder text = new StringBuilder();
        String sheet = "";
        for (CellRef cell : cells.stream().limit(most).toList()) {
            text.append(text.isEmpty() ? "" : messages.text("check.and"))
                    .append(cell.sheet().equals(sheet) ? cell.cell() : Lines.oneLine(cell.toString()));
            sheet = cell.sheet();
        }
        return text + (cells.size() > most ? "…" : "");
    }

    private static String cut(String line) {
        return Console.cut(line, COLUMNS);
    }
}
