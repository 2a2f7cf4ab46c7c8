package huibao.spec;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Decision;
import huibao.model.MilestoneCode;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.sample.SampleFigures;
import huibao.sample.SampleForm;
import huibao.submission.FormDefinition;
import huibao.submission.SubmissionReader;
import huibao.validation.Context;
import huibao.validation.Validator;
import huibao.workbook.form.DataNature;
import huibao.workbook.form.FormContents;
import huibao.workbook.form.FormRow;
import huibao.workbook.form.FormWorkbook;
import huibao.workbook.form.MilestoneEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One job from end to end: its forms filled with sample figures, read back and judged. */
public final class Workbench {

    /** What the sample's foot is signed with. */
    public static final Map<String, String> SIGNATURES =
            Map.of("单位负责人", "示例甲", "统计负责人", "示例乙", "填表人", "示例丙", "联系电话", "0574-00000000", "报出日期", "2023年7月3日");

    private static final long SEED = 2023;

    private final Catalogue catalogue;
    private final SampleFigures figures;
    private final FormWorkbook forms;
    private final Map<String, byte[]> written = new HashMap<>();

    public Workbench(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.figures = new SampleFigures(catalogue, SEED);
        this.forms = new FormWorkbook(catalogue, Messages.in(Locale.CHINESE));
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** A unit by its Chinese name. */
    public Unit unit(String name) {
        return catalogue.units().stream()
                .filter(unit -> unit.nameZh().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit " + name));
    }

    public SampleForm sample(Unit unit, Period period) {
        return figures.form(unit, period);
    }

    /** The unit's form as a statistician fills it in. */
    public byte[] form(Unit unit, Period period) {
        return written.computeIfAbsent(
                unit.code() + "/" + period, key -> forms.write(unit, period, contents(unit, period)));
    }

    /** The same form in English. */
    public byte[] formInEnglish(Unit unit, Period period) {
        return new FormWorkbook(catalogue, Messages.in(Locale.ENGLISH)).write(unit, period, contents(unit, period));
    }

    /** The unit's form with the figures of another unit's. */
    public byte[] formWithFiguresOf(Unit other, Unit unit, Period period) {
        return forms.write(unit, period, contents(other, period));
    }

    /** The same figures on the form of the year before. */
    public byte[] formOfYearBefore(Unit unit, Period period) {
        return forms.write(unit, period.yearBefore(), contents(unit, period));
    }

    /** A form whose heading says one thing and whose figures are another unit's or period's. */
    public byte[] formWithFiguresOf(Unit unit, Period period, Unit owner, Period then) {
        FormContents figures = contents(owner, then);
        return forms.write(
                unit,
                period,
                new FormContents(
                        figures.rows(), contents(unit, period).milestones(), SIGNATURES, "", DataNature.SYNTHETIC));
    }

    private FormContents contents(Unit unit, Period period) {
        SampleForm sample = sample(unit, period);
        Map<huibao.model.ItemCode, FormRow> rows = new LinkedHashMap<>();
        sample.rows()
                .forEach((item, row) ->
                        rows.put(item, new FormRow(Optional.of(row.value()), row.priorYear(), row.forecast(), "", "")));
        Map<MilestoneCode, MilestoneEntry> milestones = new LinkedHashMap<>();
        sample.milestones()
                .forEach((code, entry) -> milestones.put(
                        code, new MilestoneEntry(Optional.of(entry.state()), entry.date(), entry.evidence())));
        return new FormContents(rows, milestones, SIGNATURES, "", DataNature.SYNTHETIC);
    }

    /** Reads a file under the name it is said to have had in the inbox. */
    public Reading read(Path file, String name) throws IOException {
        return reader(catalogue.settings().year()).read(file, source(file, name));
    }

    public Reading read(Path file) throws IOException {
        return read(file, "x.xlsx");
    }

    /** Reads a form that the same job collected in another year. */
    public Submission readOfYear(Path file, int year) throws IOException {
        Reading reading = reader(year).read(file, source(file, "x.xlsx"));
        return reading.submission().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    public Decision judge(Reading reading, Context context) {
        return new Validator(catalogue).validate(reading, context);
    }

    private static SourceFile source(Path file, String name) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return new SourceFile(name, HexFormat.of().formatHex(digest), Files.size(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private SubmissionReader reader(int year) {
        return new SubmissionReader(
                new FormDefinition(
                        catalogue.settings().form().code(),
                        catalogue.settings().frequency(),
                        year,
                        catalogue.settings().form().validUntil(),
                        List.of(catalogue.formHash(), catalogue.hash()),
                        catalogue.units(),
                        catalogue.items(),
                        catalogue.milestones()),
                (source, why) -> {});
    }
}
