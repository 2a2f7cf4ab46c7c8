package huibao.bulletin;

import static huibao.rollup.AlikeFigures.assertAlike;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.Amount;
import huibao.model.AreaFigures;
import huibao.model.Decision;
import huibao.model.Figure;
import huibao.model.FormHeader;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.MissingReason;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.model.UnitReport;
import huibao.rollup.CarriedForward;
import huibao.rollup.CityFigures;
import huibao.rollup.RandomCity;
import huibao.rollup.RollUp;
import huibao.rollup.UnitHistory;
import huibao.store.DecidedSubmission;
import huibao.store.PublishedNames;
import huibao.store.Registry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nights in which some units send forms of this month and of earlier ones, some twice, some returned: the city kept
 * up from one form to the next, against the city made anew from everything accepted before it.
 */
class StandingCityTest {

    private static final int NIGHTS = 4;
    private static final Instant FIRST_NIGHT = Instant.parse("2031-12-01T00:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "is the city made anew from all that was accepted before, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isTheCityMadeAnewFromAllThatWasAcceptedBefore(long seed) {
        try (World world = new World(new Random(seed), folder)) {
            for (int night = 0; night < NIGHTS; night++) {
                ComparisonBasis basis = new ComparisonBasis(world.city.catalogue(), world.registry);
                for (Sent next : world.night(night)) {
                    world.assertStands(basis, next);
                    world.record(next);
                }
            }
            assertThat(world.recorded).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "may be asked again of any night, also while forms are judged again, seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void mayBeAskedAgainOfAnyNight(long seed) {
        Random random = new Random(seed);
        try (World world = new World(random, folder)) {
            for (int night = 0; night < NIGHTS; night++) {
                world.night(night).forEach(world::record);
            }
            ComparisonBasis basis = new ComparisonBasis(world.city.catalogue(), world.registry);
            Period period = world.city.period();
            for (int i = 0; i < 40; i++) {
                List<Sent> ofPeriod = world.recorded.stream()
                        .filter(sent -> sent.period().equals(period))
                        .toList();
                if (ofPeriod.isEmpty()) {
                    return;
                }
                Sent asked = ofPeriod.get(random.nextInt(ofPeriod.size()));
                world.assertStands(basis, asked);
                if (i % 5 == 4) {
                    basis.whileChanging(asked.unit().code(), () -> world.judgeAgain(asked.unit(), period));
                }
            }
        }
    }

    /**
     * A form.
     *
     * @param report its figures
     * @param state what is decided on it
     * @param night when that is
     */
    private record Sent(Unit unit, UnitReport report, SubmissionState state, int night, long receipt) {

        static final Comparator<Sent> IN_JUDGING_ORDER = Comparator.comparing(Sent::night)
                .thenComparing(Sent::period)
                .thenComparing(sent -> sent.unit().order())
                .thenComparing(Sent::receipt);

        Period period() {
            return report.period();
        }

        SubmissionRecord record() {
            Instant at = FIRST_NIGHT.plus(Duration.ofDays(night));
            return new SubmissionRecord(
                    unit.code() + "-" + period() + "-" + receipt,
                    receipt,
                    Optional.of(unit.code()),
                    Optional.of(period()),
                    Optional.of("F1"),
                    (int) receipt,
                    SubmissionState.RECEIVED,
                    "",
                    new SourceFile("form-" + receipt, "%064x".formatted(receipt), 1),
                    at,
                    at,
                    at,
                    "c".repeat(64),
                    false);
        }

        DecidedSubmission decided() {
            SubmissionRecord record = record();
            FormHeader header = new FormHeader("F1", "", Optional.empty(), Map.of(), Map.of(), "", false);
            List<Observation> observations = new ArrayList<>();
            new TreeMap<>(report.values())
                    .forEach((item, value) -> observations.add(new Observation(
                            item,
                            figure(value.value()),
                            figure(value.priorYear()),
                            Figure.notAsked(),
                            figure(value.forecast()),
                            Figure.notAsked(),
                            "",
                            "")));
            Submission submission =
                    new Submission(record.file(), "F1", unit.code(), period(), header, observations, List.of());
            return new DecidedSubmission(
                    record,
                    new Reading(record.file(), Optional.of(submission), List.of()),
                    new Decision(state, "", List.of(), new TreeMap<>()));
        }

        private static Figure figure(Optional<BigDecimal> value) {
            return new Figure(
                    Optional.empty(),
                    "",
                    value.<Amount>map(Amount.Known::new).orElse(new Amount.Missing(MissingReason.BLANK)),
                    List.of());
        }
    }

    /** A city, its registry, and what was recorded there. */
    private static final class World implements AutoCloseable {

        private final Random random;
        private final RandomCity city;
        private final Registry registry;
        private final List<Sent> recorded = new ArrayList<>();
        private long receipts;

        World(Random random, Path folder) {
            this.random = random;
            this.city = new RandomCity(random, 2 + random.nextInt(8));
            this.registry = Registry.open(
                    folder.resolve("huibao.db"),
                    new PublishedNames(
                            city.catalogue().units(),
                            city.catalogue().items(),
                            city.catalogue().targets(),
                            List.of()),
                    Messages.in(Locale.CHINESE),
                    Messages.in(Locale.ENGLISH));
        }

        /** What came in for a night, in judging order. */
        List<Sent> night(int night) {
            List<Sent> sent = new ArrayList<>();
            for (Unit unit : city.catalogue().units()) {
                for (int form = random.nextInt(4); form > 0; form--) {
                    int back = random.nextInt(3) == 0 ? 0 : random.nextInt(3);
                    Period period = Period.month(2031, Math.max(1, city.period().number() - back));
                    sent.add(new Sent(unit, asStored(city.report(unit, period)), state(), night, ++receipts));
                }
            }
            sent.sort(Sent.IN_JUDGING_ORDER);
            return sent;
        }

        void record(Sent sent) {
            registry.record(sent.decided(), sent.record().decidedAt());
            recorded.add(sent);
        }

        /** Reads and decides otherwise on all a unit sent for a period. */
        void judgeAgain(Unit unit, Period period) {
            recorded.replaceAll(
                    sent -> sent.unit().equals(unit) && sent.period().equals(period) ? judgedAgain(sent) : sent);
            registry.rejudge(
                    unit.code(),
                    period,
                    recorded.stream()
                            .filter(sent ->
                                    sent.unit().equals(unit) && sent.period().equals(period))
                            .sorted(Comparator.comparing(Sent::receipt))
                            .map(Sent::decided)
                            .toList(),
                    FIRST_NIGHT.plus(Duration.ofDays(NIGHTS)));
        }

        /** What is decided otherwise is decided now. */
        private Sent judgedAgain(Sent sent) {
            SubmissionState state = state();
            return new Sent(
                    sent.unit(),
                    asStored(city.report(sent.unit(), sent.period())),
                    state,
                    state == sent.state() ? sent.night() : NIGHTS,
                    sent.receipt());
        }

        void assertStands(ComparisonBasis basis, Sent judged) {
            StandingCity stands = basis.cityAt(judged.record());
            assertAlike(stands.figures().figures(), expected(judged));
            if (judged.unit().kind() != UnitKind.ZONE) {
                assertAlike(stands.ownPart(), partOf(judged.unit(), judged));
            }
        }

        private AreaFigures expected(Sent judged) {
            CityFigures figures = new CityFigures(city.catalogue());
            city.catalogue().units().forEach(unit -> figures.add(partOf(unit, judged)));
            return figures.figures();
        }

        private AreaFigures partOf(Unit unit, Sent judged) {
            Map<Period, UnitReport> accepted = recorded.stream()
                    .filter(sent -> sent.unit().equals(unit) && sent.state() == SubmissionState.ACCEPTED)
                    .filter(sent -> sent.period().compareTo(judged.period()) <= 0)
                    .filter(sent -> Sent.IN_JUDGING_ORDER.compare(sent, judged) < 0)
                    .sorted(Sent.IN_JUDGING_ORDER)
                    .collect(Collectors.toMap(Sent::period, Sent::report, (earlier, later) -> later, HashMap::new));
            Optional<UnitReport> now = Optional.ofNullable(accepted.remove(judged.period()));
            UnitReport closed = new CarriedForward(city.catalogue(), judged.period())
                    .of(
                            unit,
                            now,
                            accepted.values().stream()
                                    .sorted(Comparator.comparing(UnitReport::period)
                                            .reversed())
                                    .toList());
            return new RollUp(city.catalogue()).figuresOf(judged.period(), unit, Optional.of(closed), UnitHistory.NONE);
        }

        private SubmissionState state() {
            return random.nextInt(4) == 0 ? SubmissionState.RETURNED : SubmissionState.ACCEPTED;
        }

        /** All of it was accepted as it is. */
        private static UnitReport asStored(UnitReport report) {
            Map<ItemCode, ItemValue> values = new HashMap<>();
            report.values()
                    .forEach((item, value) -> values.put(
                            item, new ItemValue(value.value(), value.priorYear(), value.forecast(), ObsStatus.A)));
            return new UnitReport(report.unit(), report.period(), values);
        }

        @Override
        public void close() {
            registry.close();
        }
    }
}
