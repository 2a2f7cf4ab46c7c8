package huibao.workbook.returned;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.workbook.WorkbookBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/**
 * The workbook that goes back to its sender: their own, with the cells marked and a first sheet 审核结果 to explain in;
 * where the original cannot be kept, a form filled with what was read, marked the same way; where nothing could be
 * read, the list alone. What an earlier return left in it is taken out first. The same input gives the same bytes.
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
     * @param context what else is known of the file
     * @throws UncheckedIOException if the original's bytes cannot be read from disk
     */
    public byte[] mark(Path original, SubmissionRecord submission, List<Finding> findings, ReturnContext context) {
        if (submission.state() == SubmissionState.REJECTED) {
            return list(submission, findings, ReviewHeading.Copy.REJECTED);
        }
        byte[] bytes = read(original);
        if (!OriginalGuard.isZip(bytes)) {
            return fresh(submission, findings, context, ReviewHeading.Copy.NOT_XLSX);
        }
        return own(bytes, submission, findings, context)
                .orElseGet(() -> fresh(submission, findings, context, ReviewHeading.Copy.NOT_MARKED));
    }

    private static byte[] read(Path original) {
        try {
            return Files.readAllBytes(original);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + original, e);
        }
    }

    /** The sender's workbook marked; empty if the library cannot take it or cannot write it again. */
    private Optional<byte[]> own(
            byte[] bytes, SubmissionRecord submission, List<Finding> findings, ReturnContext context) {
        if (!OriginalGuard.isHarmless(bytes)) {
            return Optional.empty();
        }
        List<ReviewLine> lines = ReviewLine.of(catalogue, messages, findings, context);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            if (workbook.getWorkbookType() != XSSFWorkbookType.XLSX) {
                return Optional.empty();
            }
            Set<String> kept = lines.stream()
                    .flatMap(line -> line.cells().stream())
                    .map(CellRef::sheet)
                    .collect(Collectors.toSet());
            FormerReturn.remove(workbook, messages.text("return.sheet"), kept);
            write(workbook, ReviewHeading.marked(catalogue, messages, submission, lines), lines);
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

    private void write(XSSFWorkbook workbook, List<String> heading, List<ReviewLine> lines) {
        List<CellLooks.Look> looks = new CellMarks(workbook, messages).mark(lines);
        ReviewSheet review = new ReviewSheet(workbook, messages, ReviewSheet.Explaining.HERE);
        workbook.setSheetOrder(review.sheet().getSheetName(), 0);
        review.write(heading, lines);
        CellLooks.write(workbook, looks);
        open(workbook);
    }

    private byte[] fresh(
            SubmissionRecord submission, List<Finding> findings, ReturnContext context, ReviewHeading.Copy copy) {
        return context.asRead()
                .map(read -> refilled(submission, read, findings, context, copy))
                .orElseGet(() -> list(submission, findings, copy));
    }

    private byte[] refilled(
            SubmissionRecord submission,
            Submission read,
            List<Finding> findings,
            ReturnContext context,
            ReviewHeading.Copy copy) {
        RefilledForm form = RefilledForm.of(catalogue, messages, read, context);
        List<ReviewLine> lines = ReviewLine.of(catalogue, messages, form.relocated(findings), context);
        try (XSSFWorkbook workbook = form.workbook()) {
            write(workbook, ReviewHeading.refilled(catalogue, messages, submission, lines, copy), lines);
            WorkbookBytes.stamp(workbook, submission.decidedAt());
            return WorkbookBytes.of(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a workbook in memory", e);
        }
    }

    private byte[] list(SubmissionRecord submission, List<Finding> findings, ReviewHeading.Copy copy) {
        List<ReviewLine> lines = ReviewLine.of(catalogue, messages, findings, ReturnContext.unknown());
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new ReviewSheet(workbook, messages, ReviewSheet.Explaining.ELSEWHERE)
                    .write(ReviewHeading.fresh(catalogue, messages, submission, lines, copy), lines);
            WorkbookBytes.stamp(workbook, submission.decidedAt());
            return WorkbookBytes.of(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a workbook in memory", e);
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
