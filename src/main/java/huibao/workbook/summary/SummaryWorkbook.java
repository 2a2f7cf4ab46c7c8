package huibao.workbook.summary;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Imputation;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.workbook.WorkbookBytes;
import huibao.workbook.stream.RowSpool;
import huibao.workbook.stream.StreamedWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.SpreadsheetVersion;
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

    /**
     * Writes the workbook into a file; the same bulletin yields the same bytes.
     *
     * @param file it is made or written over; a workbook of the same name must not be read meanwhile
     */
    public void write(Bulletin bulletin, Path file) {
        write(bulletin, file, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** @param mostRows how many rows a sheet can have */
    void write(Bulletin bulletin, Path file, int mostRows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                RowSpool spool = RowSpool.beside(file)) {
            StreamedWorkbook streamed = new StreamedWorkbook(workbook, spool, mostRows);
            write(bulletin, streamed);
            workbook.setActiveSheet(0);
            WorkbookBytes.stamp(workbook, bulletin.at());
            streamed.save(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void write(Bulletin bulletin, StreamedWorkbook streamed) {
        SheetContext context = new SheetContext(catalogue, messages, bulletin, streamed);
        for (SummarySheet sheet : SummarySheet.of(bulletin)) {
            streamed.workbook().createSheet(sheet.title(context));
        }
        BaseTableSheet figures = new BaseTableSheet(context);
        UnitFiguresSheet unitFigures = UnitFiguresSheet.of(context);
        DistrictVerdicts verdicts = new DistrictVerdicts(catalogue.targets());
        Shortfall shortfall = new Shortfall(context);
        GrowthRanking growths =
                new GrowthRanking(catalogue.targets(), context.layout().mostBars());
        FindingsSheet findings = new FindingsSheet(context);
        BrokenRules broken = new BrokenRules();
        findings.add(bulletin.rejectedFindings());
        broken.add(bulletin.rejectedFindings());
        // Once only: what is of a unit is put together anew each time.
        bulletin.units().forEach(part -> {
            Map<TargetCode, Attainment> own = context.verdicts(part);
            figures.add(part);
            findings.add(part.findings());
            broken.add(part.findings());
            Optional<Unit> unit = catalogue.findUnit(part.unit());
            unit.ifPresent(known -> unitFigures.add(known, own));
            unit.filter(known -> known.kind() == UnitKind.DISTRICT).ifPresent(district -> {
                verdicts.add(district, own);
                shortfall.add(district, own);
                growths.add(district, own);
            });
        });
        broken.addCity(bulletin.cityFindings());
        // The long table first: other sheets lead to its rows.
        figures.finish();
        new CompilationNotesSheet(context, broken).write();
        SourceLinks sources = new SourceLinks(context, figures);
        new TargetsSheet(context, sources).write();
        unitFigures.write(sources);
        switch (context.layout()) {
            case ACROSS -> new RanksSheet(context, sources, verdicts).write();
            case DOWN -> new RankRowsSheet(context, verdicts).write();
        }
        new LightsSheet(context, sources, verdicts, shortfall).write();
        new ReportingSheet(context).write();
        findings.write();
        new MilestoneProgressSheet(context).write();
        new RevisionsSheet(context).write();
        new ChartsSheet(context, sources, verdicts, growths).write();
        if (bulletin.imputations().method() != Imputation.NONE) {
            new ImputationSheet(context).write();
        }
    }
}
