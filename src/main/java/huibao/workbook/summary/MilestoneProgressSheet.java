package huibao.workbook.summary;

import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneStatus;
import huibao.model.UnitCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PaperSize;

/** 任务进展: promises without a number; where several units report one, each has its own line. */
final class MilestoneProgressSheet {

    private static final int SEVERAL = 1;

    private final SheetContext context;
    private final Map<MilestoneCode, Map<UnitCode, MilestoneStatus>> statuses = new HashMap<>();

    MilestoneProgressSheet(SheetContext context) {
        this.context = context;
        for (MilestoneStatus status : context.bulletin().milestones()) {
            statuses.computeIfAbsent(status.milestone(), code -> new HashMap<>())
                    .putIfAbsent(status.refArea(), status);
        }
    }

    void write() {
        SheetWriter grid = new SheetWriter(
                context, SummarySheet.MILESTONES, PaperSize.A4_PAPER, 6, 9, 40, 12, 9, 18, 11, 15, 36, 17, 22);
        grid.head(context.text("title.milestones", "title", context.settings().titleZh()));
        grid.header(
                context.texts(
                        "column",
                        "number section milestone verb milestone_kind reporter milestone_state date evidence"
                                + " verdict waiting_for"),
                3);
        int number = 0;
        for (Milestone milestone : context.catalogue().milestones()) {
            Optional<MilestoneStatus> whole =
                    find(milestone, context.catalogue().city().code());
            if (whole.isPresent()) {
                grid.row();
                grid.whole(0, ++number);
                write(grid, milestone, whole.get(), reporters(milestone));
            }
            if (milestone.reporters().size() > SEVERAL) {
                parts(grid, milestone);
            }
        }
        if (number == 0) {
            grid.note(context.text("no_milestones"));
        }
        grid.finish();
    }

    private String reporters(Milestone milestone) {
        return milestone.reporters().size() > SEVERAL
                ? context.text(
                        "several_reporters",
                        "count",
                        String.valueOf(milestone.reporters().size()))
                : context.names(milestone.reporters());
    }

    private void parts(SheetWriter grid, Milestone milestone) {
        for (UnitCode reporter : milestone.reporters()) {
            find(milestone, reporter).ifPresent(part -> {
                grid.row();
                grid.text(0, "", Look.CENTRE);
                write(grid, milestone, part, context.text("of_which", "unit", context.name(reporter)));
            });
        }
    }

    private Optional<MilestoneStatus> find(Milestone milestone, UnitCode refArea) {
        return Optional.ofNullable(
                statuses.getOrDefault(milestone.code(), Map.of()).get(refArea));
    }

    private void write(SheetWriter grid, Milestone milestone, MilestoneStatus status, String reporter) {
        String missing = context.text("missing");
        grid.text(1, milestone.section(), Look.CENTRE);
        grid.text(2, milestone.nameZh(), Look.LEFT);
        grid.text(3, milestone.verb(), Look.LEFT);
        grid.text(4, context.word(milestone.kind()), Look.CENTRE);
        grid.text(5, reporter, Look.LEFT);
        grid.text(6, status.state().map(context::word).orElse(missing), Look.CENTRE);
        grid.text(7, status.date().map(context::date).orElse(missing), Look.CENTRE);
        grid.text(8, status.evidence().isEmpty() ? missing : status.evidence(), Look.LEFT);
        String verdict = context.text(
                "verdict",
                "word",
                context.word(status.status()),
                "light",
                context.word(status.status().light()));
        String late = status.monthsLate() > 0
                ? context.text("months_late", "count", String.valueOf(status.monthsLate()))
                : "";
        grid.text(9, verdict + late, SummaryStyles.light(status.status()));
        List<UnitCode> waiting = status.waitingFor();
        grid.text(10, waiting.isEmpty() ? missing : context.names(waiting), Look.LEFT);
    }
}
