package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.files.DurableFiles;
import huibao.message.Messages;
import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.sample.SampleFigures;
import huibao.sample.SampleForm;
import huibao.workbook.form.DataNature;
import huibao.workbook.form.FormContents;
import huibao.workbook.form.FormRow;
import huibao.workbook.form.FormWorkbook;
import huibao.workbook.form.MilestoneEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Forms filled with synthetic figures, as a statistician would have filled them. */
final class SyntheticForms {

    private final Messages messages;
    private final SampleFigures figures;
    private final FormWorkbook form;

    SyntheticForms(Catalogue catalogue, Messages messages, long seed) {
        this.messages = messages;
        this.figures = new SampleFigures(catalogue, seed);
        this.form = new FormWorkbook(catalogue, messages);
    }

    /** The unit's workbook for a period. */
    byte[] write(Unit unit, Period period) {
        return write(unit, period, (item, row) -> row);
    }

    /** The unit's workbook with some rows changed. */
    byte[] write(Unit unit, Period period, BiFunction<ItemCode, FormRow, FormRow> change) {
        SampleForm sample = figures.form(unit, period);
        Map<ItemCode, FormRow> rows = new LinkedHashMap<>();
        sample.rows()
                .forEach((item, row) -> rows.put(
                        item,
                        change.apply(
                                item, new FormRow(Optional.of(row.value()), row.priorYear(), row.forecast(), "", ""))));
        Map<MilestoneCode, MilestoneEntry> milestones = new LinkedHashMap<>();
        sample.milestones()
                .forEach((code, entry) -> milestones.put(
                        code, new MilestoneEntry(Optional.of(entry.state()), entry.date(), entry.evidence())));
        return form.write(
                unit, period, new FormContents(rows, milestones, signatures(period), "", DataNature.SYNTHETIC));
    }

    /**
     * Drops a workbook in the inbox. Its time is that of the period, so that the order in which files
     * are taken does not depend on how fast they were written.
     */
    static void drop(Path file, byte[] content, Period period) throws IOException {
        DurableFiles.publish(file, content);
        Files.setLastModifiedTime(
                file, FileTime.from(period.lastDay().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private Map<String, String> signatures(Period period) {
        Map<String, String> signatures = new LinkedHashMap<>();
        for (String field : messages.text("sample.signatures").split("\\|")) {
            signatures.put(field, messages.text("sample.signer"));
        }
        signatures.put(
                messages.text("sample.signing_date"),
                period.lastDay().plusDays(3).toString());
        return signatures;
    }
}
