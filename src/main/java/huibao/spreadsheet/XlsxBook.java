package huibao.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An .xlsx or .xlsm file, read part by part as streams. */
final class XlsxBook {

    private static final String USUAL_PLACE = "xl/workbook.xml";

    /** A sheet as the workbook part lists it. */
    private record Listed(String name, String relation, boolean hidden) {}

    private final List<Listed> sheets = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private Epoch epoch = Epoch.Y1900;
    private Book.Calculation calculation = Book.Calculation.WHEN_SAVED;

    private XlsxBook() {}

    static Book read(Path file, Allowance allowance) throws IOException {
        try (XlsxParts parts = XlsxParts.open(file, allowance)) {
            parts.requireNoOther();
            String part = Relations.of(parts, "")
                    .byType("officeDocument")
                    .filter(parts::has)
                    .orElse(USUAL_PLACE);
            if (!parts.has(part) || !part.endsWith(".xml") || part.startsWith("word/") || part.startsWith("ppt/")) {
                throw parts.refusal();
            }
            return new XlsxBook().read(parts, part);
        }
    }

    private Book read(XlsxParts parts, String part) throws IOException {
        readWorkbook(parts, part);
        Relations relations = Relations.of(parts, part);
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        List<RichText> strings =
                XlsxStrings.read(parts, relations.byType("sharedStrings").orElse(folder + "sharedStrings.xml"));
        XlsxStyles styles = XlsxStyles.read(parts, relations.byType("styles").orElse(folder + "styles.xml"));
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Listed sheet = sheets.get(i);
            String place = relations.byId(sheet.relation()).orElse(folder + "worksheets/sheet" + (i + 1) + ".xml");
            Grid grid = sheet.hidden()
                    ? Grid.hidden(sheet.name(), parts.allowance())
                    : Grid.visible(sheet.name(), parts.allowance());
            Optional<InputStream> source = parts.open(place);
            if (source.isPresent()) {
                readSheet(source.get(), parts, place, strings, styles, grid);
                grids.add(grid);
            }
        }
        boolean macros = parts.has(folder + "vbaProject.bin")
                || relations.byType("vbaProject").isPresent();
        return new Book(grids, names, epoch, calculation, macros);
    }

    private static void readSheet(
            InputStream source, XlsxParts parts, String place, List<RichText> strings, XlsxStyles styles, Grid grid)
            throws IOException {
        try {
            try (InputStream in = source) {
                XlsxSheet.read(in, strings, styles, grid);
            }
            Relations relations = Relations.of(parts, place);
            Optional<String> comments = relations.byType("comments");
            if (comments.isPresent()) {
                XlsxComments.read(parts, comments.get(), grid);
            }
            if (relations.byType("drawing").isPresent()) {
                grid.addPictures();
            }
        } catch (SheetLimits.ExceededException tooMuch) {
            throw tooMuch.on(grid);
        }
    }

    private void readWorkbook(XlsxParts parts, String part) throws IOException {
        try (InputStream in = parts.open(part).orElseThrow(Damage.PARTS::refusal);
                Xml xml = Xml.open(in)) {
            while (xml.next()) {
                if (xml.isStart("workbookPr")) {
                    epoch = xml.isTrue("date1904") ? Epoch.Y1904 : Epoch.Y1900;
                } else if (xml.isStart("sheet")) {
                    String state = xml.attribute("state");
                    sheets.add(new Listed(
                            Text.cut(Text.sound(Xml.unescape(xml.attribute("name"))), SheetLimits.SHEET_NAME_CHARS),
                            xml.reference(),
                            !state.isEmpty() && !state.equals("visible")));
                    int most = parts.allowance().limits().sheets();
                    SheetLimits.require(sheets.size() <= most, Bound.SHEETS, most);
                } else if (xml.isStart("calcPr") && xml.isTrue("fullCalcOnLoad")) {
                    calculation = Book.Calculation.WHEN_OPENED;
                } else if (xml.isStart("definedName")) {
                    DefinedNames.keep(names, xml.attribute("name"), xml.text());
                }
            }
        }
    }
}
