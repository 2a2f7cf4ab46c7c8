package huibao.message;

import huibao.model.Finding;
import huibao.model.FindingKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A finding's parameters as its texts name them: what a finding says by an id is said in words. */
final class FindingWords {

    private static final String COLUMN = "column";
    private static final String SHEET = "sheet";
    private static final String LIMIT = "limit";
    private static final String LACKS = "lacks";
    private static final String ADVICE = "advice";
    private static final long MEGABYTE = 1L << 20;

    /** What of a form there can be in a workbook, in the order in which it is told, with the parameter that says so. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("Near.captions", "captions_at"),
            Map.entry("Near.others", "others_at"),
            Map.entry("Near.items", "items_at"),
            Map.entry("Near.form", "form_at"),
            Map.entry("Near.unit", "unit_at"),
            Map.entry("Near.period", "period_at"),
            Map.entry("Near.unread", "unread_at"),
            Map.entry("Near.title", "title_at"));

    private FindingWords() {}

    static Map<String, String> parameters(Finding finding, Messages messages) {
        Map<String, String> parameters = new TreeMap<>(finding.parameters());
        parameters.computeIfPresent(COLUMN, (name, id) -> messages.textOr("Column." + id, Map.of(), id));
        switch (finding.kind()) {
            case NOT_A_WORKBOOK, UNSUPPORTED_FORMAT, EMPTY_FILE, ENCRYPTED -> say("FileKind", parameters, messages);
            case UNREADABLE_WORKBOOK -> say("Damage", parameters, messages);
            case TOO_LARGE -> excess(parameters, messages);
            case NO_FORM_FOUND -> nearness(parameters, messages);
            default -> {}
        }
        if (finding.kind() != FindingKind.NO_FORM_FOUND) {
            parameters.computeIfPresent(ADVICE, (name, id) -> messages.textOr("FileAdvice." + id, Map.of(), ""));
        }
        return parameters;
    }

    private static void say(String words, Map<String, String> parameters, Messages messages) {
        parameters.computeIfPresent(Finding.FOUND, (name, id) -> messages.textOr(words + "." + id, Map.of(), id));
    }

    /** Which limit was passed, and how much it allows. */
    private static void excess(Map<String, String> parameters, Messages messages) {
        String ofSheet = parameters.containsKey(SHEET) ? "cells" : parameters.getOrDefault(Finding.FOUND, "");
        String bound = parameters.getOrDefault("bound", ofSheet);
        parameters.computeIfPresent(LIMIT, (name, number) -> limit(bound, number));
        parameters.put("what", messages.textOr("Bound." + bound, parameters, ""));
        if (parameters.containsKey(LIMIT)) {
            parameters.put("most", messages.textOr("Bound." + bound + ".most", parameters, ""));
        }
        if (!parameters.containsKey(SHEET)) {
            parameters.computeIfPresent(Finding.FOUND, (name, id) -> messages.textOr("Bound." + id, Map.of(), id));
        }
    }

    /** Bytes are told in millions, as every office program does, numbers in thousands. */
    private static String limit(String bound, String number) {
        long value = Long.parseLong(number);
        if ((bound.endsWith("bytes") || bound.equals("markup")) && value % MEGABYTE == 0) {
            return value / MEGABYTE + " MB";
        }
        return number.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    /** What is missing first, what to do, and what was found where. */
    private static void nearness(Map<String, String> parameters, Messages messages) {
        String lacks = parameters.getOrDefault(LACKS, "");
        String near = PARTS.stream()
                .filter(part -> parameters.containsKey(part.getValue()))
                .map(part -> messages.text(part.getKey(), parameters))
                .collect(Collectors.joining(messages.text("Near.and")));
        parameters.put("near", near);
        parameters.put(ADVICE, messages.textOr("Lacks." + lacks + ".advice", parameters, ""));
        parameters.put(LACKS, messages.textOr("Lacks." + lacks, parameters, ""));
    }
}
