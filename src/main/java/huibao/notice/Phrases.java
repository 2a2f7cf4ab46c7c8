package huibao.notice;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.NoticeFigures;
import huibao.model.UnitCode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names, times and findings as notices say them: always on one line. */
final class Phrases {

    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]+");

    private final Catalogue catalogue;
    private final Messages messages;

    Phrases(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** A text; placeholders are given as name, value, name, value, and what stands in them stays on its line. */
    String text(String key, String... parameters) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            values.put(parameters[i], oneLine(parameters[i + 1]));
        }
        return messages.text("notice." + key, values);
    }

    String word(Enum<?> constant) {
        return messages.word(constant);
    }

    String unit(UnitCode code) {
        return catalogue
                .findUnit(code)
                .map(unit -> messages.language().getLanguage().equals(Locale.ENGLISH.getLanguage())
                        ? unit.nameEn()
                        : unit.nameZh())
                .orElse(code.value());
    }

    String units(List<UnitCode> codes) {
        return codes.stream().map(this::unit).collect(Collectors.joining(text("separator")));
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(catalogue.settings().zone())
                .format(at);
    }

    /** A finding in a line: what is wrong and where; what was found there only if the job lets figures out. */
    String finding(Finding finding) {
        return text(
                "finding",
                "severity",
                word(finding.severity()),
                "title",
                showsFigures() ? messages.message(finding) : messages.title(finding),
                "item",
                finding.item().map(this::item).orElse(""),
                "cells",
                cells(finding));
    }

    Map<String, Object> members(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rule", finding.rule());
        members.put("severity", finding.severity().name());
        members.put("item", finding.item().map(ItemCode::value).orElse(""));
        members.put("item_name", finding.item().map(this::item).orElse(""));
        members.put(
                "cells",
                finding.cells().stream().distinct().map(CellRef::toString).toList());
        members.put("title", messages.title(finding));
        if (showsFigures()) {
            members.put("message", messages.message(finding));
            members.put("found", messages.found(finding));
        }
        return members;
    }

    String item(ItemCode code) {
        return catalogue.findItem(code).map(Item::nameZh).orElse(code.value());
    }

    String cells(Finding finding) {
        return finding.cells().stream().distinct().map(CellRef::toString).collect(Collectors.joining(" "));
    }

    private boolean showsFigures() {
        return catalogue.settings().notices().figures() == NoticeFigures.FINDINGS;
    }

    /** What comes from outside begins no line of its own. */
    static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }
}
