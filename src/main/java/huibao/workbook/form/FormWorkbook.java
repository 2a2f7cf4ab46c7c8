package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.FormStamp;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.workbook.FormStyles;
import huibao.workbook.PackageParts;
import huibao.workbook.WorkbookBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The form a unit fills in for a period (DESIGN: the form), blank or with figures; the same input gives the same bytes. */
public final class FormWorkbook {

    private static final String WORKBOOK = "xl/workbook.xml";

    private final Catalogue catalogue;
    private final Messages messages;
    private final FormRelations relations;

    public FormWorkbook(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.relations = new FormRelations(catalogue, messages);
    }

    /** The bytes of an .xlsx workbook. */
    public byte[] write(Unit unit, Period period, FormContents contents) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            FormStyles styles = new FormStyles(workbook);
            new FiguresSheet(catalogue, messages, workbook, styles, contents).write(unit, period);
            if (!catalogue.milestonesFor(unit).isEmpty()) {
                new MilestonesSheet(catalogue, messages, workbook, styles).write(unit, period, contents.milestones());
            }
            new NotesSheet(catalogue, messages, relations, workbook, styles).write(unit, period);
            Map<String, String> stamp = stamp(unit, period);
            stamp.forEach((key, value) -> {
                XSSFName name = workbook.createName();
                name.setNameName(key);
                name.setRefersToFormula("\"" + value.replace("\"", "\"\"") + "\"");
            });
            WorkbookBytes.stamp(
                    workbook,
                    period.lastDay().atStartOfDay(catalogue.settings().zone()).toInstant());
            Map<String, byte[]> parts = PackageParts.of(workbook);
            parts.computeIfPresent(WORKBOOK, (part, content) -> hidden(content, stamp.keySet()));
            return WorkbookBytes.of(parts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a workbook in memory", e);
        }
    }

    private Map<String, String> stamp(Unit unit, Period period) {
        FormStamp stamp = new FormStamp(catalogue.settings().form().code(), period, unit.code(), catalogue.formHash());
        Map<String, String> names = new LinkedHashMap<>();
        names.put(FormStamp.NAME_FORM, stamp.form());
        names.put(FormStamp.NAME_PERIOD, stamp.period().toString());
        names.put(FormStamp.NAME_UNIT, stamp.unit().value());
        names.put(FormStamp.NAME_CATALOGUE, stamp.catalogueHash());
        names.put(FormStamp.NAME_SEAL, stamp.seal());
        return names;
    }

    /** The library cannot hide a name that it writes. */
    private static byte[] hidden(byte[] workbook, Set<String> names) {
        String text = new String(workbook, StandardCharsets.UTF_8);
        for (String name : names) {
            String defined = "<definedName name=\"" + name + "\"";
            text = text.replace(defined, defined + " hidden=\"true\"");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
