package huibao.workbook.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Copies rows into a sheet and numbers them; what belongs elsewhere in the sheet is kept until it is asked for. */
final class RowCopy {

    private final OutputStream sheet;
    private final XmlBytes out = new XmlBytes(1 << 16);
    private final XmlBytes merged = new XmlBytes(1 << 10);
    private final XmlBytes links = new XmlBytes(1 << 10);
    private final byte[] number = new byte[8];
    private int digits;
    private int row;
    private int merges;

    RowCopy(OutputStream sheet) {
        this.sheet = sheet;
    }

    void copy(byte[] rows) throws IOException {
        XmlBytes target = out;
        int plain = 0;
        for (int at = 0; at < rows.length; at++) {
            int one = rows[at];
            if (one >= 0 && one <= SheetRow.END) {
                target.put(rows, plain, at - plain);
                plain = at + 1;
                target = mark(one, target);
            }
        }
        target.put(rows, plain, rows.length - plain);
        flush();
    }

    private XmlBytes mark(int mark, XmlBytes target) {
        return switch (mark) {
            case SheetRow.NUMBER -> {
                target.put(number, 0, digits);
                yield target;
            }
            case SheetRow.START -> {
                next();
                yield target;
            }
            case SheetRow.MERGED -> {
                merges++;
                merged.ascii("<mergeCell ref=\"");
                yield merged;
            }
            case SheetRow.LINK -> {
                links.ascii("<hyperlink ref=\"");
                yield links;
            }
            default -> {
                target.ascii("\"/>");
                yield out;
            }
        };
    }

    private void next() {
        byte[] text = Integer.toString(++row).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, number, 0, text.length);
        digits = text.length;
    }

    private void flush() throws IOException {
        sheet.write(out.array(), 0, out.length());
        out.clear();
    }

    /** The element that makes one cell of several; nothing if there is none. */
    byte[] mergedCells() {
        return element(merged, "<mergeCells count=\"" + merges + "\">", "</mergeCells>");
    }

    /** The element that makes cells lead elsewhere; nothing if there is none. */
    byte[] hyperlinks() {
        return element(links, "<hyperlinks>", "</hyperlinks>");
    }

    private static byte[] element(XmlBytes content, String head, String foot) {
        if (content.length() == 0) {
            return new byte[0];
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream(content.length() + 64);
        element.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        element.write(content.array(), 0, content.length());
        element.writeBytes(foot.getBytes(StandardCharsets.US_ASCII));
        return element.toByteArray();
    }
}
