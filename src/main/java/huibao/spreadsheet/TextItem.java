package huibao.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An element of texts or runs of text, read from its start to its end. */
final class TextItem {

    private final Xml xml;
    private final int mostInARun;
    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private Run.Mark mark = Run.Mark.AS_CELL;

    TextItem(Xml xml, int mostInARun) {
        this.xml = xml;
        this.mostInARun = mostInARun;
    }

    RichText read() throws IOException {
        int outer = xml.depth() - 1;
        int inThisRun = 0;
        while (xml.depth() > outer && xml.next()) {
            if (xml.isStart("r")) {
                inThisRun = 0;
                mark = Run.Mark.AS_CELL;
            } else if (xml.isStart("rPr")) {
                readLook();
            } else if (xml.isStart("t")) {
                add(xml.text());
                if (++inThisRun > mostInARun) {
                    throw Damage.CELLS.refusal();
                }
            } else if (xml.isStart("rPh")) {
                xml.text();
            }
            SheetLimits.require(
                    text.length() <= SheetLimits.CELL_CHARS * 2, Bound.CELL_CHARACTERS, SheetLimits.CELL_CHARS);
        }
        boolean isAlike = runs.stream().allMatch(run -> run.mark() == Run.Mark.AS_CELL);
        boolean isLong = text.length() > SheetLimits.FIGURE_CHARS;
        return new RichText(Xml.unescape(text.toString()), isAlike || isLong ? List.of() : runs);
    }

    private void add(String part) {
        text.append(part);
        if (text.length() <= SheetLimits.FIGURE_CHARS && !part.isEmpty()) {
            runs.add(new Run(Xml.unescape(part), mark));
        }
    }

    /** A run with a look of its own has none of the cell's. */
    private void readLook() throws IOException {
        boolean struck = false;
        String aligned = "";
        int outer = xml.depth() - 1;
        while (xml.depth() > outer && xml.next()) {
            if (xml.isStart("strike")) {
                struck = xml.isOn("val");
            } else if (xml.isStart("vertAlign")) {
                aligned = xml.attribute("val");
            }
        }
        mark = Run.mark(struck, aligned.equals("superscript"), aligned.equals("subscript"));
    }
}
