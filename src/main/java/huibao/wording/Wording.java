package huibao.wording;

import huibao.catalogue.Catalogue;
import huibao.facts.FactPath;
import huibao.facts.Facts;
import huibao.message.Lines;
import huibao.message.Messages;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Measure;
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
import java.util.stream.Collectors;

/**
 * Names, figures, times and facts as one language says them.
 *
 * <p>A text names a record's component in snake case, {@code {completion_percent}}, and may say how: {@code
 * {completion_percent:rate}}, {@code {obs_value:printed}} (by the target's decimals), {@code {gap_points:points}},
 * {@code {state:code}} (as programs are told), {@code {item:name}}, {@code {failed:some}} (unless 0), or the beginning of a key, {@code {pace:trail.pace_rule}}, under which
 * each constant has its own text.
 */
public final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Catalogue catalogue;
    private final Messages messages;

    /** @param messages the language */
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

    /**
     * A text with its facts.
     *
     * @param facts records, whose components the text names, and pairs of a name and its value
     */
    public String text(String key, Object... facts) {
        Facts known = new Facts(facts);
        return messages.text(key, (String placeholder) -> said(placeholder, known));
    }

    /** The same where what stands in it, which may come from outside, begins no line of its own. */
    public String line(String key, Object... facts) {
        Facts known = new Facts(facts);
        return messages.text(key, (String placeholder) -> Lines.oneLine(said(placeholder, known)));
    }

    private String said(String placeholder, Facts facts) {
        int colon = placeholder.indexOf(':');
        Object value = facts.find(colon < 0 ? placeholder : placeholder.substring(0, colon))
                .orElse("");
        if (colon < 0 || value.equals("")) {
            return said(value);
        }
        String manner = placeholder.substring(colon + 1);
        return switch (manner) {
            case "code" -> value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
            case "some" -> value.toString().equals("0") ? "" : said(value);
            case "name" -> name((ItemCode) value);
            case "rate" -> rate((BigDecimal) value, "%");
            case "points" -> points((BigDecimal) value);
            case "printed" -> printed(facts.find(Target.class).orElseThrow(), (BigDecimal) value);
            case "rounded" -> rounded(facts.find(Target.class).orElseThrow(), (BigDecimal) value);
            case "distance" -> distance(facts.find(Target.class).orElseThrow(), (BigDecimal) value);
            default -> messages.text(manner + "." + value);
        };
    }

    /** A value in words; nothing for one that is absent. */
    public String said(Object value) {
        Object present = FactPath.present(value).orElse("");
        if (present instanceof Enum<?> constant) {
            return messages.word(constant);
        } else if (present instanceof BigDecimal decimal) {
            return plain(decimal);
        } else if (present instanceof Instant at) {
            return time(at);
        } else if (present instanceof Unit unit) {
            return name(unit);
        } else if (present instanceof UnitCode unit) {
            return name(unit);
        } else if (present instanceof List<?> list) {
            return joined(list.stream().map(this::said).toList());
        } else if (present instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(Object::toString).collect(Collectors.joining(";"));
        }
        return present.toString();
    }

    /** The heads of a table, which stand in one text. */
    public List<String> heads(String key) {
        return List.of(messages.text(key).split("\\|"));
    }

    public String name(Unit unit) {
        return isChinese() ? unit.nameZh() : unit.nameEn();
    }

    public String name(UnitCode code) {
        return catalogue.findUnit(code).map(this::name).orElse(code.value());
    }

    /** An item's name, which is Chinese; its code if the job no longer has it. */
    public String name(ItemCode code) {
        return catalogue.findItem(code).map(Item::nameZh).orElse(code.value());
    }

    public String name(Target target) {
        return isChinese() ? target.nameZh() : target.nameEn();
    }

    /** The target's name in the other language. */
    public String otherName(Target target) {
        return isChinese() ? target.nameEn() : target.nameZh();
    }

    public String joined(List<String> parts) {
        return String.join(messages.text("summary.list_separator"), parts);
    }

    public String time(Instant at) {
        return TIME.withZone(catalogue.settings().zone()).format(at);
    }

    /** The same, with a dash for one that is absent. */
    public String orDash(Optional<?> value) {
        return value.map(this::said).orElse("—");
    }

    /** A figure as exact as it is kept. */
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
        return signed(value, rate(value, messages.text("trail.points")));
    }

    /** How far a target's value is from where it should be: in points, or in the target's own unit. */
    private String distance(Target target, BigDecimal value) {
        boolean inPoints =
                target.measure() == Measure.LEVEL || target.unitMeasure().equals("%");
        return inPoints ? points(value) : signed(value, printed(target, value));
    }

    private static String signed(BigDecimal value, String text) {
        return (value.signum() > 0 ? "+" : "") + text;
    }

    /** A rate as it is printed. */
    public String rounded(BigDecimal rate) {
        return rounded(rate, catalogue.settings().rateDecimals());
    }

    private String rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, catalogue.settings().rounding()).toPlainString();
    }

    private String rounded(Target target, BigDecimal value) {
        return rounded(value, decimals(target));
    }

    private String printed(BigDecimal value, int decimals, String unit) {
        String shown = rounded(value, decimals);
        return new BigDecimal(shown).compareTo(value) == 0
                ? (shown + " " + unit).strip()
                : text("trail.unrounded", "printed", shown, "unit", unit, "exact", value);
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
