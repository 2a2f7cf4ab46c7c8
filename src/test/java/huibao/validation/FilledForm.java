package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.FormHeader;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneState;
import huibao.model.MissingReason;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Rule;
import huibao.model.Severity;
import huibao.model.SourceFile;
import huibao.model.Submission;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form filled in for a test: one row per item from row 7 on; value in E, prior year in F, growth in G. */
final class FilledForm {

    static final Catalogue JOB = CatalogueReader.read(Path.of("jobs/ningbo-2023"));
    static final String SHEET = "填报表";

    private static final Map<String, String> PRIOR =
            Map.of("110", "100", "11", "10", "1.1", "1", "1", "1", "80", "100", "5000", "100");

    private final UnitCode unit;
    private final Period period;
    private final Map<String, Map<String, Figure>> rows = new TreeMap<>();
    private final Map<String, String> explanations = new TreeMap<>();
    private final List<MilestoneReport> milestones = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Map<String, String> signatures = Map.of("单位负责人", "甲", "统计负责人", "乙", "填表人", "丙", "报出日期", "2023-07-03");
    private String general = "";

    private FilledForm(String unit, String period) {
        this.unit = new UnitCode(unit);
        this.period = Period.parse(period);
    }

    /** No rows yet. */
    static FilledForm of(String unit, String period) {
        return new FilledForm(unit, period);
    }

    static FilledForm yinzhou(String period) {
        return of("330212", period);
    }

    /** Every item the unit is asked, at figures no rule of the job minds. */
    static FilledForm complete(String unit, String period) {
        FilledForm form = of(unit, period);
        for (Item item : JOB.itemsFor(JOB.requireUnit(new UnitCode(unit)))) {
            String value = switch (item.code().value()) {
                case "T0709" -> "1";
                case "T0706A", "T0801A" -> "80";
                case "T1008A" -> "5000";
                default -> nearAllocation(item, new UnitCode(unit));
            };
            form.value(item.code().value(), value);
            if (item.asksPriorYear()) {
                form.prior(item.code().value(), PRIOR.get(value));
            }
        }
        return form;
    }

    /** 110, unless that would be far above what the unit was assigned. */
    private static String nearAllocation(Item item, UnitCode unit) {
        BigDecimal most = JOB.findAllocation(new TargetCode(item.code().value()), unit)
                .map(share -> share.value().multiply(BigDecimal.valueOf(3)))
                .orElse(BigDecimal.valueOf(110));
        return Stream.of("110", "11")
                .filter(figure -> new BigDecimal(figure).compareTo(most) <= 0)
                .findFirst()
                .orElse("1.1");
    }

    FilledForm value(String item, String figure) {
        return put(item, "E", known(item, "E", figure));
    }

    FilledForm prior(String item, String figure) {
        return put(item, "F", known(item, "F", figure));
    }

    FilledForm growth(String item, String figure) {
        return put(item, "G", known(item, "G", figure));
    }

    FilledForm missing(String item, String column, MissingReason reason, String text) {
        return put(
                item, column, new Figure(Optional.of(at(item, column)), text, new Amount.Missing(reason), List.of()));
    }

    FilledForm without(String item) {
        rows.remove(item);
        return this;
    }

    FilledForm explained(String item, String text) {
        explanations.put(item, text);
        return this;
    }

    FilledForm inGeneral(String text) {
        general = text;
        return this;
    }

    FilledForm signed(Map<String, String> signed) {
        signatures = signed;
        return this;
    }

    FilledForm milestone(String code, MilestoneState state, String evidence) {
        milestones.add(new MilestoneReport(
                new MilestoneCode(code),
                Optional.of(state),
                Optional.empty(),
                evidence,
                state.formText(),
                new CellRef("任务进展", "D" + (5 + milestones.size()))));
        return this;
    }

    FilledForm read(FindingKind kind, String item, String... cells) {
        findings.add(Finding.ofReading(
                kind,
                item.isEmpty() ? Optional.empty() : Optional.of(new ItemCode(item)),
                Stream.of(cells).map(cell -> new CellRef(SHEET, cell)).toList(),
                Map.of()));
        return this;
    }

    CellRef at(String item, String column) {
        List<Item> items = JOB.itemsFor(JOB.requireUnit(unit));
        return new CellRef(SHEET, column + (7 + items.indexOf(JOB.requireItem(new ItemCode(item)))));
    }

    Submission submission() {
        return submission(observations());
    }

    Submission submission(List<Observation> observations) {
        return new Submission(
                file(),
                "甬报2023-1表",
                unit,
                period,
                new FormHeader("甬报2023-1表", "2024-01-31", Optional.empty(), signatures, Map.of(), general, true),
                observations,
                milestones);
    }

    List<Observation> observations() {
        return rows.entrySet().stream()
                .map(row -> new Observation(
                        new ItemCode(row.getKey()),
                        figure(row.getValue(), row.getKey(), "E"),
                        figure(row.getValue(), row.getKey(), "F"),
                        row.getValue().getOrDefault("G", Figure.notAsked()),
                        Figure.notAsked(),
                        Figure.notAsked(),
                        explanations.getOrDefault(row.getKey(), ""),
                        ""))
                .toList();
    }

    Reading reading() {
        return new Reading(file(), Optional.of(submission()), findings);
    }

    List<Finding> findings() {
        return findings;
    }

    static SourceFile file() {
        return new SourceFile("表.xlsx", "0".repeat(64), 1);
    }

    /** The job with these rules instead of its own. */
    static Catalogue jobWith(Rule... rules) {
        return new Catalogue(
                JOB.settings(),
                JOB.units(),
                JOB.items(),
                JOB.targets(),
                JOB.milestones(),
                JOB.allocations(),
                List.of(rules),
                JOB.deadlines(),
                JOB.milestoneDeadlines(),
                JOB.weights(),
                JOB.hash(),
                JOB.formHash());
    }

    static Rule rule(FindingKind kind, String items, String... parameters) {
        Set<ItemCode> codes = Stream.of(items.split(" "))
                .filter(code -> !code.isEmpty())
                .map(ItemCode::new)
                .collect(Collectors.toSet());
        Map<String, String> map = new TreeMap<>();
        for (String parameter : parameters) {
            map.put(parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        return new Rule(kind.name(), kind, kind.defaultSeverity(), Rule.State.ON, codes, map);
    }

    static Rule with(Rule rule, Severity severity, Rule.State state) {
        return new Rule(rule.code(), rule.kind(), severity, state, rule.items(), rule.parameters());
    }

    private Figure figure(Map<String, Figure> row, String item, String column) {
        return row.getOrDefault(
                column,
                new Figure(Optional.of(at(item, column)), "", new Amount.Missing(MissingReason.BLANK), List.of()));
    }

    private FilledForm put(String item, String column, Figure figure) {
        rows.computeIfAbsent(item, key -> new TreeMap<>()).put(column, figure);
        return this;
    }

    private Figure known(String item, String column, String figure) {
        return new Figure(Optional.of(at(item, column)), figure, new Amount.Known(new BigDecimal(figure)), List.of());
    }
}
