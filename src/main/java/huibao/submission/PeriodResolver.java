package huibao.submission;

import huibao.model.CellRef;
import huibao.model.FindingKind;
import huibao.model.FormStamp;
import huibao.model.Frequency;
import huibao.model.Period;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Epoch;
import huibao.spreadsheet.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which period is reported: what the form says, held against its stamp, the file's name and the job. */
final class PeriodResolver {

    private static final int LAST_MONTH = 12;
    private static final Pattern EXTENSION = Pattern.compile("(\\s*\\.\\s*[A-Za-z][A-Za-z0-9]{0,4})+\\s*$");

    private final FormDefinition definition;
    private final Epoch epoch;
    private final Findings findings;

    PeriodResolver(FormDefinition definition, Epoch epoch, Findings findings) {
        this.definition = definition;
        this.epoch = epoch;
        this.findings = findings;
    }

    /** The period; empty if a finding says why not. Another sheet and the file's name can contradict, never decide. */
    Optional<Period> resolve(HeaderBlock header, HeaderBlock beside, Optional<FormStamp> stamp, String fileName) {
        String name = withoutFormCode(withoutExtension(fileName));
        int year = yearBesides(header, stamp, name);
        Set<Period> said = new LinkedHashSet<>();
        List<CellRef> cells = new ArrayList<>();
        for (HeaderBlock.Entry entry : header.periods()) {
            Optional<Period> period = labelled(entry, year);
            if (period.isEmpty()) {
                return Optional.empty();
            }
            said.add(period.get());
            cells.add(entry.at());
        }
        if (said.isEmpty()) {
            fromPlainText(header, year, said, cells);
        }
        Optional<Period> stamped = stamp.map(FormStamp::period);
        if (said.isEmpty()) {
            stamped.ifPresent(said::add);
        }
        if (said.isEmpty()) {
            findings.add(FindingKind.PERIOD_UNKNOWN, List.of(), Map.of("found", ""));
            return Optional.empty();
        }
        Period period = said.iterator().next();
        VisiblePlaces visible = new VisiblePlaces();
        cells.forEach(visible::add);
        for (HeaderBlock.Entry entry : beside.periodLike()) {
            PeriodText.whole(entry.text()).flatMap(text -> period(text, year)).ifPresent(other -> {
                if (other.equals(period)) {
                    visible.add(entry.at());
                } else {
                    said.add(other);
                    cells.add(entry.at());
                }
            });
        }
        Set<Period> inName = PeriodText.within(name).stream()
                .flatMap(text -> period(text, year).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (inName.contains(period)) {
            visible.addFileName(fileName);
        } else {
            said.addAll(inName);
        }
        Optional<Period> hidden = stamped.filter(other -> !other.equals(period));
        if (hidden.isPresent() && said.size() == 1 && visible.outweighAHiddenName()) {
            visible.tell(
                    findings,
                    FormStamp.NAME_PERIOD,
                    period.toString(),
                    "period",
                    hidden.get().toString());
        } else {
            hidden.ifPresent(said::add);
        }
        if (said.size() > 1) {
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("found", period.toString());
            parameters.put("other", said.stream().skip(1).map(Period::toString).collect(Collectors.joining("、")));
            hidden.ifPresent(other -> {
                parameters.put("name", FormStamp.NAME_PERIOD);
                parameters.put("hidden", other.toString());
            });
            findings.add(FindingKind.PERIOD_CONFLICT, cells, parameters);
            return Optional.empty();
        }
        if (period.year() != definition.year() || period.frequency() != definition.frequency()) {
            notCollected(period.toString(), cells);
            return Optional.empty();
        }
        return Optional.of(period);
    }

    private Optional<Period> labelled(HeaderBlock.Entry entry, int year) {
        String found = Text.shown(entry.text());
        List<CellRef> cells = List.of(entry.at());
        boolean isNumber = entry.own() && entry.cell().kind() == Cell.Kind.NUMBER;
        if (isNumber && found.matches("\\d{4}\\.1")) {
            ambiguous(found, found.substring(0, 4) + "-01 / " + found.substring(0, 4) + "-10", cells);
            return Optional.empty();
        }
        Optional<LocalDate> day = isNumber ? DateText.dayOrSerial(entry.cell(), epoch) : Optional.empty();
        Optional<PeriodText> text = day.map(date -> ofDay(date, entry)).or(() -> PeriodText.whole(entry.text()));
        if (text.isEmpty()) {
            List<PeriodText> within = PeriodText.within(entry.text());
            text = within.size() == 1 ? Optional.of(within.get(0)) : Optional.empty();
        }
        if (text.isEmpty()) {
            findings.add(FindingKind.PERIOD_UNKNOWN, cells, Map.of("found", found));
            return Optional.empty();
        }
        Optional<Period> period = period(text.get(), year);
        if (period.isEmpty()) {
            boolean cutOut = text.get().length() == PeriodText.Length.MONTHS
                    && text.get().first() > 1
                    && definition.frequency() == Frequency.MONTHLY;
            if (cutOut) {
                ambiguous(found, "1—" + text.get().last() + "月", cells);
            } else {
                notCollected(found, cells);
            }
        }
        return period;
    }

    private void fromPlainText(HeaderBlock header, int year, Set<Period> said, List<CellRef> cells) {
        for (HeaderBlock.Entry entry : header.plain()) {
            boolean isDate = entry.cell().isDate();
            Optional<PeriodText> text = isDate
                    ? DateText.dayOrSerial(entry.cell(), epoch).map(day -> ofDay(day, entry))
                    : Optional.of(entry.cell())
                            .filter(cell -> cell.kind() == Cell.Kind.TEXT)
                            .flatMap(cell -> PeriodText.whole(cell.text()));
            text.flatMap(t -> period(t, year)).ifPresent(period -> {
                said.add(period);
                cells.add(entry.at());
            });
        }
        if (!said.isEmpty()) {
            return;
        }
        for (HeaderBlock.Entry entry : header.plain()) {
            for (PeriodText text : PeriodText.within(withoutFormCode(entry.text()))) {
                period(text, year).ifPresent(period -> {
                    said.add(period);
                    cells.add(entry.at());
                });
            }
        }
    }

    /** The month of a day; but 6 January is 1-6 as Excel took it, and meant January to June. */
    private PeriodText ofDay(LocalDate day, HeaderBlock.Entry entry) {
        Optional<PeriodText> stretch = PeriodText.stretchOf(day);
        stretch.ifPresent(months -> findings.add(
                FindingKind.PERIOD_GUESSED,
                List.of(entry.at()),
                Map.of("found", day.toString(), "suggestion", months.first() + "—" + months.last() + "月")));
        return stretch.orElseGet(() -> PeriodText.ofDay(day));
    }

    /** The job's kind of period that a text means; empty if it means none. */
    private Optional<Period> period(PeriodText text, int otherwise) {
        int year = text.year().orElse(otherwise);
        int last = text.last();
        return switch (definition.frequency()) {
            case MONTHLY ->
                switch (text.length()) {
                    case MONTH -> Optional.of(Period.month(year, last));
                    case MONTHS -> text.first() == 1 ? Optional.of(Period.month(year, last)) : Optional.empty();
                    case QUARTER, YEAR -> Optional.empty();
                };
            case QUARTERLY ->
                switch (text.length()) {
                    case QUARTER -> Optional.of(Period.quarter(year, last / 3));
                    case MONTHS ->
                        last % 3 == 0 && (text.first() == 1 || text.first() == last - 2)
                                ? Optional.of(Period.quarter(year, last / 3))
                                : Optional.empty();
                    case MONTH, YEAR -> Optional.empty();
                };
            case ANNUAL ->
                switch (text.length()) {
                    case YEAR -> Optional.of(Period.year(year));
                    case MONTHS ->
                        text.first() == 1 && last == LAST_MONTH ? Optional.of(Period.year(year)) : Optional.empty();
                    case MONTH, QUARTER -> Optional.empty();
                };
        };
    }

    /** The year that goes with a month written without one: from the title, the stamp, the file's name, the job. */
    private int yearBesides(HeaderBlock header, Optional<FormStamp> stamp, String name) {
        OptionalInt inTitle = header.plain().stream()
                .flatMapToInt(entry -> PeriodText.yearWithin(entry.text()).stream())
                .findFirst();
        return Stream.of(
                        inTitle,
                        stamp.map(s -> OptionalInt.of(s.period().year())).orElse(OptionalInt.empty()),
                        PeriodText.yearWithin(name))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .map(OptionalInt::getAsInt)
                .orElse(definition.year());
    }

    /** A period that ends the name is not followed by a number's decimals. */
    private static String withoutExtension(String fileName) {
        return EXTENSION.matcher(fileName).replaceFirst("");
    }

    private String withoutFormCode(String text) {
        return Text.key(text).replace(Text.key(definition.formCode()), " ");
    }

    private void ambiguous(String found, String suggestion, List<CellRef> cells) {
        findings.add(FindingKind.PERIOD_AMBIGUOUS, cells, Map.of("found", found, "suggestion", suggestion));
    }

    private void notCollected(String found, List<CellRef> cells) {
        findings.add(
                FindingKind.PERIOD_NOT_COLLECTED,
                cells,
                Map.of("found", found, "expected", Integer.toString(definition.year())));
    }
}
