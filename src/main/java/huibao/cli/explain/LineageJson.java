package huibao.cli.explain;

import huibao.catalogue.Catalogue;
import huibao.lineage.Issue;
import huibao.lineage.Lineages;
import huibao.lineage.MilestoneLineage;
import huibao.lineage.TargetLineage;
import huibao.message.Messages;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneStatus;
import huibao.model.Revision;
import huibao.model.RevisionReason;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trail for programs, codes and exact figures only: documented in docs/explain.md. */
final class LineageJson {

    private final Catalogue catalogue;
    private final DefinitionJson definitions;
    private final Lineages trails;
    private final FigureJson figures;

    LineageJson(Catalogue catalogue, Messages messages, Lineages trails) {
        this.catalogue = catalogue;
        this.definitions = new DefinitionJson(messages);
        this.trails = trails;
        this.figures = new FigureJson(messages);
    }

    Map<String, Object> of(Subject subject, Unit area) {
        Map<String, Object> members = definitions.of(subject);
        issue(members, trails.issue());
        members.put("ref_area", area.code().value());
        if (subject instanceof Subject.OfTarget of) {
            target(members, trails.of(of.target(), area));
        } else if (subject instanceof Subject.OfItem of) {
            members.put(
                    "targets",
                    catalogue.targetsOf(of.item().code()).stream()
                            .map(target -> served(target, area))
                            .toList());
            figures.put(members, trails.beneath(List.of(of.item().code()), area));
        } else if (subject instanceof Subject.OfMilestone of) {
            milestone(members, trails.of(of.milestone(), area));
        }
        return members;
    }

    private static void issue(Map<String, Object> members, Issue issue) {
        members.put("time_period", issue.period().toString());
        members.put("edition", issue.edition().map(edition -> edition.number()).orElse(0));
        members.put(
                "published_at",
                issue.edition().map(edition -> edition.publishedAt().toString()).orElse(""));
        members.put("catalogue_hash", issue.catalogueHash());
        members.put(
                "edition_catalogue_hash",
                issue.edition().map(edition -> edition.catalogueHash()).orElse(""));
        members.put("synthetic", issue.synthetic());
    }

    private void target(Map<String, Object> members, TargetLineage trail) {
        members.put("attainment", trail.attainment().map(AttainmentJson::of).orElseGet(LinkedHashMap::new));
        members.put(
                "revisions",
                trail.revisions().stream().map(LineageJson::revision).toList());
        figures.put(members, trail.beneath());
    }

    private Map<String, Object> served(Target target, Unit area) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("target", target.code().value());
        one.put("name_zh", target.nameZh());
        one.put("name_en", target.nameEn());
        one.put("measure", target.measure().name());
        one.put(
                "attainment",
                trails.attainment(target.code(), area.code())
                        .map(AttainmentJson::of)
                        .orElseGet(LinkedHashMap::new));
        return one;
    }

    private static Map<String, Object> revision(Revision revision) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("edition", revision.edition());
        one.put("at", revision.at().toString());
        one.put("ref_area", revision.refArea().value());
        one.put("figure", revision.figure().name());
        one.put("code", revision.code());
        one.put("old_value", revision.oldStatus().map(Enum::name).orElse(FigureJson.text(revision.oldValue())));
        one.put("new_value", revision.newStatus().map(Enum::name).orElse(FigureJson.text(revision.newValue())));
        one.put("reasons", revision.reasons().stream().map(RevisionReason::name).toList());
        one.put("old_submission", revision.oldSubmission().orElse(""));
        one.put("new_submission", revision.newSubmission().orElse(""));
        return one;
    }

    private static void milestone(Map<String, Object> members, MilestoneLineage trail) {
        members.put("due", trail.due().map(LocalDate::toString).orElse(""));
        members.put("city", trail.city().map(LineageJson::status).orElseGet(LinkedHashMap::new));
        members.put("reporters", trail.lines().stream().map(LineageJson::line).toList());
    }

    private static Map<String, Object> status(MilestoneStatus status) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("status", status.status().name());
        one.put("light", status.status().light().name());
        one.put("state", status.state().map(Enum::name).orElse(""));
        one.put("date", status.date().map(LocalDate::toString).orElse(""));
        one.put("evidence", status.evidence());
        one.put("months_late", status.monthsLate());
        one.put("waiting_for", status.waitingFor().stream().map(UnitCode::value).toList());
        return one;
    }

    private static Map<String, Object> line(MilestoneLineage.Line line) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("ref_area", line.unit().code().value());
        one.put("name_zh", line.unit().nameZh());
        one.put("name_en", line.unit().nameEn());
        one.put("status", line.status().map(LineageJson::status).orElseGet(LinkedHashMap::new));
        one.put("versions", line.versions().stream().map(LineageJson::version).toList());
        return one;
    }

    private static Map<String, Object> version(MilestoneLineage.Version version) {
        Map<String, Object> one = FigureJson.submission(version.submission());
        one.put("report", version.report().map(LineageJson::report).orElseGet(LinkedHashMap::new));
        return one;
    }

    private static Map<String, Object> report(MilestoneReport report) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("state", report.state().map(Enum::name).orElse(""));
        one.put("raw_state", report.rawState());
        one.put("date", report.date().map(LocalDate::toString).orElse(""));
        one.put("evidence", report.evidence());
        one.put("sheet", report.at().sheet());
        one.put("cell", report.at().cell());
        return one;
    }
}
