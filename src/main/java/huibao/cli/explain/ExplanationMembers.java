package huibao.cli.explain;

import huibao.json.Members;
import huibao.lineage.Contribution;
import huibao.lineage.FigureParts;
import huibao.lineage.ItemLineage;
import huibao.lineage.MilestoneLineage;
import huibao.lineage.RuleLineage;
import huibao.lineage.Source;
import huibao.lineage.SourceFigure;
import huibao.lineage.Subject;
import huibao.lineage.TargetLineage;
import huibao.lineage.TracedFinding;
import huibao.message.Messages;
import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.Item;
import huibao.model.Milestone;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneStatus;
import huibao.model.Observation;
import huibao.model.Revision;
import huibao.model.Rule;
import huibao.model.SubmissionRecord;
import huibao.model.SubmittedExplanation;
import huibao.model.Target;
import java.util.List;
import java.util.Map;

/** What an explanation says to programs: documented in docs/explain.md. */
final class ExplanationMembers {

    private static final String ISSUE =
            " time_period=issue.period edition=issue.edition.number published_at=issue.edition.published_at"
                    + " catalogue_hash=issue.catalogue_hash edition_catalogue_hash=issue.edition.catalogue_hash"
                    + " synthetic=issue.synthetic ref_area=issue.area.code ";
    private static final String UNIT = "ref_area=unit.code name_zh=unit.name_zh name_en=unit.name_en ";
    private static final String BENEATH =
            " items=beneath.items city_findings=beneath.city_findings sources=beneath.sources";

    /** One cell of a row, with what it is for. */
    private record Cell(String figure, Figure read) {}

    private ExplanationMembers() {}

    /** @param messages in whose language rules and findings are told */
    static Members in(Messages messages) {
        Members members = new Members();
        definitions(members, messages);
        lineages(members);
        verdicts(members);
        figures(members, messages);
        return members;
    }

    private static void definitions(Members members, Messages messages) {
        members.of(
                        Subject.OfRule.class,
                        "kind code=kind severity=kind.default_severity title cause remedy rules",
                        Map.of(
                                "kind", of -> "rule",
                                "title", of -> messages.title(of.kind()),
                                "cause", of -> messages.cause(of.kind()),
                                "remedy", of -> messages.text(of.kind().name() + ".remedy")))
                .of(Subject.OfTarget.class, "kind code=target.code target", Map.of("kind", of -> "target"))
                .of(Subject.OfItem.class, "kind code=item.code item", Map.of("kind", of -> "item"))
                .of(Subject.OfMilestone.class, "kind code=milestone.code milestone", Map.of("kind", of -> "milestone"))
                .of(
                        Rule.class,
                        "rule=code severity state items parameters",
                        Map.of("items", rule -> rule.items().stream().sorted().toList()))
                .of(Target.class, """
                        section heading report_line name_zh name_en as_written qualifier comparator target_value=value
                        unit_measure measure items scale pace level notes""")
                .of(Item.class, """
                        item=code name_zh unit_measure decimals accumulation asks_prior_year reporter role ledger_key""")
                .of(Milestone.class, """
                        section heading report_line name_zh verb milestone_kind=kind evidence reporters""");
    }

    private static void lineages(Members members) {
        members.of(RuleLineage.class, "subject.* fired")
                .of(RuleLineage.Fired.class, "rule hits=hits.size submissions periods")
                .of(
                        TargetLineage.class,
                        "kind code=target.code target" + ISSUE + "attainment revisions" + BENEATH,
                        Map.of("kind", of -> "target"))
                .of(
                        ItemLineage.class,
                        "kind code=item.code item" + ISSUE + "targets" + BENEATH,
                        Map.of("kind", of -> "item"))
                .of(ItemLineage.Served.class, """
                        target=target.code name_zh=target.name_zh name_en=target.name_en measure=target.measure
                        attainment""")
                .of(
                        MilestoneLineage.class,
                        "kind code=milestone.code milestone" + ISSUE + "due city reporters=lines",
                        Map.of("kind", of -> "milestone"))
                .of(MilestoneLineage.Line.class, UNIT + "status versions")
                .of(MilestoneLineage.Version.class, "submission.* report")
                .of(MilestoneReport.class, "state raw_state date evidence sheet=at.sheet cell=at.cell");
    }

    private static void verdicts(Members members) {
        members.of(Attainment.class, """
                        ref_area target_value basis obs_value obstacle level_value prior_year_value denominator_value
                        growth_percent completion_percent pace_percent pace_gap_points status light above_band rank
                        reporting_rate obs_status seasonal_pace_percent=seasonal.pace_percent
                        seasonal_gap_points=seasonal.gap_points seasonal_status=seasonal.status
                        seasonal_projected_value=seasonal.projected_value projected_value forecast_value year_end.*
                        low_value high_value certainty=certainty.column depends_on assumptions""")
                .of(Assumption.class, "ref_area=unit item assumption=kind since low_value high_value")
                .of(MilestoneStatus.class, """
                        status light=status.light state date evidence months_late waiting_for""")
                .of(
                        Revision.class,
                        """
                        edition at ref_area figure code old_value new_value reasons old_submission new_submission""",
                        Map.of(
                                "old_value", row -> row.oldStatus().isPresent() ? row.oldStatus() : row.oldValue(),
                                "new_value", row -> row.newStatus().isPresent() ? row.newStatus() : row.newValue()));
    }

    private static void figures(Members members, Messages messages) {
        members.of(FigureParts.class, """
                        item.* obs_value=figure.value prior_year_value=figure.prior_year forecast_value=figure.forecast
                        missing parts=contributions""")
                .of(Contribution.class, UNIT + """
                        part obs_value=value prior_year_value=prior_year share_percent version latest_state""")
                .of(Source.class, "submission.* figures")
                .of(SubmissionRecord.class, """
                        submission_id ref_area=unit version state reason file_name=file.name sha256=file.sha256
                        size=file.size received_at decided_at catalogue_hash""")
                .of(
                        SourceFigure.class,
                        "item obs_status=status cells remark=observation.remark findings explanation",
                        Map.of(
                                "cells",
                                figure -> figure.observation()
                                        .map(ExplanationMembers::cells)
                                        .orElse(List.of())))
                .of(Cell.class, """
                        figure sheet=read.at.sheet cell=read.at.cell raw_text=read.raw_text amount=read.amount.known
                        missing_reason=read.amount.why_missing conversions=read.conversions""")
                .of(TracedFinding.class, "finding.* review_rank")
                .of(
                        Finding.class,
                        """
                        rule kind severity outcome trial cells found expected message decides=impact.decides
                        impact_points=impact.points""",
                        Map.of("found", messages::found, "expected", messages::expected, "message", messages::message))
                .of(SubmittedExplanation.class, """
                        text author at sheet=cell.sheet cell=cell.cell usable first_submission""");
    }

    private static List<Cell> cells(Observation row) {
        return List.of(
                new Cell("value", row.value()),
                new Cell("prior_year", row.priorYear()),
                new Cell("growth", row.growth()),
                new Cell("forecast", row.forecast()),
                new Cell("assigned", row.assigned()));
    }
}
