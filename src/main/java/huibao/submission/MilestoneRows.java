package huibao.submission;

import huibao.model.CaptionGroup;
import huibao.model.FindingKind;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneState;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Epoch;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The progress of milestones (任务进展), found by its captions on whatever sheet it stands. */
final class MilestoneRows {

    /** 佐证材料 comes last: on our own form it heads what the bureau expects, beside 佐证说明, what was given. */
    private static final List<CaptionGroup> EVIDENCE =
            List.of(CaptionGroup.TASK_EVIDENCE, CaptionGroup.TASK_PROGRESS, CaptionGroup.TASK_MATERIAL);

    private static final Pattern NO_DATE = Pattern.compile("[-—–/]+|无|暂无");

    /** Where the columns are; −1 for one that is not there. */
    private record Head(int row, int code, int name, int state, int date, int evidence) {}

    private final Captions words;
    private final Map<String, Milestone> byCode = new HashMap<>();
    private final Map<String, Milestone> byName = new HashMap<>();
    private final int year;
    private final Epoch epoch;
    private final Findings findings;
    private final Map<MilestoneCode, MilestoneReport> reports = new LinkedHashMap<>();

    /**
     * @param milestones the unit's
     * @param year the year reported on: a day without one is a day of it
     */
    MilestoneRows(Captions words, List<Milestone> milestones, int year, Epoch epoch, Findings findings) {
        this.words = words;
        this.year = year;
        this.epoch = epoch;
        this.findings = findings;
        for (Milestone milestone : milestones) {
            byCode.put(code(milestone.code().value()), milestone);
            byName.put(Text.key(milestone.nameZh()), milestone);
            if (!milestone.nameEn().isEmpty()) {
                byName.put(Text.key(milestone.nameEn()), milestone);
            }
        }
    }

    /** The rows of every visible sheet that has such a table, in form order; a second row of one task is not taken. */
    List<MilestoneReport> read(List<Grid> sheets) {
        for (Grid sheet : sheets) {
            Optional<Head> head = sheet.isHidden() ? Optional.empty() : head(words, sheet);
            if (head.isPresent()) {
                for (int row : sheet.rowNumbers().tailSet(head.get().row(), false)) {
                    read(sheet, head.get(), row);
                }
            }
        }
        return new ArrayList<>(reports.values());
    }

    /** The row of a sheet's captions, if it is a sheet of milestones. */
    static Optional<Integer> captionRow(Captions words, Grid sheet) {
        return head(words, sheet).map(Head::row);
    }

    private static Optional<Head> head(Captions words, Grid sheet) {
        for (int row : sheet.rowNumbers()) {
            int state = find(words, sheet, row, CaptionGroup.TASK_STATE);
            int code = state < 0 ? -1 : find(words, sheet, row, CaptionGroup.TASK_CODE);
            int name = state < 0 ? -1 : find(words, sheet, row, CaptionGroup.TASK_NAME);
            if (state >= 0 && (code >= 0 || name >= 0)) {
                int date = find(words, sheet, row, CaptionGroup.TASK_DATE);
                return Optional.of(new Head(row, code, name, state, date, evidence(words, sheet, row)));
            }
        }
        return Optional.empty();
    }

    private static int evidence(Captions words, Grid sheet, int row) {
        return EVIDENCE.stream()
                .mapToInt(group -> find(words, sheet, row, group))
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static int find(Captions words, Grid sheet, int row, CaptionGroup group) {
        for (Cell cell : sheet.row(row)) {
            if (cell.kind() == Cell.Kind.TEXT && words.is(group, cell.text())) {
                return cell.column();
            }
        }
        return -1;
    }

    private void read(Grid sheet, Head head, int row) {
        String code = head.code() < 0 ? "" : sheet.text(row, head.code());
        String name = head.name() < 0 ? "" : sheet.text(row, head.name());
        Optional<Milestone> match = Stream.of(
                        Optional.ofNullable(byCode.get(code(code))), Optional.ofNullable(byName.get(Text.key(name))))
                .flatMap(Optional::stream)
                .findFirst();
        if (match.isEmpty()) {
            return;
        }
        MilestoneCode milestone = match.get().code();
        String raw = sheet.text(row, head.state());
        Map<String, String> parameters = Map.of(
                "found", Text.shown(raw),
                "code", milestone.value(),
                "name", match.get().nameZh(),
                "sheet", sheet.name(),
                "expected",
                        String.join(
                                "、",
                                Stream.of(MilestoneState.values())
                                        .map(MilestoneState::formText)
                                        .toList()));
        if (reports.containsKey(milestone)) {
            findings.add(FindingKind.ROW_DUPLICATE, List.of(sheet.ref(row, head.state())), parameters);
            return;
        }
        Optional<MilestoneState> state = Stream.of(MilestoneState.values())
                .filter(s -> words.is(CaptionGroup.valueOf("STATE_" + s.name()), raw))
                .findFirst();
        if (state.isEmpty() && !Text.squeeze(raw).isEmpty()) {
            findings.add(FindingKind.MILESTONE_STATE_UNKNOWN, List.of(sheet.ref(row, head.state())), parameters);
        }
        Optional<LocalDate> date = head.date() < 0 ? Optional.empty() : date(sheet, row, head.date(), match.get());
        String evidence = head.evidence() < 0 ? "" : Text.trim(sheet.text(row, head.evidence()));
        reports.put(
                milestone, new MilestoneReport(milestone, state, date, evidence, raw, sheet.ref(row, head.state())));
    }

    /** The date given; what is none and what lies outside the year is asked about, a dash is blank. */
    private Optional<LocalDate> date(Grid sheet, int row, int column, Milestone milestone) {
        Optional<Cell> cell = sheet.cell(row, column).filter(typed -> !typed.isBlank());
        if (cell.isEmpty() || NO_DATE.matcher(Text.key(cell.get().display())).matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = DateText.milestoneDay(cell.get(), year, epoch);
        boolean outside = date.filter(day -> day.getYear() != year).isPresent();
        if (date.isEmpty() || outside) {
            findings.add(
                    outside ? FindingKind.MILESTONE_DATE_OUTSIDE : FindingKind.MILESTONE_DATE_UNREADABLE,
                    List.of(sheet.ref(row, column)),
                    Map.of(
                            "found",
                            date.map(LocalDate::toString)
                                    .orElse(Text.shown(cell.get().display())),
                            "code",
                            milestone.code().value(),
                            "name",
                            milestone.nameZh(),
                            "expected",
                            Integer.toString(year)));
        }
        return date;
    }

    private static String code(String typed) {
        return Text.key(typed).toUpperCase(Locale.ROOT);
    }
}
