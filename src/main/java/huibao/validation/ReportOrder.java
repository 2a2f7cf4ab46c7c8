package huibao.validation;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The order findings are reported in, and which of them are one. */
final class ReportOrder {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");

    /**
     * What others come from first, then from grave to light; within each what could turn a verdict, from much to
     * little; then the file, the form, and its cells as the eye goes over the sheet; no place comes last.
     */
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> !finding.kind().isCause())
            .thenComparing(Finding::severity)
            .thenComparing(finding -> !finding.impact().turnsAVerdict())
            .thenComparing(finding -> finding.impact().points(), Comparator.reverseOrder())
            .thenComparing(ReportOrder::whole)
            .thenComparing((Finding finding) ->
                    finding.cells().stream().findFirst().map(Place::of).orElse(Place.NOWHERE))
            .thenComparing(finding -> finding.item().map(Object::toString).orElse(""))
            .thenComparing(Finding::kind)
            .thenComparing(Finding::rule)
            .thenComparing(finding -> finding.parameters().toString())
            .thenComparing(finding -> finding.cells().toString());

    private ReportOrder() {}

    /** Weighed and sorted; findings that differ in nothing but their cells are one finding with all cells. */
    static List<Finding> of(List<Finding> findings, ImpactSource stakes) {
        Map<Finding, Set<CellRef>> groups = new LinkedHashMap<>();
        findings.stream()
                .sorted(ORDER)
                .forEach(finding -> groups.computeIfAbsent(finding.at(List.of()), key -> new LinkedHashSet<>())
                        .addAll(finding.cells()));
        List<Finding> merged = new ArrayList<>();
        groups.forEach((finding, cells) -> merged.add(weighed(finding.at(List.copyOf(cells)), stakes)));
        return merged.stream().sorted(ORDER).toList();
    }

    private static Finding weighed(Finding finding, ImpactSource stakes) {
        return finding.weighing(stakes.of(finding));
    }

    /** File, form, and everything below as one. */
    private static Scope whole(Finding finding) {
        Scope scope = finding.kind().scope();
        return scope == Scope.FILE || scope == Scope.FORM ? scope : Scope.CELL;
    }

    /** Where a cell is; addresses that are no addresses sort as text, after those that are. */
    private record Place(boolean nowhere, String sheet, int row, int column, String cell) implements Comparable<Place> {

        static final Place NOWHERE = new Place(true, "", 0, 0, "");

        static Place of(CellRef cell) {
            Matcher matcher = ADDRESS.matcher(cell.cell());
            if (!matcher.matches()) {
                return new Place(false, cell.sheet(), Integer.MAX_VALUE, 0, cell.cell());
            }
            int column = matcher.group(1).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
            return new Place(false, cell.sheet(), Integer.parseInt(matcher.group(2)), column, cell.cell());
        }

        @Override
        public int compareTo(Place other) {
            return Stream.of(
                            Boolean.compare(nowhere, other.nowhere),
                            sheet.compareTo(other.sheet),
                            Integer.compare(row, other.row),
                            Integer.compare(column, other.column),
                            cell.compareTo(other.cell))
                    .filter(sign -> sign != 0)
                    .findFirst()
                    .orElse(0);
        }
    }
}
