package huibao.workbook.returned;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FormHeader;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Outcome;
import huibao.model.ReviewKey;
import huibao.model.Severity;
import huibao.model.Submission;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One finding as a district reads it.
 *
 * @param key what ties the row to the finding when the workbook comes back
 * @param severity what it does to the submission
 * @param severityText the same in words, a trial marked
 * @param cells every cell it is about
 * @param item name and code of the item, empty if none
 * @param check what was checked
 * @param found what stands there
 * @param expected what should
 * @param previous the item's figure of the last period, if known
 * @param decimals with how many decimals it is shown
 * @param remedy what to do
 * @param explanation what the district has explained already, possibly empty
 */
record ReviewLine(
        ReviewKey key,
        Severity severity,
        String severityText,
        List<CellRef> cells,
        String item,
        String check,
        String found,
        String expected,
        Optional<BigDecimal> previous,
        int decimals,
        String remedy,
        String explanation) {

    /** The findings a district is shown: those that failed, in their order; what differs only in its cells is one. */
    static List<ReviewLine> of(Catalogue catalogue, Messages messages, List<Finding> findings, ReturnContext context) {
        Map<ReviewLine, Set<CellRef>> cells = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .forEach(finding -> cells.computeIfAbsent(
                                of(catalogue, messages, finding, context), line -> new LinkedHashSet<>())
                        .addAll(finding.cells()));
        return cells.entrySet().stream()
                .map(entry -> entry.getKey().at(List.copyOf(entry.getValue())))
                .toList();
    }

    private static ReviewLine of(Catalogue catalogue, Messages messages, Finding finding, ReturnContext context) {
        Optional<Item> item = finding.item().flatMap(catalogue::findItem);
        String severity = messages.word(finding.severity());
        String explanation = finding.item()
                .flatMap(code -> context.asRead().flatMap(form -> ReturnContext.row(form, code)))
                .map(context::explanation)
                .or(() -> context.asRead().map(Submission::header).map(FormHeader::generalExplanation))
                .filter(text -> !text.isBlank())
                .orElse(finding.explanation());
        return new ReviewLine(
                new ReviewKey(
                        context.asRead()
                                .map(form -> ReviewKey.about(form.unit(), form.period()))
                                .orElse(""),
                        finding.rule(),
                        finding.item(),
                        ReviewKey.digest(explanation),
                        ""),
                finding.severity(),
                finding.trial() ? messages.text("return.trial", Map.of("severity", severity)) : severity,
                List.of(),
                item.map(known -> messages.text(
                                "return.item",
                                Map.of(
                                        "name",
                                        known.nameZh(),
                                        "code",
                                        known.code().value())))
                        .or(() -> finding.item().map(ItemCode::value))
                        .orElse(""),
                messages.title(finding.kind()),
                messages.message(finding),
                messages.expected(finding),
                finding.item()
                        .flatMap(code -> context.previous().flatMap(form -> ReturnContext.row(form, code)))
                        .flatMap(row -> row.value().amount().known()),
                item.map(Item::decimals).orElse(0),
                messages.remedy(finding),
                explanation);
    }

    private ReviewLine at(List<CellRef> places) {
        String place = places.stream().findFirst().map(CellRef::toString).orElse("");
        return new ReviewLine(
                new ReviewKey(key.about(), key.rule(), key.item(), key.shown(), place),
                severity,
                severityText,
                places,
                item,
                check,
                found,
                expected,
                previous,
                decimals,
                remedy,
                explanation);
    }

    /** What the note of a cell says. */
    String note(Messages messages) {
        return messages.text(
                "return.note",
                Map.of(
                        "severity", severityText,
                        "title", check,
                        "found", found,
                        "expected", expected,
                        "remedy", remedy));
    }
}
