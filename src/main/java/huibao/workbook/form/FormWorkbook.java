package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.FormStamp;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.workbook.FormStyles;
import huibao.workbook.WorkbookBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The form a unit fills in for a period (DESIGN: the form), blank or with figures; the same input gives the same bytes. */
public final class FormWorkbook {

    private final Catalogue catalogue;
    private final Messages messages;

    public FormWorkbook(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** The bytes of an .xlsx workbook. */
    public byte[] write(Unit unit, Period period, FormContents contents) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            FormStyles styles = new FormStyles(workbook);
            new FiguresSheet(catalogue, messages, workbook, styles).write(unit, period, contents);
            if (!catalogue.milestonesFor(unit).isEmpty()) {
                new MilestonesSheet(catalogue, messages, workbook, styles).write(unit, period, contents.milestones());
            }
            new NotesSheet(catalogue, messages, workbook, styles).write(unit, period);
            hide(workbook, unit, period);
            WorkbookBytes.stamp(
                    workbook,
                    period.lastDay().atStartOfDay(catalogue.settings().zone()).toInstant());
            return WorkbookBytes.of(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a workbook in memory", e);
        }
    }

    private void hide(XSSFWorkbook workbook, Unit unit, Period period) throws IOException {
        FormStamp stamp = new FormStamp(catalogue.settings().form().code(), period, unit.code(), catalogue.formHash());
        Map<String, String> names = new LinkedHashMap<>();
        names.put(FormStamp.NAME_FORM, stamp.form());
        names.put(FormStamp.NAME_PERIOD, stamp.period().toString());
        names.put(FormStamp.NAME_UNIT, stamp.unit().value());
        names.put(FormStamp.NAME_CATALOGUE, stamp.catalogueHash());
        names.put(FormStamp.NAME_SEAL, stamp.seal());
        names.forEach((key, value) -> {
            XSSFName name = workbook.createName();
            name.setNameName(key);
            name.setRefersToFormula("\"" + value.replace("\"", "\"\"") + "\"");
        });
        // The library keeps names apart from the document until it writes, and cannot hide one: after a
        // first writing the document holds them, and what is set there stays.
        workbook.write(OutputStream.nullOutputStream());
        workbook.getCTWorkbook().getDefinedNames().getDefinedNameList().stream()
                .filter(defined -> names.containsKey(defined.getName()))
                .forEach(defined -> defined.setHidden(true));
    }
}
