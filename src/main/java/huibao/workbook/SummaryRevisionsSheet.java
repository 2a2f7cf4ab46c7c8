package huibao.workbook;

import huibao.model.Item;
import huibao.model.Revision;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PaperSize;

/** 修订: figures that changed after they had been accepted, newest first. */
final class SummaryRevisionsSheet {

    private final SummaryContext context;

    SummaryRevisionsSheet(SummaryContext context) {
        this.context = context;
    }

    void write() {
        SummaryGrid grid = new SummaryGrid(
                context, SummarySheet.REVISIONS, PaperSize.A4_PAPER, 6, 14, 10, 26, 10, 12, 12, 12, 12, 12, 19, 19, 17);
        grid.head(context.text("title.revisions", "title", context.settings().titleZh()));
        grid.header(
                context.texts(
                        "column",
                        "number unit period item unit_measure old_value new_value difference old_prior_year"
                                + " new_prior_year old_submission new_submission revised_at"),
                2);
        int number = 0;
        for (Revision revision : context.bulletin().revisions()) {
            grid.row();
            grid.whole(0, ++number);
            write(grid, revision);
        }
        if (number == 0) {
            grid.note(context.text("no_revisions"));
        }
        grid.finish();
    }

    private void write(SummaryGrid grid, Revision revision) {
        Optional<Item> item = context.catalogue().findItem(revision.item());
        grid.unitName(1, revision.unit());
        grid.text(2, revision.period().toString(), SummaryLook.CENTRE);
        grid.text(3, context.itemName(revision.item()), SummaryLook.LEFT);
        grid.text(4, item.map(Item::unitMeasure).orElse(""), SummaryLook.CENTRE);
        exact(grid, 5, revision.oldValue());
        exact(grid, 6, revision.newValue());
        Optional<BigDecimal> difference =
                revision.newValue().flatMap(now -> revision.oldValue().map(now::subtract));
        SummaryNumber.Sign sign = SummaryNumber.Sign.ALWAYS;
        int decimals = difference.map(d -> SummaryNumber.exact(d).decimals()).orElse(0);
        grid.number(7, difference, new SummaryNumber(decimals, "", "", sign));
        exact(grid, 8, revision.oldPriorYear());
        exact(grid, 9, revision.newPriorYear());
        grid.text(10, revision.oldSubmission(), SummaryLook.LEFT);
        grid.text(11, revision.newSubmission(), SummaryLook.LEFT);
        grid.time(12, Optional.of(revision.at()));
    }

    /** A revision may lie in a decimal that is not printed elsewhere: all of them are shown. */
    private static void exact(SummaryGrid grid, int column, Optional<BigDecimal> value) {
        grid.number(column, value, SummaryNumber.exact(value.orElse(BigDecimal.ZERO)));
    }
}
