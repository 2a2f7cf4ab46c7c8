package huibao.workbook;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Finding;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
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
            return fresh(submission, lines, ReviewHeading.Copy.REJECTED);
        }
        byte[] bytes = read(original);
        if (!OriginalGuard.isZip(bytes)) {
            return fresh(submission, lines, ReviewHeading.Copy.NOT_XLSX);
        }
        return own(bytes, submission, lines).orElseGet(() -> fresh(submission, lines, ReviewHeading.Copy.NOT_MARKED));
    }

    private static byte[] read(Path original) {
        try {
            return Files.readAllBytes(original);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + original, e);
        }
    }

    /** The sender's workbook marked; empty if the library cannot take it or cannot write it again. */
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
            review.write(ReviewHeading.marked(catalogue, messages, submission, lines), lines);
            open(workbook);
            workbook.getProperties().getCoreProperties().setModified(Optional.of(Date.from(submission.decidedAt())));
            return Optional.of(WorkbookBytes.of(workbook));
        } catch (IOException | RuntimeException foreign) {
            // The library throws almost anything on parts, styles or drawings another program wrote, and one
            // bad file must never stop the others. A mistake of ours, a missing text say, meets the fresh
            // workbook next and is not hidden there.
            return Optional.empty();
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            // Whatever the original would have grown to is gone again; the fresh workbook holds the list alone.
            return Optional.empty();
        }
    }

    private byte[] fresh(SubmissionRecord submission, List<ReviewLine> lines, ReviewHeading.Copy copy) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new ReviewSheet(workbook, messages)
                    .write(ReviewHeading.fresh(catalogue, messages, submission, lines, copy), lines);
            WorkbookBytes.stamp(workbook, submission.decidedAt());
            return WorkbookBytes.of(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a workbook in memory", e);
        }
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
