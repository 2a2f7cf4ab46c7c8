package huibao.workbook;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Finding;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/**
 * The workbook that goes back to its sender: their own, with the cells marked and a first sheet 审核结果;
 * where the original cannot be kept, a fresh one with the same list. The same input gives the same bytes.
 */
public final class ReturnedWorkbook {

    private final Catalogue catalogue;
    private final Messages messages;

    public ReturnedWorkbook(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /**
     * The bytes of an .xlsx workbook.
     *
     * @param original the file as archived; it is not changed
     * @param findings all findings; only those that failed are shown, in this order
     * @throws UncheckedIOException if the original's bytes cannot be read from disk
     */
    public byte[] mark(Path original, SubmissionRecord submission, List<Finding> findings) {
        List<ReviewLine> lines = ReviewLine.of(catalogue, messages, findings);
        if (submission.state() == SubmissionState.REJECTED) {
            return fresh(submission, lines, "rejected");
        }
        byte[] bytes = read(original);
        if (!OriginalGuard.isZip(bytes)) {
            return fresh(submission, lines, "not_xlsx");
        }
        return own(bytes, submission, lines).orElseGet(() -> fresh(submission, lines, "unreadable"));
    }

    private static byte[] read(Path original) {
        try {
            return Files.readAllBytes(original);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + original, e);
        }
    }

    /** The sender's workbook marked; empty if the library cannot take it, for whatever reason. */
    private Optional<byte[]> own(byte[] bytes, SubmissionRecord submission, List<ReviewLine> lines) {
        if (!OriginalGuard.isHarmless(bytes)) {
            return Optional.empty();
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            if (workbook.getWorkbookType() != XSSFWorkbookType.XLSX) {
                return Optional.empty();
            }
            removeOldReview(workbook);
            new CellMarks(workbook, messages).mark(lines);
            ReviewSheet review = new ReviewSheet(workbook, messages);
            workbook.setSheetOrder(review.sheet().getSheetName(), 0);
            review.write(heading(submission, lines), lines);
            open(workbook);
            workbook.getProperties().getCoreProperties().setModified(Optional.of(Date.from(submission.decidedAt())));
            return Optional.of(WorkbookBytes.of(workbook));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private byte[] fresh(SubmissionRecord submission, List<ReviewLine> lines, String reason) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            List<String> heading = new ArrayList<>(heading(submission, lines));
            heading.add(messages.text("return.copy", Map.of("reason", messages.text("return.reason." + reason))));
            new ReviewSheet(workbook, messages).write(heading, lines);
            WorkbookBytes.stamp(workbook, submission.decidedAt());
            return WorkbookBytes.of(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a workbook in memory", e);
        }
    }

    private List<String> heading(SubmissionRecord submission, List<ReviewLine> lines) {
        Optional<String> unit = submission.unit().flatMap(catalogue::findUnit).map(Unit::nameZh);
        Optional<String> period = submission.period().map(known -> FormTexts.period(messages, known));
        String title = unit.isPresent() && period.isPresent()
                ? messages.text("return.heading", Map.of("unit", unit.get(), "period", period.get()))
                : messages.text(
                        "return.heading.unknown",
                        Map.of("file", submission.file().name()));
        Map<String, String> parameters = new LinkedHashMap<>(ReviewSheet.counts(lines));
        parameters.put("state", messages.word(submission.state()));
        return List.of(title, messages.text("return.decision", parameters), messages.text("return.advice"));
    }

    /** A form sent back, mended and sent again still carries the last review; the new one takes its place. */
    private void removeOldReview(XSSFWorkbook workbook) {
        int old = workbook.getSheetIndex(messages.text("return.sheet"));
        if (old >= 0 && workbook.getNumberOfSheets() > 1) {
            workbook.removeSheetAt(old);
        }
    }

    private static void open(XSSFWorkbook workbook) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            sheet.setSelected(i == 0);
        }
        workbook.setActiveSheet(0);
        workbook.setFirstVisibleTab(0);
    }
}
