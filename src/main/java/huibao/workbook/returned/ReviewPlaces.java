package huibao.workbook.returned;

import huibao.model.CellRef;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells of a finding as a person notes them down: 填报表!E13:E15、G13. */
final class ReviewPlaces {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
    private static final String BETWEEN = "、";

    private final StringBuilder text = new StringBuilder();
    private final List<String> run = new ArrayList<>();
    private String sheet = "";

    private ReviewPlaces() {}

    /** In their order; a sheet is named where it changes, cells that follow each other downwards are one range. */
    static String of(List<CellRef> cells) {
        ReviewPlaces places = new ReviewPlaces();
        for (CellRef cell : cells) {
            places.add(cell);
        }
        places.close();
        return places.text.toString();
    }

    private void add(CellRef cell) {
        boolean sameSheet = cell.sheet().equals(sheet);
        if (!sameSheet || run.isEmpty() || !follows(run.get(run.size() - 1), cell.cell())) {
            close();
            text.append(text.isEmpty() ? "" : BETWEEN);
            text.append(sameSheet ? "" : cell.sheet() + "!");
            sheet = cell.sheet();
        }
        run.add(cell.cell());
    }

    private void close() {
        if (!run.isEmpty()) {
            text.append(run.get(0));
            text.append(run.size() == 1 ? "" : ":" + run.get(run.size() - 1));
            run.clear();
        }
    }

    private static boolean follows(String above, String below) {
        Matcher first = ADDRESS.matcher(above);
        Matcher second = ADDRESS.matcher(below);
        return first.matches()
                && second.matches()
                && first.group(1).equals(second.group(1))
                && Integer.parseInt(first.group(2)) + 1 == Integer.parseInt(second.group(2));
    }
}
