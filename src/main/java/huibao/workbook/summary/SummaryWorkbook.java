package huibao.workbook.summary;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Imputation;
import huibao.workbook.WorkbookBytes;
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
            SheetContext context = new SheetContext(catalogue, messages, bulletin, workbook);
            for (SummarySheet sheet : SummarySheet.of(bulletin)) {
                workbook.createSheet(sheet.title(context));
            }
            // the long table first: other sheets lead to its rows
            BaseTableSheet figures = new BaseTableSheet(context);
            figures.write();
            new CompilationNotesSheet(context).write();
            SourceLinks sources = new SourceLinks(context, figures);
            new TargetsSheet(context, sources).write();
            new DistrictsSheet(context, sources).write();
            new RanksSheet(context, sources).write();
            new LightsSheet(context, sources).write();
            new ReportingSheet(context).write();
            new FindingsSheet(context).write();
            new MilestoneProgressSheet(context).write();
            new RevisionsSheet(context).write();
            new ChartsSheet(context, sources).write();
            if (bulletin.imputations().method() != Imputation.NONE) {
                new ImputationSheet(context).write();
            }
            workbook.setActiveSheet(0);
            WorkbookBytes.stamp(workbook, bulletin.at());
            return WorkbookBytes.of(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a workbook in memory", e);
        }
    }
}
