package huibao.workbook;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Imputation;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The summary workbook (汇总表) of a period: verdicts, districts, ranks, lights, who reported, what the
 * audit found, and every figure down to its source cell. Values only, rounded as the job rounds; where
 * there is no figure stands a dash.
 */
public final class SummaryWorkbook {

    private final Catalogue catalogue;
    private final Messages messages;

    /**
     * @param messages the texts; their language is the workbook's
     */
    public SummaryWorkbook(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** The workbook's bytes; the same bulletin yields the same bytes. */
    public byte[] write(Bulletin bulletin) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            SummaryContext context = new SummaryContext(catalogue, messages, bulletin, workbook);
            for (SummarySheet sheet : SummarySheet.of(bulletin)) {
                workbook.createSheet(sheet.title(context));
            }
            // the long table first: other sheets lead to its rows
            SummaryFiguresSheet figures = new SummaryFiguresSheet(context);
            figures.write();
            new SummaryNotesSheet(context).write();
            new SummaryTargetsSheet(context, figures).write();
            new SummaryDistrictsSheet(context).write();
            new SummaryRanksSheet(context).write();
            new SummaryLightsSheet(context).write();
            new SummaryReportingSheet(context).write();
            new SummaryFindingsSheet(context).write();
            new SummaryMilestonesSheet(context).write();
            new SummaryRevisionsSheet(context).write();
            new SummaryChartsSheet(context).write();
            if (bulletin.imputations().method() != Imputation.NONE) {
                new SummaryImputationSheet(context).write();
            }
            workbook.setActiveSheet(0);
            WorkbookBytes.stamp(workbook, bulletin.at());
            return WorkbookBytes.of(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a workbook in memory", e);
        }
    }
}
