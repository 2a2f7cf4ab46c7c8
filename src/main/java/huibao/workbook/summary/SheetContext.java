package huibao.workbook.summary;

import huibao.catalogue.Catalogue;
import huibao.catalogue.JobSettings;
import huibao.message.Messages;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitBulletin;
import huibao.model.UnitCode;
import huibao.model.UnitReporting;
import huibao.workbook.stream.StreamedWorkbook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What every sheet is written from: the bulletin, the catalogue, the texts and the styles. */
final class SheetContext {

    private static final int HASH_SHOWN = 12;
    private static final int FIRST_NAMED = 12;

    private final Catalogue catalogue;
    private final Messages messages;
    private final Bulletin bulletin;
    private final StreamedWorkbook workbook;
    private final SummaryStyles styles;
    private final UnitLayout layout;
    private final Map<TargetCode, Attainment> city;
    private final List<UnitCode> missing;
    /** Texts without placeholders, and words: most cells of long sheets are made of them. */
    private final Map<Object, String> known = new HashMap<>();

    SheetContext(Catalogue catalogue, Messages messages, Bulletin bulletin, StreamedWorkbook workbook) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.bulletin = bulletin;
        this.workbook = workbook;
        this.styles = new SummaryStyles(workbook.workbook());
        this.layout = UnitLayout.of(catalogue);
        this.city = byTarget(bulletin.cityAttainments());
        this.missing = bulletin.reporting().stream()
                .filter(line -> line.acceptedVersion().isEmpty())
                .map(UnitReporting::unit)
                .toList();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    JobSettings settings() {
        return catalogue.settings();
    }

    Messages messages() {
        return messages;
    }

    Bulletin bulletin() {
        return bulletin;
    }

    StreamedWorkbook workbook() {
        return workbook;
    }

    UnitLayout layout() {
        return layout;
    }

    SummaryStyles styles() {
        return styles;
    }

    /** A text of the summary; placeholders are given as name, value, name, value. */
    String text(String key, String... parameters) {
        return parameters.length == 0 ? known.computeIfAbsent(key, k -> filled(key)) : filled(key, parameters);
    }

    /** The word for a constant, as people read it. */
    String word(Enum<?> constant) {
        return known.computeIfAbsent(constant, k -> messages.word(constant));
    }

    private String filled(String key, String... parameters) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        return messages.text("summary." + key, values);
    }

    /** Several texts: {@code prefix.name} for each name, which may be separated by spaces. */
    List<String> texts(String prefix, String names) {
        return Arrays.stream(names.split(" "))
                .map(name -> text(prefix + "." + name))
                .toList();
    }

    Optional<Attainment> cityAttainment(TargetCode target) {
        return Optional.ofNullable(city.get(target));
    }

    /** A unit's verdicts; the city's are those of all units together, not those of its own form. */
    Map<TargetCode, Attainment> verdicts(UnitBulletin part) {
        return part.unit().equals(catalogue.city().code()) ? city : byTarget(part.attainments());
    }

    private static Map<TargetCode, Attainment> byTarget(List<Attainment> attainments) {
        Map<TargetCode, Attainment> verdicts = new HashMap<>();
        attainments.forEach(one -> verdicts.put(one.target(), one));
        return verdicts;
    }

    /** Decimals printed for a target's values. */
    int decimals(Target target) {
        return target.measure().isRate()
                ? settings().rateDecimals()
                : decimals(catalogue.requireItem(target.items().get(0)));
    }

    int decimals(Item item) {
        return Math.min(item.decimals(), settings().levelDecimals());
    }

    BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, settings().rounding());
    }

    /** A figure within a sentence. */
    String plain(BigDecimal value, int decimals) {
        return rounded(value, decimals).toPlainString();
    }

    /** A share in percent; empty of nothing. */
    Optional<BigDecimal> percent(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part * 100)
                        .divide(BigDecimal.valueOf(whole), 12, settings().rounding()));
    }

    String name(Target target) {
        return isChinese() ? target.nameZh() : target.nameEn();
    }

    String name(Unit unit) {
        return isChinese() ? unit.nameZh() : unit.nameEn();
    }

    String shortName(Unit unit) {
        return isChinese() ? unit.shortZh() : unit.nameEn();
    }

    /** The unit as the heads of columns and rows name it. */
    String columnName(Unit unit) {
        return switch (unit.kind()) {
            case CITY -> text("whole_city");
            case DISTRICT -> shortName(unit);
            case ZONE ->
                text(
                        "zone_column",
                        "zone",
                        shortName(unit),
                        "host",
                        unit.host()
                                .flatMap(host -> catalogue.findUnit(host))
                                .map(this::shortName)
                                .orElse(""));
        };
    }

    /** The unit's name; its code if the catalogue no longer has it. */
    String name(UnitCode code) {
        return catalogue.findUnit(code).map(this::name).orElse(code.value());
    }

    String names(List<UnitCode> codes) {
        return units(codes, this::name);
    }

    String shortNames(List<UnitCode> codes) {
        return units(
                codes, code -> catalogue.findUnit(code).map(this::shortName).orElse(code.value()));
    }

    /** Units one by one; where they are too many to be read, the first of them and how many they are. */
    <T> String units(List<T> units, Function<T, String> name) {
        if (units.size() <= UnitLayout.MOST_ACROSS) {
            return joined(units.stream().map(name).toList());
        }
        return text(
                "and_other_units",
                "named",
                joined(units.stream().limit(FIRST_NAMED).map(name).toList()),
                "count",
                String.valueOf(units.size()));
    }

    String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(text("list_separator")));
    }

    String itemName(ItemCode code) {
        return catalogue.findItem(code).map(Item::nameZh).orElse(code.value());
    }

    /** 2023年1—6月. */
    String period(Period period) {
        String key = period.lastMonth() == 1 ? "period.first_month" : "period.months";
        return text(key, "year", String.valueOf(period.year()), "month", String.valueOf(period.lastMonth()));
    }

    LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, settings().zone());
    }

    String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(text("date_pattern"), Locale.ROOT));
    }

    String time(Instant at) {
        return local(at).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT));
    }

    /** The first digits of a hash, enough to tell two apart by eye. */
    static String shortHash(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }

    /** Why a submission stands where it stands, in words. */
    String reason(String code) {
        return catalogue.findKind(code).map(messages::title).orElse(code);
    }

    /** Units without an accepted submission, in print order. */
    List<UnitCode> missingUnits() {
        return missing;
    }

    private boolean isChinese() {
        return messages.language().getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
