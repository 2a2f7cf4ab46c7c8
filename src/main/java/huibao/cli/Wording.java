package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Item;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names, figures and times as one language says them. */
public final class Wording {

    private final Catalogue catalogue;
    private final Messages messages;

    public Wording(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Messages messages() {
        return messages;
    }

    /** A text; placeholders are given as name, value, name, value. */
    public String text(String key, String... parameters) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        return messages.text(key, values);
    }

    /** The heads of a table, which stand in one text. */
    public List<String> heads(String key) {
        return List.of(messages.text(key).split("\\|"));
    }

    public String word(Enum<?> constant) {
        return messages.word(constant);
    }

    public String name(Unit unit) {
        return isChinese() ? unit.nameZh() : unit.nameEn();
    }

    public String name(UnitCode code) {
        return catalogue.findUnit(code).map(this::name).orElse(code.value());
    }

    public String names(List<UnitCode> codes) {
        return joined(codes.stream().map(this::name).toList());
    }

    public String name(Target target) {
        return isChinese() ? target.nameZh() : target.nameEn();
    }

    /** The target's name in the other language. */
    public String otherName(Target target) {
        return isChinese() ? target.nameEn() : target.nameZh();
    }

    /** Where in the report something stands. */
    public String section(String section, String heading, int line) {
        return text("trail.section_is", "section", section, "heading", heading, "line", Integer.toString(line));
    }

    public String joined(List<String> parts) {
        return String.join(messages.text("summary.list_separator"), parts);
    }

    public String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(catalogue.settings().zone())
                .format(at);
    }

    /** A figure as exact as it is kept; a dash where there is none. */
    public static String plain(Optional<BigDecimal> value) {
        return value.map(Wording::plain).orElse("—");
    }

    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A target's value as it is printed, and beside it the exact one where that is another. */
    public String printed(Target target, BigDecimal value) {
        return printed(value, decimals(target), target.unitMeasure());
    }

    /** A rate, likewise. */
    public String rate(BigDecimal value, String unit) {
        return printed(value, catalogue.settings().rateDecimals(), unit);
    }

    /** Points of percent, likewise, with a sign. */
    public String points(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + rate(value, text("trail.points"));
    }

    /** As it is printed, without the exact value. */
    public String rounded(Target target, BigDecimal value) {
        return value.setScale(decimals(target), catalogue.settings().rounding()).toPlainString();
    }

    private String printed(BigDecimal value, int decimals, String unit) {
        String shown = value.setScale(decimals, catalogue.settings().rounding()).toPlainString();
        return new BigDecimal(shown).compareTo(value) == 0
                ? (shown + " " + unit).strip()
                : text("trail.unrounded", "printed", shown, "unit", unit, "exact", plain(value));
    }

    private int decimals(Target target) {
        Item item = catalogue.requireItem(target.items().get(0));
        return target.measure().isRate()
                ? catalogue.settings().rateDecimals()
                : Math.min(item.decimals(), catalogue.settings().levelDecimals());
    }

    private boolean isChinese() {
        return messages.language().getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
