package huibao.spreadsheet;

import huibao.model.ReturnNote;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The notes of a sheet, without what this product wrote itself on a returned workbook. */
final class XlsxComments {

    private XlsxComments() {}

    static void read(XlsxParts parts, String part, Grid grid) throws IOException {
        Optional<InputStream> source = parts.open(part);
        if (source.isEmpty()) {
            return;
        }
        List<String> authors = new ArrayList<>();
        try (InputStream in = source.get();
                Xml xml = Xml.open(in)) {
            String address = "";
            String author = "";
            while (xml.next()) {
                if (xml.isStart("author")) {
                    if (authors.size() < SheetLimits.COMMENTS) {
                        authors.add(Text.cut(xml.text(), SheetLimits.NAME_CHARS));
                    }
                } else if (xml.isStart("comment")) {
                    address = xml.attribute("ref");
                    int id = xml.number("authorId", -1);
                    author = id >= 0 && id < authors.size() ? authors.get(id) : "";
                } else if (xml.isStart("text")) {
                    grid.comment(address, ThreadedComment.said(author, ReturnNote.withoutOurs(author, xml.richText())));
                }
            }
        }
    }
}
