package huibao.workbook.summary;

import huibao.catalogue.Catalogue;
import huibao.catalogue.JobSettings;
import huibao.message.Messages;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What every sheet is written from: the bulletin, the catalogue, the texts and the styles. */
final class SheetContext {

    private static final int HASH_SHOWN = 12;

    private final Catalogue catalogue;
    private final Messages messages;
    private final Bulletin bulletin;
    private final XSSFWorkbook workbook;
    private final SummaryStyles styles;
    private final Map<TargetCode, Map<UnitCode, Attainment>> attainments = new TreeMap<>();

    SheetContext(Catalogue catalogue, Messages messages, Bulletin bulletin, XSSFWorkbook workbook) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.bulletin = bulletin;
        this.workbook = workbook;
        this.styles = new SummaryStyles(workbook);
        for (Attainment attainment : bulletin.attainments()) {
            attainments
                    .computeIfAbsent(attainment.target(), code -> new TreeMap<>())
                    .put(attainment.refArea(), attainment);
        }
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

    XSSFWorkbook workbook() {
        return workbook;
    }

    SummaryStyles styles() {
        return styles;
    }

    /** A text of the summary; placeholders are given as name, value, name, value. */
    String text(String key, String... parameters) {
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

    Optional<Attainment> attainment(TargetCode target, UnitCode unit) {
        return Optional.ofNullable(attainments.getOrDefault(target, Map.of()).get(unit));
    }

    Optional<Attainment> cityAttainment(TargetCode target) {
        return attainment(target, catalogue.city().code());
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

    /** The unit's name; its code if the catalogue no longer has it. */
    String name(UnitCode code) {
        return catalogue.findUnit(code).map(this::name).orElse(code.value());
    }

    String names(List<UnitCode> codes) {
        return joined(codes.stream().map(this::name).toList());
    }

    String shortNames(List<UnitCode> codes) {
        return joined(codes.stream()
                .map(code -> catalogue.findUnit(code).map(this::shortName).orElse(code.value()))
                .toList());
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
        Optional<FindingKind> kind = catalogue.rules().stream()
                .filter(rule -> rule.code().equals(code))
                .map(Rule::kind)
                .findFirst()
                .or(() -> Arrays.stream(FindingKind.values())
                        .filter(k -> k.name().equals(code))
                        .findFirst());
        return kind.map(messages::title).orElse(code);
    }

    /** Units without an accepted submission, in print order. */
    List<UnitCode> missingUnits() {
        return bulletin.reporting().stream()
                .filter(line -> line.acceptedVersion().isEmpty())
                .map(line -> line.unit())
                .toList();
    }

    private boolean isChinese() {
        return messages.language().getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
