package huibao.submission;

import huibao.model.CaptionGroup;
import huibao.model.FindingKind;
import huibao.model.FormHeader;
import huibao.model.FormStamp;
import huibao.model.Item;
import huibao.model.MilestoneReport;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.ReviewKey;
import huibao.model.SourceFile;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.spreadsheet.Book;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** An opened workbook made a submission. */
final class FormReader {

    private final FormIndex index;
    private final Captions words;
    private final FormDefinition definition;
    private final ReturnedReview review;
    private final Book book;
    private final BookFacts facts;
    private final Findings findings;
    private final ItemRows rows;

    FormReader(FormIndex index, Book book, Findings findings) {
        this.index = index;
        this.definition = index.definition();
        this.words = index.captions();
        this.review = ReturnedReview.of(book, words);
        this.book = review.form();
        this.facts = BookFacts.of(book);
        this.findings = findings;
        this.rows = new ItemRows(words, index.items());
    }

    /** The submission; empty if a finding rejects the file. */
    Optional<Submission> read(SourceFile file) {
        Optional<FormStamp> stamp = Stamps.read(book.names(), findings);
        if (book.macros()) {
            findings.add(FindingKind.MACROS_IGNORED, List.of(), Map.of());
        }
        Map<Grid, List<FormTable>> forms = forms();
        if (forms.isEmpty() || findings.reject()) {
            return Optional.empty();
        }
        HeaderBlock header = new HeaderBlock(words);
        Map<Grid, Optional<String>> measureUnits = new LinkedHashMap<>();
        forms.forEach((sheet, tables) -> {
            addTo(header, sheet, tables);
            HeaderBlock own = forms.size() == 1 ? header : new HeaderBlock(words);
            if (own != header) {
                addTo(own, sheet, tables);
            }
            measureUnits.put(sheet, own.measureUnit());
        });
        HeaderBlock beside = milestoneHeader(forms.keySet());
        String formCode = header.formCode().map(entry -> Text.key(entry.text())).orElse("");
        checkForm(header, stamp, formCode);
        Optional<Unit> unit = new UnitResolver(index.units()).resolve(header, beside, stamp, file.name(), findings);
        Optional<Period> period =
                new PeriodResolver(definition, book.epoch(), findings).resolve(header, beside, stamp, file.name());
        if (unit.isEmpty() || period.isEmpty() || findings.reject()) {
            return Optional.empty();
        }
        checkValidity(header, period.get());
        CaptionCheck captions = new CaptionCheck(unit.get(), period.get(), words, findings);
        forms.values().forEach(tables -> tables.forEach(captions::check));
        checkCreditCode(header);
        String about = ReviewKey.about(unit.get().code(), period.get());
        List<Observation> observations = review.explained(observations(forms, measureUnits, unit.get()), about);
        List<MilestoneReport> reports = new MilestoneRows(
                        words, index.milestonesFor(unit.get()), period.get().year(), book.epoch(), findings)
                .read(book.sheets());
        FormHeader formHeader = new FormHeader(
                formCode,
                header.validUntil().map(HeaderBlock.Entry::text).orElse(""),
                stamp,
                header.signatures(),
                header.signaturePlaces(),
                review.general(header.generalExplanation(), observations, about),
                header.isSynthetic());
        return Optional.of(new Submission(
                file, definition.formCode(), unit.get().code(), period.get(), formHeader, observations, reports));
    }

    /** The form's sheets: one, and those that say they continue it. */
    private Map<Grid, List<FormTable>> forms() {
        Map<Grid, List<FormTable>> matching = new LinkedHashMap<>();
        for (Grid sheet : book.sheets()) {
            List<FormTable> tables = FormLocator.find(sheet, words).stream()
                    .filter(table ->
                            rows.of(table).stream().anyMatch(row -> row.item().isPresent()))
                    .toList();
            if (!tables.isEmpty() && sheet.isHidden()) {
                findings.add(
                        FindingKind.HIDDEN_SHEET,
                        List.of(sheet.ref(tables.get(0).top(), 0)),
                        Map.of("found", sheet.name(), "sheet", sheet.name()));
            } else if (!tables.isEmpty()) {
                matching.put(sheet, tables);
            }
        }
        for (Grid sheet : matching.keySet()) {
            if (sheet.isCut()) {
                findings.add(FindingKind.TOO_LARGE, List.of(), Excess.of(sheet));
            }
        }
        if (matching.isEmpty()) {
            refuseSheets();
        }
        List<Grid> starts = matching.keySet().stream()
                .filter(sheet -> !continues(sheet, matching))
                .toList();
        List<FormTable> forms = new ArrayList<>();
        starts.forEach(
                sheet -> forms.add(matching.getOrDefault(sheet, List.of()).get(0)));
        matching.values().forEach(tables -> forms.addAll(repeated(tables)));
        if (forms.size() > 1) {
            findings.add(
                    FindingKind.SEVERAL_FORMS,
                    forms.stream()
                            .map(table -> table.sheet().ref(table.top(), 0))
                            .toList(),
                    Map.of(
                            "found",
                            Text.shown(forms.stream()
                                    .map(table -> table.sheet().name())
                                    .distinct()
                                    .collect(Collectors.joining("、")))));
        }
        return matching;
    }

    /** The tables of a sheet that are another form: most of their items stand in the tables above already. */
    private List<FormTable> repeated(List<FormTable> tables) {
        List<FormTable> repeated = new ArrayList<>();
        Set<Item> above = new HashSet<>();
        for (FormTable table : tables) {
            Set<Item> items =
                    rows.of(table).stream().flatMap(row -> row.item().stream()).collect(Collectors.toSet());
            long again = items.stream().filter(above::contains).count();
            if (again > 1 && again * 2 > items.size()) {
                repeated.add(table);
            }
            above.addAll(items);
        }
        return repeated;
    }

    /** No table has a row of this job: another form, too much of something, or no form at all. */
    private void refuseSheets() {
        List<Grid> visible =
                book.sheets().stream().filter(sheet -> !sheet.isHidden()).toList();
        for (Grid sheet : visible) {
            HeaderBlock header = new HeaderBlock(words);
            header.add(sheet, row -> false, Integer.MAX_VALUE);
            Optional<HeaderBlock.Entry> code = header.formCode();
            if (code.isPresent() && !Text.key(code.get().text()).equals(Text.key(definition.formCode()))) {
                wrongForm(code.get());
                return;
            }
        }
        Optional<Grid> cut = visible.stream().filter(Grid::isCut).findFirst();
        if (cut.isPresent()) {
            findings.add(FindingKind.TOO_LARGE, List.of(), Excess.of(cut.get()));
            return;
        }
        NearForm.tell(book, words, index, findings);
    }

    /** Whether a sheet says above its table that it continues another (续表). */
    private boolean continues(Grid sheet, Map<Grid, List<FormTable>> forms) {
        if (sheet.name().contains("续")) {
            return true;
        }
        int top = forms.getOrDefault(sheet, List.of()).get(0).top();
        return sheet.rowNumbers().headSet(top, false).stream()
                .flatMap(row -> sheet.row(row).stream())
                .anyMatch(cell -> cell.kind() == Cell.Kind.TEXT && words.has(CaptionGroup.CONTINUED, cell.text()));
    }

    private void addTo(HeaderBlock header, Grid sheet, List<FormTable> tables) {
        Set<Integer> data = new HashSet<>();
        for (FormTable table : tables) {
            for (int row = table.top(); row < table.firstRow(); row++) {
                data.add(row);
            }
            rows.of(table).forEach(row -> data.add(row.number()));
        }
        IntPredicate isData = data::contains;
        header.add(sheet, isData, tables.get(0).top());
    }

    /** What stands above 任务进展 has to be of the same unit and period: half a copied file is renamed easily. */
    private HeaderBlock milestoneHeader(Set<Grid> forms) {
        HeaderBlock header = new HeaderBlock(words);
        for (Grid sheet : book.sheets()) {
            if (!sheet.isHidden() && !forms.contains(sheet)) {
                MilestoneRows.captionRow(words, sheet).ifPresent(top -> header.add(sheet, row -> row >= top, top));
            }
        }
        return header;
    }

    private void checkCreditCode(HeaderBlock header) {
        header.creditCode()
                .filter(entry -> !CreditCode.isValid(entry.cell(), entry.text()))
                .ifPresent(entry -> findings.add(
                        FindingKind.CREDIT_CODE_INVALID,
                        List.of(entry.at()),
                        Map.of("found", Text.shown(entry.text()))));
    }

    private void checkForm(HeaderBlock header, Optional<FormStamp> stamp, String formCode) {
        if (!formCode.isEmpty() && !formCode.equals(Text.key(definition.formCode()))) {
            header.formCode().ifPresent(this::wrongForm);
        } else if (stamp.isPresent() && !stamp.get().form().equals(definition.formCode())) {
            findings.add(
                    FindingKind.WRONG_FORM,
                    List.of(),
                    Map.of("found", Text.shown(stamp.get().form()), "expected", definition.formCode()));
        }
        stamp.filter(s -> !definition.versions().contains(s.catalogueHash()))
                .ifPresent(s -> findings.add(
                        FindingKind.FORM_VERSION,
                        List.of(),
                        Map.of(
                                "found",
                                Text.shown(s.catalogueHash()),
                                "expected",
                                definition.versions().get(0))));
    }

    private void wrongForm(HeaderBlock.Entry code) {
        findings.add(
                FindingKind.WRONG_FORM,
                List.of(code.at()),
                Map.of("found", Text.shown(code.text()), "expected", definition.formCode()));
    }

    private void checkValidity(HeaderBlock header, Period period) {
        header.validUntil()
                .ifPresent(entry -> DateText.lastDay(entry.text())
                        .filter(day -> day.isBefore(period.lastDay()))
                        .ifPresent(day -> findings.add(
                                FindingKind.FORM_EXPIRED,
                                List.of(entry.at()),
                                Map.of(
                                        "found", Text.shown(entry.text()),
                                        "expected", definition.validUntil().toString(),
                                        "limit", period.lastDay().toString()))));
    }

    private List<Observation> observations(
            Map<Grid, List<FormTable>> forms, Map<Grid, Optional<String>> measureUnits, Unit unit) {
        TableReader reader = new TableReader(rows, index.itemsFor(unit), facts, findings);
        forms.forEach((sheet, tables) ->
                tables.forEach(table -> reader.read(table, measureUnits.getOrDefault(sheet, Optional.empty()))));
        return reader.observations();
    }
}
