package huibao.workbook.returned;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.SubmissionRecord;
import huibao.model.Unit;
import huibao.workbook.FormTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lines above the list of the review: whose file it is, what was decided and what to do. */
final class ReviewHeading {

    private ReviewHeading() {}

    /** Why a review stands in a workbook of its own. */
    enum Copy {
        /** It could not be taken as a form. */
        REJECTED,
        /** Its format cannot carry marks here. */
        NOT_XLSX,
        /** The library could not take it or write it again. */
        NOT_MARKED;

        private String key(String prefix) {
            return prefix + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Above the list within the sender's own workbook. */
    static List<String> marked(
            Catalogue catalogue, Messages messages, SubmissionRecord submission, List<ReviewLine> lines) {
        return List.of(
                title(catalogue, messages, submission),
                decision(messages, submission, lines),
                messages.text("return.advice"));
    }

    /** Above the list in a form filled with what was read from a file that cannot be marked. */
    static List<String> refilled(
            Catalogue catalogue, Messages messages, SubmissionRecord submission, List<ReviewLine> lines, Copy copy) {
        return List.of(
                title(catalogue, messages, submission),
                file(catalogue, messages, submission),
                decision(messages, submission, lines),
                messages.text(copy.key("return.refilled.")),
                messages.text("return.advice"));
    }

    /** Above the list in a workbook of its own, which must say what it belongs to. */
    static List<String> fresh(
            Catalogue catalogue, Messages messages, SubmissionRecord submission, List<ReviewLine> lines, Copy copy) {
        List<String> heading = new ArrayList<>();
        heading.add(title(catalogue, messages, submission));
        heading.add(file(catalogue, messages, submission));
        heading.add(decision(messages, submission, lines));
        if (copy == Copy.REJECTED) {
            heading.add(messages.text(
                    "return.because", Map.of("reason", reason(catalogue, messages, submission.reason()))));
        } else {
            heading.add(messages.text("return.advice.original"));
        }
        heading.add(messages.text(copy.key("return.copy.")));
        return heading;
    }

    private static String file(Catalogue catalogue, Messages messages, SubmissionRecord submission) {
        String unknown = messages.text("return.unknown");
        return messages.text(
                "return.file",
                Map.of(
                        "file", submission.file().name(),
                        "unit", unit(catalogue, submission).orElse(unknown),
                        "period", period(messages, submission).orElse(unknown)));
    }

    private static String title(Catalogue catalogue, Messages messages, SubmissionRecord submission) {
        Optional<String> unit = unit(catalogue, submission);
        Optional<String> period = period(messages, submission);
        return unit.isPresent() && period.isPresent()
                ? messages.text("return.heading", Map.of("unit", unit.get(), "period", period.get()))
                : messages.text(
                        "return.heading.unknown",
                        Map.of("file", submission.file().name()));
    }

    private static String decision(Messages messages, SubmissionRecord submission, List<ReviewLine> lines) {
        Map<String, String> parameters = new LinkedHashMap<>(ReviewSheet.counts(lines));
        parameters.put("state", messages.word(submission.state()));
        return messages.text("return.decision", parameters);
    }

    /** The rule or kind that decided, in words; its code if the job has no such rule any more. */
    private static String reason(Catalogue catalogue, Messages messages, String code) {
        return catalogue.findKind(code).map(messages::title).orElse(code);
    }

    private static Optional<String> unit(Catalogue catalogue, SubmissionRecord submission) {
        return submission.unit().flatMap(catalogue::findUnit).map(Unit::nameZh);
    }

    private static Optional<String> period(Messages messages, SubmissionRecord submission) {
        return submission.period().map(known -> FormTexts.period(messages, known));
    }
}
