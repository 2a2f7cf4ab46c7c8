package huibao.workbook;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.Outcome;
import huibao.model.Severity;
import java.util.List;
import java.util.Map;

/**
 * One finding as a district reads it.
 *
 * @param severity what it does to the submission
 * @param severityText the same in words, a trial marked
 * @param cells every cell it is about
 * @param item name and code of the item, empty if none
 * @param check what was checked
 * @param found what stands there
 * @param expected what should
 * @param remedy what to do
 * @param explanation what the district has explained already, possibly empty
 */
record ReviewLine(
        Severity severity,
        String severityText,
        List<CellRef> cells,
        String item,
        String check,
        String found,
        String expected,
        String remedy,
        String explanation) {

    /** The findings a district is shown: those that failed, in their order. */
    static List<ReviewLine> of(Catalogue catalogue, Messages messages, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .map(finding -> of(catalogue, messages, finding))
                .toList();
    }

    private static ReviewLine of(Catalogue catalogue, Messages messages, Finding finding) {
        String severity = messages.word(finding.severity());
        String item = finding.item()
                .map(code -> catalogue
                        .findItem(code)
                        .map(known ->
                                messages.text("return.item", Map.of("name", known.nameZh(), "code", code.value())))
                        .orElse(code.value()))
                .orElse("");
        return new ReviewLine(
                finding.severity(),
                finding.trial() ? messages.text("return.trial", Map.of("severity", severity)) : severity,
                finding.cells(),
                item,
                messages.title(finding.kind()),
                messages.message(finding),
                messages.expected(finding),
                messages.remedy(finding),
                finding.explanation());
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
