package huibao.workbook.stream;

import huibao.workbook.stream.Rows.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A sheet as the library writes it without a row, opened where what rows bring along belongs (ECMA-376, CT_Worksheet). */
final class SheetFrame {

    private static final String NO_ROWS = "<sheetData/>";
    private static final List<String> BEHIND_MERGED_CELLS = List.of(
            "<phoneticPr",
            "<conditionalFormatting",
            "<dataValidations",
            "<hyperlinks",
            "<printOptions",
            "<pageMargins");
    private static final List<String> BEHIND_HYPERLINKS = List.of("<printOptions", "<pageMargins");

    private final String xml;

    SheetFrame(byte[] part) {
        this.xml = new String(part, StandardCharsets.UTF_8);
    }

    void write(OutputStream out, RowSpool spool, List<Segment> segments) throws IOException {
        int rows = xml.indexOf(NO_ROWS);
        if (rows < 0) {
            throw new IllegalStateException("a sheet that is streamed has rows of the library");
        }
        int merged = first(BEHIND_MERGED_CELLS, rows);
        int links = first(BEHIND_HYPERLINKS, rows);
        put(out, xml.substring(0, rows));
        put(out, "<sheetData>");
        RowCopy copy = new RowCopy(out);
        for (Segment segment : segments) {
            copy.copy(spool.read(segment));
        }
        put(out, "</sheetData>");
        put(out, xml.substring(rows + NO_ROWS.length(), merged));
        out.write(copy.mergedCells());
        put(out, xml.substring(merged, links));
        out.write(copy.hyperlinks());
        put(out, xml.substring(links));
    }

    /** Where the first of these elements begins. */
    private int first(List<String> elements, int from) {
        return elements.stream()
                .mapToInt(element -> xml.indexOf(element, from))
                .filter(at -> at >= 0)
                .min()
                .orElseThrow(() -> new IllegalStateException("a sheet has none of " + elements));
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
