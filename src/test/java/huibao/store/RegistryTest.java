package huibao.store;

import static huibao.store.Sample.EN;
import static huibao.store.Sample.FORM;
import static huibao.store.Sample.JUNE;
import static huibao.store.Sample.NAMES;
import static huibao.store.Sample.YINZHOU;
import static huibao.store.Sample.ZH;
import static huibao.store.Sample.accepted;
import static huibao.store.Sample.at;
import static huibao.store.Sample.decision;
import static huibao.store.Sample.dump;
import static huibao.store.Sample.finding;
import static huibao.store.Sample.reading;
import static huibao.store.Sample.record;
import static huibao.store.Sample.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.SourcedFinding;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

    @TempDir
    Path folder;

    @Test
    void givesASubmissionBackCellForCell() {
        try (Registry registry = Sample.open(folder)) {
            Reading read = reading(1, JUNE, "4.3900");
            record(registry, record(1, 1, JUNE), read, accepted(), at(1));
            assertThat(registry.standings().find(YINZHOU, JUNE)).isEqualTo(read.submission());
            assertThat(registry.standings().latestBefore(YINZHOU, Period.month(2023, 9)))
                    .isEqualTo(read.submission());
            assertThat(registry.standings().latestBefore(YINZHOU, JUNE)).isEmpty();
            assertThat(registry.standings().latestBefore(YINZHOU, Period.month(2024, 1)))
                    .isEmpty();
            assertThat(registry.standings().milestones(JUNE))
                    .containsOnlyKeys(YINZHOU)
                    .containsValue(read.submission().orElseThrow().milestones());
        }
    }

    @Test
    void keepsFindingsAsCodeParametersAndCells() throws Exception {
        Finding finding = finding(FindingKind.UNIT_CONVERTED);
        try (Registry registry = Sample.open(folder)) {
            record(registry, record(1, 1, JUNE), reading(1, JUNE, "1"), accepted(finding), at(1));
            assertThat(registry.findings(JUNE))
                    .extracting(SourcedFinding::finding)
                    .containsExactly(finding);
        }
        assertThat(rows(folder, "SELECT sheet, cell, found, message_zh, message_en FROM finding"))
                .containsExactly("填报!表|E8|约4.39|" + ZH.message(finding) + "|" + EN.message(finding));
    }

    @Test
    void supersedesWhatStoodOnceABetterOneIsAccepted() throws Exception {
        try (Registry registry = Sample.open(folder)) {
            record(registry, record(1, 1, JUNE), reading(1, JUNE, "4.39"), accepted(), at(1));
            record(registry, record(2, 2, JUNE), reading(2, JUNE, "5.0"), accepted(), at(2));
            assertThat(registry.submissions(YINZHOU, JUNE))
                    .extracting(SubmissionRecord::state)
                    .containsExactly(SubmissionState.SUPERSEDED, SubmissionState.ACCEPTED);
            assertThat(registry.nextVersion(YINZHOU, JUNE, FORM)).isEqualTo(3);
        }
        assertThat(rows(folder, "SELECT item, old_value, new_value, at FROM v_revision"))
                .containsExactly("T0204|4.39|5|2023-07-02T00:00:00Z");
        assertThat(rows(folder, "SELECT submission_id, recorded_from, recorded_to FROM observation"))
                .containsExactly(
                        "330212-2023-06-v1|2023-07-01T00:00:00Z|2023-07-02T00:00:00Z",
                        "330212-2023-06-v2|2023-07-02T00:00:00Z|null");
        assertThat(rows(folder, "SELECT submission_id, at, state, reason FROM submission_event"))
                .containsExactly(
                        "330212-2023-06-v1|2023-07-01T00:00:00Z|RECEIVED|",
                        "330212-2023-06-v1|2023-07-01T00:00:00Z|ACCEPTED|CLEAN",
                        "330212-2023-06-v1|2023-07-02T00:00:00Z|SUPERSEDED|330212-2023-06-v2",
                        "330212-2023-06-v2|2023-07-02T00:00:00Z|RECEIVED|",
                        "330212-2023-06-v2|2023-07-02T00:00:00Z|ACCEPTED|CLEAN");
    }

    @Test
    void letsTheAcceptedStandWhenABadOneFollows() throws Exception {
        try (Registry registry = Sample.open(folder)) {
            record(registry, record(1, 1, JUNE), reading(1, JUNE, "4.39"), accepted(), at(1));
            record(
                    registry,
                    record(2, 2, JUNE),
                    reading(2, JUNE, "5"),
                    decision(SubmissionState.RETURNED, finding(FindingKind.NUMBER)),
                    at(2));
            assertThat(registry.submissions(JUNE).stream()
                            .filter(record -> record.state() == SubmissionState.ACCEPTED)
                            .flatMap(record -> registry.observations(record).stream()))
                    .extracting(SourcedObservation::submission)
                    .extracting(SubmissionRecord::submissionId)
                    .containsExactly("330212-2023-06-v1");
        }
        assertThat(rows(folder, "SELECT at FROM v_revision")).isEmpty();
        assertThat(rows(folder, "SELECT submission_id, obs_value_num FROM current_observation"))
                .containsExactly("330212-2023-06-v1|4.39");
    }

    @Test
    void changesNothingWhenJudgingAgainYieldsTheSame() throws Exception {
        DecidedSubmission first = new DecidedSubmission(record(1, 1, JUNE), reading(1, JUNE, "4.39"), accepted());
        DecidedSubmission second = new DecidedSubmission(record(2, 2, JUNE), reading(2, JUNE, "5"), accepted());
        try (Registry registry = Sample.open(folder)) {
            record(registry, first.submission(), first.reading(), first.decision(), at(1));
            record(registry, second.submission(), second.reading(), second.decision(), at(2));
            List<String> before = dump(folder);
            registry.rejudge(YINZHOU, JUNE, List.of(first, second), at(9));
            assertThat(dump(folder)).isEqualTo(before);
        }
    }

    /** Whoever is settled alone among its neighbours is settled as all together would be, in whatever order they come. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void settlesEachAsAllTogetherAreSettled(long seed) throws Exception {
        Random random = new Random(seed);
        List<Long> receipts = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L, 6L));
        Collections.shuffle(receipts, random);
        Map<Long, DecidedSubmission> recorded = new TreeMap<>();
        try (Registry registry = Sample.open(folder)) {
            for (long receipt : receipts) {
                Decision decision = random.nextInt(3) == 0
                        ? decision(SubmissionState.RETURNED, finding(FindingKind.NUMBER))
                        : accepted();
                DecidedSubmission judged = new DecidedSubmission(
                        record(receipt, (int) receipt, JUNE), reading(receipt, JUNE, receipt + ".5"), decision);
                recorded.put(receipt, judged);
                record(registry, judged.submission(), judged.reading(), decision, at(10 + recorded.size() / 2));

                List<String> alone = dump(folder);
                registry.rejudge(YINZHOU, JUNE, List.copyOf(recorded.values()), at(28));
                assertThat(dump(folder)).as("receipts %s", receipts).isEqualTo(alone);
                assertThat(registry.submissions(YINZHOU, JUNE))
                        .filteredOn(one -> one.state() == SubmissionState.ACCEPTED)
                        .extracting(SubmissionRecord::receipt)
                        .isEqualTo(newestAccepted(recorded));
                assertAcceptedBefore(registry, recorded.keySet());
            }
        }
    }

    private static List<Long> newestAccepted(Map<Long, DecidedSubmission> recorded) {
        return recorded.values().stream()
                .filter(judged -> judged.decision().state() == SubmissionState.ACCEPTED)
                .map(judged -> judged.submission().receipt())
                .max(Comparator.naturalOrder())
                .stream()
                .toList();
    }

    private static void assertAcceptedBefore(Registry registry, Set<Long> receipts) {
        for (int day = 10; day < 14; day++) {
            for (long receipt : receipts) {
                Instant time = at(day);
                Optional<SubmissionRecord> last = registry.submissions(YINZHOU, JUNE).stream()
                        .filter(one -> one.state() != SubmissionState.RETURNED)
                        .filter(one -> one.decidedAt().isBefore(time)
                                || (one.decidedAt().equals(time) && one.receipt() < receipt))
                        .max(Comparator.comparing(SubmissionRecord::decidedAt)
                                .thenComparing(SubmissionRecord::receipt));
                assertThat(registry.acceptedBefore(YINZHOU, JUNE, time, receipt))
                        .as("before %s, receipt %s", time, receipt)
                        .isEqualTo(last);
            }
        }
        assertThat(registry.acceptedBefore(YINZHOU, JUNE, Instant.MAX, 0).map(SubmissionRecord::state))
                .as("a file that is only looked at comes after all")
                .isEqualTo(registry.acceptedBefore(YINZHOU, JUNE, at(27), 0).map(SubmissionRecord::state));
        assertThat(registry.acceptedBefore(YINZHOU, Period.month(2023, 7), Instant.MAX, 0))
                .isEmpty();
    }

    @Test
    void letsTheOlderStandAgainWhenTheNewerNoLongerPasses() throws Exception {
        DecidedSubmission first = new DecidedSubmission(record(1, 1, JUNE), reading(1, JUNE, "4.39"), accepted());
        try (Registry registry = Sample.open(folder)) {
            record(registry, first.submission(), first.reading(), first.decision(), at(1));
            record(registry, record(2, 2, JUNE), reading(2, JUNE, "5"), accepted(), at(2));
            DecidedSubmission second = new DecidedSubmission(
                    record(2, 2, JUNE),
                    reading(2, JUNE, "5"),
                    decision(SubmissionState.RETURNED, finding(FindingKind.NUMBER)));
            registry.rejudge(YINZHOU, JUNE, List.of(first, second), at(9));
            assertThat(registry.standings().find(YINZHOU, JUNE))
                    .isEqualTo(first.reading().submission());
        }
        assertThat(rows(folder, "SELECT submission_id, state, reason FROM submission_event WHERE at LIKE '%-09T%'"))
                .containsExactly("330212-2023-06-v1|ACCEPTED|CLEAN", "330212-2023-06-v2|RETURNED|NUMBER");
    }

    @Test
    void knowsReceiptsAndBytesItHasSeen() {
        try (Registry registry = Sample.open(folder)) {
            SubmissionRecord rejected = new SubmissionRecord(
                    "rejected-1",
                    1,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    SubmissionState.REJECTED,
                    "EMPTY_FILE",
                    Sample.file(1),
                    at(1),
                    at(1),
                    at(1),
                    "c".repeat(64),
                    false);
            Finding empty = finding(FindingKind.EMPTY_FILE);
            record(
                    registry,
                    rejected,
                    new Reading(Sample.file(1), Optional.empty(), List.of(empty)),
                    decision(SubmissionState.REJECTED, empty),
                    at(1));
            registry.recordDuplicate(2, Sample.file(1), "rejected-1", at(2));
            assertThat(registry.decidedReceipts()).containsExactly(1L, 2L);
            assertThat(registry.rejected(at(1), at(2))).containsExactly(rejected);
            assertThat(registry.rejected(at(2), at(3))).isEmpty();
            assertThat(registry.findings(rejected)).hasSize(1);
            assertThat(registry.newestReceipt()).isEqualTo(2);
            assertThat(registry.decidedAt(at(1))).containsExactly(rejected);
            assertThat(registry.decidedAt(at(2))).isEmpty();
            assertThat(registry.find("rejected-1")).contains(rejected);
            assertThat(registry.isAnythingSentFor(JUNE)).isFalse();
            assertThat(registry.withHash(Sample.file(1).sha256())).contains(rejected);
            assertThat(registry.withHash("0")).isEmpty();
        }
    }

    @Test
    void publishesExactDecimalsAndReplacesThePeriod() throws Exception {
        try (Registry registry = Sample.open(folder)) {
            registry.publish(Sample.bulletin(JUNE));
            List<String> once = dump(folder);
            registry.publish(Sample.bulletin(JUNE));
            assertThat(dump(folder)).isEqualTo(once);
        }
        assertThat(rows(
                        folder,
                        "SELECT ref_area, name_zh, target_value, obs_value, obs_value_num, projected_value, low_value,"
                                + " certainty, depends_on, light FROM v_attainment"))
                .containsExactly("330200|技术交易额|600|4.39|4.39|100|0|depends|330212 330200|RED");
        assertThat(
                        rows(
                                folder,
                                "SELECT kind, expected, accepted, on_time, reporting_rate, on_time_rate FROM v_reporting_rate ORDER BY kind"))
                .containsExactly("ALL|2|1|0|50|0", "CITY|1|0|0|0|0", "DISTRICT|1|1|0|100|0");
    }

    @Test
    void givesEqualContentHoweverTheRunCameToIt() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        RunRecord run = new RunRecord("r1", JUNE, List.of(YINZHOU), at(1), 1, "c".repeat(64), "1.0");
        try (Registry whole = Sample.open(folder)) {
            whole.runLog().start(run);
            record(whole, record(1, 1, JUNE), reading(1, JUNE, "4.39"), accepted(), at(1));
            whole.publish(Sample.bulletin(JUNE));
            whole.runLog().finish("r1", new RunRecord.Counts(1, 0, 0, 0), List.of(JUNE), 0);
        }
        try (Registry killed = Sample.open(other)) {
            killed.runLog().start(run);
            record(killed, record(1, 1, JUNE), reading(1, JUNE, "4.39"), accepted(), at(1));
        }
        try (Registry restarted = Sample.open(other)) {
            restarted.runLog().start(run);
            restarted.rejudge(
                    YINZHOU,
                    JUNE,
                    List.of(new DecidedSubmission(record(1, 1, JUNE), reading(1, JUNE, "4.39"), accepted())),
                    at(1));
            restarted.publish(Sample.bulletin(JUNE));
            restarted.runLog().finish("r1", new RunRecord.Counts(1, 0, 0, 0), List.of(JUNE), 0);
        }
        assertThat(dump(other)).isEqualTo(dump(folder));
    }

    @Test
    void leavesNothingOfASubmissionThatFailedHalfWay() throws Exception {
        try (Registry registry = Sample.open(folder)) {
            record(registry, record(1, 1, JUNE), reading(1, JUNE, "4.39"), accepted(), at(1));
            List<String> before = dump(folder);
            SubmissionRecord clash = record(1, 2, JUNE);
            assertThatThrownBy(() -> record(registry, clash, reading(1, JUNE, "5"), accepted(), at(2)))
                    .isInstanceOf(StoreException.class);
            assertThat(dump(folder)).isEqualTo(before);
        }
    }

    @Test
    void neitherWaitsForAnOutsideReaderNorShowsItHalfARun() throws Exception {
        try (Registry registry = Sample.open(folder);
                Connection reader = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("huibao.db"));
                Statement statement = reader.createStatement()) {
            statement.execute("BEGIN");
            assertThat(count(statement)).isZero();
            record(registry, record(1, 1, JUNE), reading(1, JUNE, "4.39"), accepted(), at(1));
            assertThat(count(statement)).isZero();
            statement.execute("COMMIT");
            assertThat(count(statement)).isEqualTo(1);
        }
    }

    @Test
    void saysWhichFileAnotherProgramLocks() throws Exception {
        Path file = folder.resolve("huibao.db");
        try (Registry registry = Registry.open(file, NAMES, ZH, EN, Duration.ofMillis(50));
                Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> record(registry, record(1, 1, JUNE), reading(1, JUNE, "1"), accepted(), at(1)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("locked by another program");
        }
    }

    @Test
    void refusesADamagedFile() throws Exception {
        Path file = folder.resolve("huibao.db");
        Files.writeString(file, "this is no database, and long enough to be read as a header of one ".repeat(20));
        assertThatThrownBy(() -> Sample.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesAPlaceItCannotWriteTo() {
        assertThatThrownBy(() -> Sample.open(folder.resolve("不存在")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened for writing");
        assertThatThrownBy(() -> Registry.open(folder, NAMES, ZH, EN)).isInstanceOf(StoreException.class);
    }

    @Test
    void refusesASchemaOfTheFuture() throws Exception {
        Sample.open(folder).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("huibao.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> Sample.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema version 99");
    }

    private static int count(Statement statement) throws Exception {
        try (ResultSet result = statement.executeQuery("SELECT count(*) FROM observation")) {
            return result.getInt(1);
        }
    }
}
