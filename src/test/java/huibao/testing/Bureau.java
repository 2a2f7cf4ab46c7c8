package huibao.testing;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Progress;
import huibao.pipeline.ReportingRun;
import huibao.pipeline.RunRequest;
import huibao.pipeline.RunResult;
import huibao.sample.SampleFigures;
import huibao.sample.SampleForm;
import huibao.workbook.form.DataNature;
import huibao.workbook.form.FormContents;
import huibao.workbook.form.FormRow;
import huibao.workbook.form.FormWorkbook;
import huibao.workbook.form.MilestoneEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A bureau for tests: a job, its folders, forms dropped in its inbox, nights run. */
public final class Bureau {

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final FormWorkbook form;
    private final SampleFigures figures;

    public Bureau(Path job, Path folder) {
        this(job, folder.resolve("input"), folder.resolve("output"));
    }

    /** A job with an inbox of its own that publishes beside other jobs. */
    public Bureau(Path job, Path input, Path output) {
        this.catalogue = CatalogueReader.read(job);
        this.folders = new JobFolders(
                job,
                input.resolve("inbox"),
                input.resolve("archive"),
                output.resolve(catalogue.settings().name()));
        this.form = new FormWorkbook(catalogue, Messages.in(Locale.SIMPLIFIED_CHINESE));
        this.figures = new SampleFigures(catalogue, 7);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** A unit that reports. */
    public Unit requireUnit(String code) {
        return catalogue.requireUnit(new UnitCode(code));
    }

    /** What its form would hold. */
    public SampleForm sample(Unit unit, Period period) {
        return figures.form(unit, period);
    }

    /** The job's form. */
    public FormWorkbook form() {
        return form;
    }

    /** How many units report. */
    public int units() {
        return catalogue.units().size();
    }

    public JobFolders folders() {
        return folders;
    }

    /** Drops a unit's form as it should be. */
    public void drop(String unit, String period) throws IOException {
        drop(unit, period, "", Map.of());
    }

    /** Drops every unit's form as it should be. */
    public void dropAll(String period) throws IOException {
        for (Unit unit : catalogue.units()) {
            drop(unit.code().value(), period);
        }
    }

    /** The figures a unit's form should have, as changes to another's. */
    public Map<String, String> figuresOf(String unit, String period) {
        Map<String, String> values = new LinkedHashMap<>();
        figures.form(catalogue.requireUnit(new UnitCode(unit)), Period.parse(period))
                .rows()
                .forEach((item, row) -> values.put(item.value(), row.value().toPlainString()));
        return values;
    }

    /**
     * Drops a unit's form with some values changed: an empty text is a blank cell, "*1.01" a factor; what is
     * given for "T0204 核实说明" explains that row. 预计全年 is raised to the value where that is higher.
     */
    public void drop(String unit, String period, String suffix, Map<String, String> changes) throws IOException {
        explain(unit, period, suffix, changes, "");
    }

    /** The same with an explanation beside the figures changed. */
    public void explain(String unit, String period, String suffix, Map<String, String> changes, String explanation)
            throws IOException {
        drop(unit + "-" + period + suffix + ".xlsx", form(unit, period, changes, explanation), Period.parse(period));
    }

    /** A unit's form with some values changed, as {@link #drop(String, String, String, Map)} drops it. */
    public byte[] form(String unit, String period, Map<String, String> changes) {
        return form(unit, period, changes, "");
    }

    private byte[] form(String unit, String period, Map<String, String> changes, String explanation) {
        Unit sender = catalogue.requireUnit(new UnitCode(unit));
        Period of = Period.parse(period);
        SampleForm sample = figures.form(sender, of);
        Map<ItemCode, FormRow> rows = new LinkedHashMap<>();
        sample.rows().forEach((item, row) -> {
            String changed = changes.get(item.value());
            Optional<BigDecimal> value = changed == null ? Optional.of(row.value()) : changed(changed, row.value());
            String said = changes.getOrDefault(item + " 核实说明", changed == null ? "" : explanation);
            Optional<BigDecimal> forecast =
                    row.forecast().map(year -> value.map(year::max).orElse(year));
            rows.put(item, new FormRow(value, row.priorYear(), forecast, said, ""));
        });
        Map<MilestoneCode, MilestoneEntry> milestones = new LinkedHashMap<>();
        sample.milestones()
                .forEach((code, entry) -> milestones.put(
                        code, new MilestoneEntry(Optional.of(entry.state()), entry.date(), entry.evidence())));
        Map<String, String> signatures =
                Map.of("单位负责人", "甲", "统计负责人", "乙", "填表人", "丙", "联系电话", "0", "报出日期", "2023-07-03");
        return form.write(sender, of, new FormContents(rows, milestones, signatures, "", DataNature.SYNTHETIC));
    }

    private static Optional<BigDecimal> changed(String to, BigDecimal from) {
        if (to.startsWith("*")) {
            return Optional.of(
                    from.multiply(new BigDecimal(to.substring(1))).setScale(from.scale(), RoundingMode.HALF_EVEN));
        }
        return Optional.of(to).filter(text -> !text.isEmpty()).map(BigDecimal::new);
    }

    /** Drops any bytes under any name, with the time of the period's end. */
    public void drop(String name, byte[] bytes, Period of) throws IOException {
        Files.createDirectories(folders.inbox());
        Path file = folders.inbox().resolve(name);
        Files.write(file, bytes);
        Files.setLastModifiedTime(
                file, FileTime.from(of.lastDay().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    /** Runs a night. */
    public RunResult run(String period, String now, String... districts) {
        return new ReportingRun(catalogue, folders, Clock.systemUTC(), Progress.NOBODY)
                .run(new RunRequest(
                        Optional.of(Period.parse(period)),
                        Arrays.stream(districts).map(UnitCode::new).toList(),
                        Optional.of(Instant.parse(now))))
                .orElseThrow();
    }

    /** What the registry holds of a unit's period: "v1 ACCEPTED CLEAN", in receipt order. */
    public List<String> states(String unit, String period) {
        return Trees.query(
                folders.database(),
                "SELECT 'v' || version || ' ' || state || ' ' || reason FROM submission WHERE ref_area = '" + unit
                        + "' AND time_period = '" + period + "' ORDER BY receipt");
    }

    /** A value of the published view. */
    public String attainment(String indicator, String unit, String period, String column) {
        return String.join(
                ",",
                Trees.query(
                        folders.database(),
                        "SELECT " + column + " FROM v_attainment WHERE indicator = '" + indicator + "' AND ref_area = '"
                                + unit + "' AND time_period = '" + period + "'"));
    }
}
