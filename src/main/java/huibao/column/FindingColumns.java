package huibao.column;

import huibao.model.CellRef;
import huibao.model.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a finding after that which says on what it is, in published order. */
public final class FindingColumns {

    private static final List<Column<ToldFinding>> WHAT_AND_WHERE = List.of(
            Column.integer("finding_no", ToldFinding::number),
            Column.text("rule", row -> row.finding().rule()),
            Column.text("kind", row -> row.finding().kind()),
            Column.text("severity", row -> row.finding().severity()),
            Column.text("outcome", row -> row.finding().outcome()),
            Column.yesNo("trial", row -> row.finding().trial()),
            Column.someText("item", row -> row.finding().item()),
            Column.someText("sheet", row -> first(row.finding()).map(CellRef::sheet)),
            Column.someText("cell", row -> first(row.finding()).map(CellRef::cell)));

    private static final List<Column<ToldFinding>> TOLD = List.of(
            Column.text("found", row -> row.finding().parameters().getOrDefault(Finding.FOUND, "")),
            Column.text("expected", ToldFinding::expectedZh),
            Column.text("message_zh", ToldFinding::messageZh),
            Column.text("message_en", ToldFinding::messageEn),
            Column.text("explanation", row -> row.finding().explanation()));

    private static final List<Column<ToldFinding>> WEIGHT = List.of(
            Column.decimal("impact", row -> row.finding().impact().points()),
            Column.codes("decides", row -> row.finding().impact().decides()));

    private static final List<Column<ToldFinding>> CELLS = List.of(Column.text(
            "cells",
            row -> row.finding().cells().stream().map(CellRef::toString).collect(Collectors.joining("\n"))));

    private static final List<Column<ToldFinding>> EXPECTED_EN =
            List.of(Column.text("expected_en", ToldFinding::expectedEn));

    /** On a submission, in the database, which keeps the cells in a table of their own. */
    public static final List<Column<ToldFinding>> STORED = all(List.of(WHAT_AND_WHERE, TOLD, EXPECTED_EN, WEIGHT));

    /** On the city's sums, in the database: nobody has weighed these. */
    public static final List<Column<ToldFinding>> OF_CITY = all(List.of(WHAT_AND_WHERE, TOLD, EXPECTED_EN));

    /** On a submission, in files of rows. */
    public static final List<Column<SubmittedFinding>> PUBLISHED = Stream.concat(
                    Stream.<Column<SubmittedFinding>>of(
                            Column.someText(
                                    "time_period", row -> row.submission().period()),
                            Column.someText("ref_area", row -> row.submission().unit()),
                            Column.text("submission_id", row -> row.submission().submissionId())),
                    all(List.of(WHAT_AND_WHERE, CELLS, TOLD, WEIGHT)).stream()
                            .map(column -> column.within(SubmittedFinding::told)))
            .toList();

    private FindingColumns() {}

    private static List<Column<ToldFinding>> all(List<List<Column<ToldFinding>>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static Optional<CellRef> first(Finding finding) {
        return finding.cells().stream().findFirst();
    }
}
