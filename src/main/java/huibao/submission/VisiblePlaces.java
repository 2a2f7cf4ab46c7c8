package huibao.submission;

import huibao.model.CellRef;
import huibao.model.FindingKind;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The places of a workbook that can be seen and say the same of it. Two of them outweigh a hidden name that says
 * otherwise: who changed both meant it, and the name is left over from the file the form was made of. One place
 * alone can be the slip.
 */
final class VisiblePlaces {

    private static final int ENOUGH = 2;

    private final List<CellRef> cells = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    void add(CellRef at) {
        cells.add(at);
        names.add(at.toString());
    }

    /** The file's name, which has no cell. */
    void addFileName(String name) {
        names.add(Text.shown(name));
    }

    boolean outweighAHiddenName() {
        return names.size() >= ENOUGH;
    }

    /**
     * Says that a form still has another's hidden name.
     *
     * @param name the hidden name
     * @param seen what the places say
     * @param parameter which parameter of the message the name's own text is
     * @param hidden that text
     */
    void tell(Findings findings, String name, String seen, String parameter, String hidden) {
        findings.add(
                FindingKind.STAMP_OUTDATED,
                cells,
                Map.of(
                        "found",
                        seen,
                        "name",
                        name,
                        "visible",
                        names.stream().distinct().collect(Collectors.joining("、")),
                        parameter,
                        hidden));
    }
}
