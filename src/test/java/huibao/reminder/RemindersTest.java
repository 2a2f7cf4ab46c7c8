package huibao.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.archive.DueReminder;
import huibao.archive.ReminderArchive;
import huibao.delivery.Dispatch;
import huibao.files.DurableFiles;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.pipeline.Deliveries;
import huibao.pipeline.Progress;
import huibao.pipeline.RunFailedException;
import huibao.recovery.PastBulletin;
import huibao.recovery.PastBulletins;
import huibao.recovery.Rebuild;
import huibao.recovery.Verification;
import huibao.recovery.Verification.Fault;
import huibao.recovery.Verification.Kind;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.MailServer;
import huibao.testing.Trees;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of 2024-Q1 are due on 10 April, 12:00 in Lisbon, which is 11:00 UTC. */
@Tag("long")
class RemindersTest {

    @TempDir
    Path folder;

    private Path job;

    @BeforeEach
    void copyTheJob() throws IOException {
        job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
    }

    @Test
    void remindsOnTheDaysTheJobNamesOnceEachUntilTheFormIsAccepted() throws IOException {
        configure(0);
        Bureau bureau = bureau();
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-05T02:00:00Z");

        assertThat(remind(bureau, "2024-04-06T23:30:00Z"))
                .as("the sixth in Greenwich is the seventh in Lisbon")
                .containsExactly("SEA-N -3 2024-04-10T11:00:00Z", "SEA-S -3 2024-04-10T11:00:00Z");
        assertThat(remind(bureau, "2024-04-08T08:00:00Z")).as("already done").isEmpty();
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-3"));
        bureau.drop("SEA-S", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T09:00:00Z");
        assertThat(remind(bureau, "2024-04-09T08:00:00Z"))
                .as("returned is not accepted")
                .containsExactly("SEA-N -1 2024-04-10T11:00:00Z");
        assertThat(remind(bureau, "2024-04-10T12:00:00Z"))
                .as("no day of reminding")
                .isEmpty();
        assertThat(remind(bureau, "2024-04-14T08:00:00Z"))
                .as("of two days missed the last")
                .containsExactly("SEA-N 3 2024-04-17T11:00:00Z");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "1000.5"));
        bureau.run("2024-Q1", "2024-04-15T02:00:00Z");
        assertThat(remind(bureau, "2024-05-01T08:00:00Z")).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfWhatWasNeverCollected() throws IOException {
        configure(0);
        Bureau bureau = bureau();
        bureau.drop("SEA", "2024-Q2");
        bureau.run("2024-Q2", "2024-07-05T02:00:00Z");

        List<String> reminded = remind(bureau, "2024-07-09T08:00:00Z");

        assertThat(reminded).isNotEmpty();
        assertThat(Trees.query(bureau.folders().database(), "SELECT DISTINCT time_period FROM reminder"))
                .as("the first quarter went by before this job was used")
                .containsExactly("2024-Q2");
    }

    @Test
    void aReminderBeforeTheDeadlineThatWasMissedIsNotSentAfterIt() throws IOException {
        Bureau bureau = afterTheFirstNight(0);

        assertThat(remind(bureau, "2024-04-10T11:00:01Z")).isEmpty();
        assertThat(remind(bureau, "2024-03-31T08:00:00Z"))
                .as("the quarter goes on")
                .isEmpty();
    }

    @Test
    void gradesLatenessByWhatWasRemindedOf() throws IOException {
        configure(0);
        Bureau bureau = bureau();
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-05T02:00:00Z");
        remind(bureau, "2024-04-11T08:00:00Z");
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-14T02:00:00Z");
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", ""));
        bureau.run("2024-Q1", "2024-04-14T12:00:00Z");

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT ref_area || ' ' || lateness || ' ' || ifnull(reminded_at, '-') || ' '"
                                + " || ifnull(reminder_limit, '-') || ' ' || ifnull(accepted_at, '-') || ' ' || fill_rate"
                                + " || ' ' || unfilled_step FROM unit_reporting ORDER BY ref_area"))
                .containsExactly(
                        "SEA ON_TIME - - 2024-04-05T02:00:00Z 100 0",
                        "SEA-N LATE_WITHIN_LIMIT 2024-04-11T08:00:00Z 2024-04-14T11:00:00Z 2024-04-14T02:00:00Z 100 0",
                        "SEA-S LATE_AFTER_LIMIT 2024-04-11T08:00:00Z 2024-04-14T11:00:00Z - 66.666666666667 2");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT ref_area || ' ' || expected || ' ' || accepted || ' ' || on_time || ' ' || late_within_limit"
                                + " || ' ' || late_after_limit || ' ' || returns || ' ' || reminders || ' ' || on_time_rate"
                                + " FROM v_unit_record WHERE year = '2024' ORDER BY ref_area"))
                .containsExactly("SEA 1 1 1 0 0 0 0 100", "SEA-N 1 1 0 1 0 0 1 0", "SEA-S 1 0 0 0 1 1 1 0");
        assertThat(Trees.query(
                        bureau.folders().database(), "SELECT on_time_rate FROM v_reporting_rate WHERE kind = 'ALL'"))
                .containsExactly("33.333333333333");
        assertThat(notice(bureau, "unit-SEA-S.txt")).contains("late, after the limit", "Reminded at 2024-04-11 09:00");
    }

    /** The deadline lies ahead of this machine's clock, by which the files arrive, and the run comes after it. */
    @Test
    void gradesByWhenAFormCameNotByWhenARunTookIt() throws IOException {
        JobFolder.edit(job, "deadlines.csv", "REPORT,2024-Q1,2024-04-10T12:00", "REPORT,2024-Q1,2998-04-10T12:00");
        Bureau bureau = bureau();
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", "2998-04-11T02:00:00Z");

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT ref_area || ' ' || lateness || ' ' || on_time || ' ' || (first_received_at < due)"
                                + " FROM unit_reporting WHERE time_period = '2024-Q1' ORDER BY ref_area"))
                .containsExactly("SEA ON_TIME 1 1", "SEA-N ON_TIME 1 1", "SEA-S ON_TIME 1 1");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT DISTINCT received_at || ' ' || (arrived_at < received_at) FROM submission"))
                .containsExactly("2998-04-11T02:00:00Z 1");
    }

    @Test
    void namesUnitsWithoutAnAddressAndWritesToTheOthers() throws IOException {
        try (MailServer server = MailServer.open()) {
            Bureau bureau = afterTheFirstNight(server.port());

            ReminderRound round = round(bureau, "2024-04-11T08:00:00Z");

            assertThat(round.issued())
                    .extracting(
                            one -> one.reminder().unit() + " " + one.reminder().channels())
                    .containsExactly("SEA-N [MAIL]", "SEA-S [FILE]", "SEA [FILE]");
            assertThat(server.mails())
                    .extracting(MailServer.Mail::recipient)
                    .containsExactly("chief@stat.example.org", "north@example.org", "deputy@example.org");
            assertThat(server.mails().get(1).message())
                    .satisfies(mail -> assertThat(mail.getSubject())
                            .isEqualTo("Reminder: North Shore 2024-Q1, please report by 2024-04-14 12:00"));
            bureau.run("2024-Q1", "2024-04-12T02:00:00Z");
            assertThat(notice(bureau, "summary.txt"))
                    .contains("Reminded but without an address, 2 units: South Shore, Seaside");
        }
    }

    @Test
    void aReminderWhoseMailFailedIsSentByTheNextRunOnce() throws IOException {
        int port;
        try (MailServer server = MailServer.open()) {
            port = server.port();
        }
        Bureau bureau = afterTheFirstNight(port);
        ReminderRound round = round(bureau, "2024-04-11T08:00:00Z");
        assertThat(round.deliveries().waiting()).isEqualTo(3);
        assertThat(round.issued()).hasSize(3);

        try (MailServer server = MailServer.open()) {
            configure(server.port());
            Bureau mended = bureau();
            assertThat(mended.run("2024-Q1", "2024-04-12T02:00:00Z")
                            .deliveries()
                            .waiting())
                    .isZero();
            assertThat(remind(mended, "2024-04-12T08:00:00Z")).isEmpty();
            assertThat(server.mails())
                    .extracting(MailServer.Mail::recipient)
                    .containsExactlyInAnyOrder(
                            "chief@stat.example.org",
                            "chief@stat.example.org",
                            "north@example.org",
                            "deputy@example.org");
        }
    }

    @Test
    void aReminderKeptBeforeACrashIsSentWhenRemindingGoesOn() throws IOException {
        try (MailServer server = MailServer.open()) {
            Bureau bureau = afterTheFirstNight(server.port());
            List<DueReminder> due = new Reminders(bureau.catalogue(), bureau.folders(), Clock.systemUTC())
                    .preview(Instant.parse("2024-04-11T08:00:00Z"), Optional.empty());
            new ReminderArchive(bureau.folders().archive()).keep(due.get(0));

            assertThat(remind(bureau, "2024-04-11T08:05:00Z"))
                    .containsExactly("SEA-S 1 2024-04-14T11:00:00Z", "SEA 1 2024-04-14T11:00:00Z");
            assertThat(server.mails())
                    .extracting(MailServer.Mail::recipient)
                    .contains("north@example.org", "deputy@example.org");
            assertThat(Trees.query(bureau.folders().database(), "SELECT reminder_no || reminded_at FROM reminder"))
                    .containsExactly("12024-04-11T08:00:00Z", "22024-04-11T08:05:00Z", "32024-04-11T08:05:00Z");
        }
    }

    @Test
    void aReminderThatWaitsIsNotSentOnceTheFormIsAccepted() throws IOException {
        Bureau bureau = afterTheFirstNight(unused());
        round(bureau, "2024-04-11T08:00:00Z");
        bureau.drop("SEA-N", "2024-Q1");

        try (MailServer server = MailServer.open()) {
            configure(server.port());
            Bureau mended = bureau();
            Deliveries deliveries =
                    mended.run("2024-Q1", "2024-04-12T02:00:00Z").deliveries();

            assertThat(deliveries.count(Dispatch.Result.OBSOLETE)).isEqualTo(2);
            assertThat(deliveries.waiting()).isZero();
            assertThat(server.mails())
                    .extracting(MailServer.Mail::recipient)
                    .containsExactly("chief@stat.example.org", "chief@stat.example.org");
        }
    }

    @Test
    void aReminderBeforeTheDeadlineThatWaitsIsNotSentAfterIt() throws IOException {
        Bureau bureau = afterTheFirstNight(unused());
        round(bureau, "2024-04-09T08:00:00Z");

        try (MailServer server = MailServer.open()) {
            configure(server.port());
            Bureau mended = bureau();
            Deliveries deliveries =
                    mended.run("2024-Q1", "2024-04-10T11:00:01Z").deliveries();

            assertThat(deliveries.count(Dispatch.Result.OBSOLETE)).isEqualTo(2);
            assertThat(server.mails()).extracting(MailServer.Mail::recipient).doesNotContain("north@example.org");
            assertThat(Trees.query(bureau.folders().database(), "SELECT count(*) || '' FROM reminder"))
                    .as("that it was issued stays known")
                    .containsExactly("3");
        }
    }

    @Test
    void whoGetsAnAddressLaterIsNotSentTheLastReminderAfterTheEvent() throws IOException {
        try (MailServer server = MailServer.open()) {
            Bureau bureau = afterTheFirstNight(server.port());
            round(bureau, "2024-04-11T08:00:00Z");
            int sent = server.mails().size();

            Files.writeString(
                    job.resolve("contacts.csv"),
                    "unit,mail,name\nSEA-N,north@example.org,\nSEA-N,new@example.org,\nSEA-S,south@example.org,\n",
                    StandardCharsets.UTF_8);
            assertThat(remind(bureau(), "2024-04-12T08:00:00Z")).isEmpty();

            assertThat(server.mails()).hasSize(sent);
        }
    }

    @Test
    void aReminderKeptByAnOlderProgramIsNotSentAgain() throws IOException {
        try (MailServer server = MailServer.open()) {
            Bureau bureau = afterTheFirstNight(server.port());
            round(bureau, "2024-04-11T08:00:00Z");
            int sent = server.mails().size();
            assertThat(Trees.writable(bureau.folders().archive())).isEmpty();
            DurableFiles.deleteTree(bureau.folders().archive().resolve("deliveries"));
            Path kept = bureau.folders().archive().resolve("reminders/00000001.json");
            assertThat(kept.toFile().setWritable(true)).isTrue();
            Files.writeString(kept, Files.readString(kept).replace("\"messages\"", "\"others\""));

            assertThat(remind(bureau, "2024-04-12T08:00:00Z")).isEmpty();
            assertThat(server.mails()).hasSize(sent);
        }
    }

    @Test
    void afterADeadlineIsExtendedTheNewOneCounts() throws IOException {
        configure(0);
        Bureau bureau = bureau();
        bureau.drop("SEA", "2024-Q1");
        bureau.drop("SEA-S", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-05T02:00:00Z");
        assertThat(remind(bureau, "2024-04-13T08:00:00Z")).containsExactly("SEA-N 3 2024-04-16T11:00:00Z");

        JobFolder.edit(job, "deadlines.csv", "REPORT,2024-Q1,2024-04-10T12:00", "REPORT,2024-Q1,2024-04-20T12:00");
        Bureau extended = bureau();
        extended.run("2024-Q1", "2024-04-14T02:00:00Z");
        assertThat(lateness(extended)).containsExactly("SEA-N NOT_YET_DUE -");
        assertThat(remind(extended, "2024-04-17T08:00:00Z")).containsExactly("SEA-N -3 2024-04-20T11:00:00Z");
        assertThat(remind(extended, "2024-04-18T08:00:00Z")).as("already done").isEmpty();
        assertThat(remind(extended, "2024-04-21T08:00:00Z")).containsExactly("SEA-N 1 2024-04-24T11:00:00Z");
        extended.run("2024-Q1", "2024-04-22T02:00:00Z");
        assertThat(lateness(extended)).containsExactly("SEA-N NOT_REPORTED 2024-04-24T11:00:00Z");
    }

    private static List<String> lateness(Bureau bureau) {
        return Trees.query(
                bureau.folders().database(),
                "SELECT ref_area || ' ' || lateness || ' ' || ifnull(reminder_limit, '-') FROM unit_reporting"
                        + " WHERE time_period = '2024-Q1' AND ref_area = 'SEA-N'");
    }

    /** A port on which nobody listens. */
    private static int unused() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    @Test
    void previewsWithoutATrace() throws IOException {
        Bureau bureau = afterTheFirstNight(0);
        SortedMap<String, String> before = Trees.published(bureau.folders().output());

        assertThat(new Reminders(bureau.catalogue(), bureau.folders(), Clock.systemUTC())
                        .preview(Instant.parse("2024-04-11T08:00:00Z"), Optional.of(Period.parse("2024-Q1"))))
                .hasSize(3);

        assertThat(Trees.published(bureau.folders().output())).isEqualTo(before);
        assertThat(bureau.folders().archive().resolve("reminders")).doesNotExist();
    }

    /** Every form that was accepted would be reminded of, and what was sent cannot be taken back. */
    @Test
    void doesNotRemindByARegistryThatWasLostOrIsAnOlderCopy() throws IOException {
        configure(0);
        Bureau bureau = bureau();
        bureau.run("2024-Q1", "2024-04-05T02:00:00Z");
        Path copy = Files.copy(bureau.folders().database(), folder.resolve("copy.db"));
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");

        Files.copy(copy, bureau.folders().database(), StandardCopyOption.REPLACE_EXISTING);
        assertNobodyIsReminded(bureau);
        Files.delete(bureau.folders().database());
        assertNobodyIsReminded(bureau);
        assertThat(bureau.folders().database()).doesNotExist();
    }

    private static void assertNobodyIsReminded(Bureau bureau) {
        assertThatThrownBy(() -> round(bureau, "2024-04-11T08:00:00Z"))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("rebuild --replace");
        assertThatThrownBy(() -> new Reminders(bureau.catalogue(), bureau.folders(), Clock.systemUTC())
                        .preview(Instant.parse("2024-04-11T08:00:00Z"), Optional.empty()))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("rebuild --replace");
        assertThat(bureau.folders().archive().resolve("reminders")).doesNotExist();
    }

    @Test
    void doesNotRemindOnWhatARunHasHalfDecided() throws IOException {
        configure(0);
        Bureau bureau = bureau();
        bureau.drop("SEA", "2024-Q1");
        Path inTheWay = bureau.folders().summary(Period.parse("2024-Q1"));
        Files.createDirectories(inTheWay.resolve("in the way"));
        assertThatThrownBy(() -> bureau.run("2024-Q1", "2024-04-08T00:00:00Z")).isInstanceOf(RunFailedException.class);

        assertThatThrownBy(() -> round(bureau, "2024-04-11T08:00:00Z"))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("20240408T000000Z-2024-Q1 did not come to its end");
    }

    @Test
    void remindersAreRebuiltAndNothingIsEverSentByAReplay() throws IOException {
        try (MailServer server = MailServer.open()) {
            configure(server.port());
            Bureau bureau = bureau();
            Map<String, SortedMap<String, String>> nights = new LinkedHashMap<>();
            bureau.drop("SEA", "2024-Q1");
            night(bureau, "2024-04-05T02:00:00Z", nights);
            remind(bureau, "2024-04-09T08:00:00Z");
            bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-3"));
            night(bureau, "2024-04-09T12:00:00Z", nights);
            remind(bureau, "2024-04-11T08:00:00Z");
            night(bureau, "2024-04-12T02:00:00Z", nights);
            bureau.dropAll("2024-Q1");
            night(bureau, "2024-04-15T02:00:00Z", nights);
            remind(bureau, "2024-07-11T08:00:00Z");
            SortedMap<String, String> today = Trees.published(bureau.folders().output());
            int sent = server.mails().size();
            SortedMap<String, String> archive = files(bureau.folders().archive());

            for (Map.Entry<String, SortedMap<String, String>> night : nights.entrySet()) {
                PastBulletin past = new PastBulletins(bureau.catalogue(), bureau.folders(), Progress.NOBODY)
                        .asOf(Instant.parse(night.getKey()), Optional.of(Period.parse("2024-Q1")));
                SortedMap<String, String> rebuilt = Trees.published(past.folder());
                DurableFiles.deleteTree(bureau.folders().past());
                assertThat(rebuilt).as(night.getKey()).isEqualTo(night.getValue());
            }
            DurableFiles.deleteTree(bureau.folders().output());
            new Rebuild(bureau.folders(), Progress.NOBODY).into(folder.resolve("rebuilt"));

            assertThat(Trees.published(folder.resolve("rebuilt"))).isEqualTo(today);
            assertThat(server.mails()).hasSize(sent);
            assertThat(files(bureau.folders().archive())).isEqualTo(archive);
            assertThat(Trees.query(
                            folder.resolve("rebuilt/huibao.db"),
                            "SELECT count(*) || ' ' || count(DISTINCT reminded_at) FROM reminder"))
                    .containsExactly("7 3");
        }
    }

    private void night(Bureau bureau, String now, Map<String, SortedMap<String, String>> nights) throws IOException {
        bureau.run("2024-Q1", now);
        nights.put(now, Trees.published(bureau.folders().output()));
    }

    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new java.util.TreeMap<>();
        try (var walked = Files.walk(folder)) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), huibao.files.Sha256.of(file));
            }
        }
        return files;
    }

    private static List<String> remind(Bureau bureau, String at) {
        return round(bureau, at).issued().stream()
                .map(DueReminder::reminder)
                .map(reminder -> reminder.unit() + " " + reminder.offsetDays() + " " + reminder.limit())
                .toList();
    }

    @Test
    void aLostReminderIsNamedByVerifyAndNobodyIsRemindedAgainUnderItsNumber() throws IOException {
        Bureau bureau = afterTheFirstNight(0);
        assertThat(remind(bureau, "2024-04-11T08:00:00Z")).hasSize(3);
        assertThat(faults(bureau)).isEmpty();

        Path kept = bureau.folders().archive().resolve("reminders");
        Path first = kept.resolve("00000001.json");
        assertThat(first.toFile().setWritable(true)).isTrue();
        Files.writeString(first, Files.readString(first).replace("T08:00:00Z", "T09:00:00Z"));
        Trees.execute(bureau.folders().database(), "DELETE FROM reminder WHERE reminder_no = 2");
        Files.delete(kept.resolve("00000003.json"));
        assertThat(faults(bureau))
                .containsExactly(
                        new Fault(Kind.REMINDER_NOT_OF_DATABASE, "00000001.json", "SEA-N 2024-Q1 2024-04-11T08:00:00Z"),
                        new Fault(Kind.REMINDER_NOT_READ, "00000002.json", "SEA-S 2024-Q1 2024-04-11T08:00:00Z"),
                        new Fault(Kind.REMINDER_MISSING, "00000003.json", "SEA 2024-Q1 2024-04-11T08:00:00Z"));

        assertThat(remind(bureau, "2024-04-11T10:00:00Z"))
                .as("one of the two keepers still knows")
                .isEmpty();
        assertThat(remind(bureau, "2024-04-13T08:00:00Z")).hasSize(3);
        assertThat(kept.resolve("00000003.json")).as("no number twice").doesNotExist();
        assertThat(faults(bureau))
                .extracting(Fault::kind)
                .containsExactly(Kind.REMINDER_NOT_OF_DATABASE, Kind.REMINDER_MISSING);
        Files.writeString(kept.resolve("00000002.json"), "{");
        assertThat(faults(bureau)).extracting(Fault::kind).containsExactly(Kind.ARCHIVE_UNREADABLE);
    }

    private static List<Fault> faults(Bureau bureau) {
        return new Verification(bureau.catalogue(), bureau.folders(), Messages.in(Locale.ENGLISH)).verify();
    }

    private static ReminderRound round(Bureau bureau, String at) {
        return new Reminders(bureau.catalogue(), bureau.folders(), Clock.systemUTC())
                .issue(Instant.parse(at), Optional.empty())
                .orElseThrow();
    }

    private static String notice(Bureau bureau, String name) throws IOException {
        return Files.readString(
                bureau.folders().notices(Period.parse("2024-Q1")).resolve(name), StandardCharsets.UTF_8);
    }

    /**
     * A job that reminds, of which one night has been run and nobody has reported.
     *
     * @param port of the mail server, 0 for none
     */
    private Bureau afterTheFirstNight(int port) throws IOException {
        configure(port);
        Bureau bureau = bureau();
        bureau.run("2024-Q1", "2024-04-05T02:00:00Z");
        return bureau;
    }

    private Bureau bureau() {
        return new Bureau(job, folder.resolve("a"));
    }

    /** A job that reminds, and sends mail where a port is given. */
    private void configure(int port) throws IOException {
        Path original = JobFolder.SEASIDE.resolve("job.yaml");
        String smtp = port == 0 ? "" : """
                  smtp:
                    host: localhost
                    port: %d
                    security: none
                    from: office@stat.example.org
                    bureau: [chief@stat.example.org]
                """.formatted(port);
        Files.writeString(
                job.resolve("job.yaml"),
                Files.readString(original, StandardCharsets.UTF_8) + """
                        notices:
                          reminders:
                            days_before: [3, 1]
                            days_after: [1, 3]
                            limit_days: 3
                        """ + smtp,
                StandardCharsets.UTF_8);
        Files.writeString(
                job.resolve("contacts.csv"),
                "unit,mail,name\nSEA-N,north@example.org,\nSEA-N,deputy@example.org,\n",
                StandardCharsets.UTF_8);
    }
}
