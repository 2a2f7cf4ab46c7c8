package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.delivery.Dispatch;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.recovery.Rebuild;
import huibao.recovery.Verification;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.JsonObjects;
import huibao.testing.MailServer;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    private static final Period Q1 = Period.parse("2024-Q1");
    private static final String FIGURE = "-31337.7";

    @TempDir
    Path folder;

    private Path job;

    @BeforeEach
    void copyTheJob() throws IOException {
        job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
    }

    @Test
    void tellsTheBureauOfEveryFileUnitAndTarget() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("SEA", "2024-Q1");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", FIGURE));
        bureau.drop("notes.txt", "no form".getBytes(StandardCharsets.UTF_8), Q1);
        bureau.run("2024-Q1", "2024-04-11T02:00:00Z");

        assertThat(read(bureau, "summary.txt"))
                .contains(
                        "Run summary 2024-Q1: 1 of 3 accepted",
                        "3 files of this period received this time: 1 accepted, 1 returned, 1 rejected",
                        "rejected notes.txt (NOT_A_WORKBOOK)\n    The file is not an Excel or WPS workbook: a text file",
                        "Not reported, 1 units: South Shore",
                        "Returned and not mended, 1 units: North Shore",
                        "Late, 2 units: North Shore, Seaside",
                        "Targets of the city: ",
                        "2024-Q1/汇总表-2024-Q1.xlsx");
        Map<String, Object> json = JsonObjects.read(read(bureau, "summary.json"));
        assertThat(json).containsEntry("kind", "SUMMARY").containsEntry("stated_time", "2024-04-11T02:00:00Z");
        assertThat(json.get("reporting").toString()).contains("lateness=NOT_REPORTED", "lateness=LATE_BEFORE_REMINDER");
        assertThat(((Map<?, ?>) json.get("lights")).keySet()).hasSize(5);
    }

    @Test
    void tellsAUnitWhatIsWrongWhereAndWithoutTheFigures() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", FIGURE));
        bureau.run("2024-Q1", "2024-04-08T02:00:00Z");

        assertThat(read(bureau, "unit-SEA-N.txt"))
                .contains("Returned: North Shore 2024-Q1", "[mandatory]", "填报表!", "2024-Q1/退回/SEA-N-北岸-v1.xlsx");
        assertThat(JsonObjects.read(read(bureau, "unit-SEA-N.json")).get("causes"))
                .isEqualTo(List.of("MISSING", "RETURNED"));
        assertThat(everything(bureau)).doesNotContain("31337");
    }

    @Test
    void namesTheReturnedWorkbooksOnlyWhereThereAreSome() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("SEA-S", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T02:00:00Z");
        assertThat(read(bureau, "summary.txt"))
                .contains("2024-Q1/汇总表-2024-Q1.xlsx")
                .doesNotContain("退回");

        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", FIGURE));
        bureau.run("2024-Q1", "2024-04-09T02:00:00Z");
        assertThat(read(bureau, "summary.txt")).contains("2024-Q1/退回");
    }

    @Test
    void asksNobodyForAFormThatIsAccepted() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-11T02:00:00Z");

        assertThat(read(bureau, "unit-SEA-N.txt")).contains("late").doesNotContain("inbox", "Fill in");
        assertThat(read(bureau, "unit-SEA-S.txt")).containsPattern("inbox|Fill in");
    }

    /** Nobody ran between the deadline of the first quarter and the end of the second. */
    @Test
    void aPeriodWhoseDeadlineHasPassedSinceItWasPublishedIsPublishedAgain() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-05T02:00:00Z");
        bureau.dropAll("2024-Q2");
        RunResult result = bureau.run("2024-Q2", "2024-07-09T02:00:00Z");

        assertThat(result.published()).containsExactly(Q1, Period.parse("2024-Q2"));
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT ref_area || ' ' || expected || ' ' || on_time FROM v_unit_record ORDER BY ref_area"))
                .containsExactly("SEA 2 1", "SEA-N 2 2", "SEA-S 2 1");
        assertThat(read(bureau, "summary.txt")).contains("Not reported, 2 units");
        Files.delete(bureau.folders().manifest(Q1));
        assertThat(bureau.run("2024-Q2", "2024-07-09T03:00:00Z").published())
                .as("what is gone of a period is published again")
                .contains(Q1);
        assertThat(bureau.run("2024-Q2", "2024-07-09T04:00:00Z").published()).doesNotContain(Q1);
    }

    @Test
    void whatCannotBeTakenFromTheInboxNeedsAPerson() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("SEA-N", "2024-Q1");
        Files.createDirectories(bureau.folders().inbox().resolve("forms of March"));

        RunResult result = bureau.run("2024-Q1", "2024-04-05T02:00:00Z");

        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DONE_WITH_RETURNS);
        Path again = folder.resolve("rebuilt");
        new Rebuild(bureau.folders(), Progress.NOBODY).into(again);
        for (Path database : List.of(bureau.folders().database(), again.resolve("huibao.db"))) {
            assertThat(Trees.query(database, "SELECT state || ' ' || exit_code FROM run"))
                    .containsExactly("COMPLETED 3");
        }
        Files.delete(bureau.folders().inbox().resolve("forms of March"));
        assertThat(bureau.run("2024-Q1", "2024-04-06T02:00:00Z").outcome()).isEqualTo(RunResult.Outcome.DONE);
    }

    @Test
    void holdsTheFiguresIfTheJobAsksForThem() throws IOException {
        append("notices:\n  figures: findings\n");
        Bureau bureau = bureau();
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", FIGURE));
        bureau.run("2024-Q1", "2024-04-08T02:00:00Z");

        assertThat(read(bureau, "unit-SEA-N.txt")).contains("31337.7");
    }

    @Test
    void aNoticeGoesWhenItsCauseDoesAndStaysUntouchedUntilThen() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", FIGURE));
        bureau.run("2024-Q1", "2024-04-08T02:00:00Z");
        Path notice = bureau.folders().notices(Q1).resolve("unit-SEA-N.txt");
        var written = Files.getLastModifiedTime(notice);
        bureau.run("2024-Q1", "2024-04-08T03:00:00Z");
        assertThat(Files.getLastModifiedTime(notice)).isEqualTo(written);
        Files.writeString(bureau.folders().notices(Q1).resolve("unit-OLD.txt"), "stale", StandardCharsets.UTF_8);

        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "1000.5"));
        bureau.run("2024-Q1", "2024-04-09T02:00:00Z");

        try (Stream<Path> listed = Files.list(bureau.folders().notices(Q1))) {
            assertThat(listed.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("summary.txt", "summary.json");
        }
    }

    @Test
    void theManifestListsNoticesAndVerifyMissesOne() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", FIGURE));
        bureau.run("2024-Q1", "2024-04-08T02:00:00Z");

        assertThat(Files.readString(bureau.folders().manifest(Q1), StandardCharsets.UTF_8))
                .contains("notices/2024-Q1/summary.txt", "notices/2024-Q1/unit-SEA-N.json");
        Files.delete(bureau.folders().notices(Q1).resolve("unit-SEA-N.json"));
        assertThat(new Verification(bureau.catalogue(), bureau.folders(), Messages.in(Locale.ENGLISH)).verify())
                .extracting(Verification.Fault::kind)
                .containsExactly(Verification.Kind.OUTPUT_MISSING);
    }

    @Test
    void aNameFromOutsideStaysOnItsLine() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("a\nTargets of the city: 63 blue\u202e.txt", "x".getBytes(StandardCharsets.UTF_8), Q1);
        bureau.run("2024-Q1", "2024-04-08T02:00:00Z");

        assertThat(read(bureau, "summary.txt").lines())
                .filteredOn(line -> line.startsWith("Targets of the city"))
                .hasSize(1);
        assertThat(read(bureau, "summary.txt")).contains("a Targets of the city: 63 blue .txt");
    }

    @Test
    void sendsTheBureauItsSummaryAndTheUnitItsReturnAndFailsNothingWhenItCannot() throws IOException {
        int port;
        try (MailServer server = MailServer.open()) {
            port = server.port();
            append(smtp(port));
            Bureau bureau = bureau();
            bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", FIGURE));
            RunResult result = bureau.run("2024-Q1", "2024-04-08T02:00:00Z");

            assertThat(result.deliveries().waiting()).isZero();
            assertThat(server.mails())
                    .extracting(mail -> mail.recipient() + " " + mail.message().getSubject())
                    .containsExactlyInAnyOrder(
                            "chief@stat.example.org Run summary 2024-Q1: 0 of 3 accepted",
                            "north@example.org Returned: North Shore 2024-Q1");
            assertThat(server.mails())
                    .allSatisfy(mail ->
                            assertThat(mail.message().getContent().toString()).doesNotContain("31337"));
        }
        Bureau bureau = bureau();
        RunResult result = bureau.run("2024-Q1", "2024-04-09T02:00:00Z");
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DONE);
        assertThat(result.deliveries().waiting()).isEqualTo(1);
        assertThat(Files.readString(bureau.folders().metrics(), StandardCharsets.UTF_8))
                .contains(
                        "huibao_deliveries{huibao_job=\"seaside-2024\",channel=\"mail\",result=\"failed\"} 1",
                        "huibao_outbox_waiting{huibao_job=\"seaside-2024\"} 1");
    }

    @Test
    void theBureauIsToldOfEveryPeriodSomethingCameFor() throws IOException {
        Bureau bureau = bureau();
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T02:00:00Z");
        try (MailServer server = MailServer.open()) {
            append(smtp(server.port()));
            Bureau later = bureau();
            later.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "-5"));
            later.run("2024-Q2", "2024-07-08T02:00:00Z");

            assertThat(server.mails())
                    .filteredOn(mail -> mail.recipient().startsWith("chief"))
                    .extracting(mail -> mail.message().getSubject() + ": "
                            + mail.message()
                                    .getContent()
                                    .toString()
                                    .lines()
                                    .filter(line -> line.contains("received this time"))
                                    .findFirst()
                                    .orElseThrow())
                    .containsExactlyInAnyOrder(
                            "Run summary 2024-Q1: 3 of 3 accepted: 1 files of this period received this time:"
                                    + " 0 accepted, 1 returned, 0 rejected",
                            "Run summary 2024-Q2: 0 of 3 accepted: 0 files of this period received this time:"
                                    + " 0 accepted, 0 returned, 0 rejected");
        }
    }

    @Test
    void ofTwoVersionsReturnedTheUnitIsToldOfTheNewest() throws IOException {
        try (MailServer server = MailServer.open()) {
            append(smtp(server.port()));
            Bureau bureau = bureau();
            bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", FIGURE));
            bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "-5"));
            bureau.run("2024-Q1", "2024-04-08T02:00:00Z");

            assertThat(bureau.states("SEA-N", "2024-Q1")).hasSize(2).allMatch(state -> state.contains("RETURNED"));
            assertThat(server.mails())
                    .extracting(MailServer.Mail::recipient)
                    .containsExactlyInAnyOrder("chief@stat.example.org", "north@example.org");
        }
    }

    @Test
    void aReturnThatWaitsIsNotToldOnceANewerVersionCame() throws IOException {
        int port;
        try (MailServer server = MailServer.open()) {
            port = server.port();
        }
        append(smtp(port));
        Bureau bureau = bureau();
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", FIGURE));
        assertThat(bureau.run("2024-Q1", "2024-04-08T02:00:00Z").deliveries().waiting())
                .isEqualTo(2);
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "-5"));
        RunResult second = bureau.run("2024-Q1", "2024-04-09T02:00:00Z");
        assertThat(second.deliveries().count(Dispatch.Result.OBSOLETE)).isEqualTo(1);
        bureau.drop("SEA-N", "2024-Q1", "-3", Map.of("FISH", "1000.5"));
        RunResult third = bureau.run("2024-Q1", "2024-04-10T02:00:00Z");
        assertThat(third.deliveries().count(Dispatch.Result.OBSOLETE)).isEqualTo(1);
        assertThat(third.deliveries().waiting())
                .as("the summaries of three nights")
                .isEqualTo(3);
    }

    @Test
    void aDamagedMessageIsNamedCountedAndHoldsUpNoOther() throws IOException {
        try (MailServer server = MailServer.open()) {
            append(smtp(server.port()));
            Bureau bureau = bureau();
            Path outbox = bureau.folders().archive().resolve("outbox");
            Files.createDirectories(outbox);
            Files.writeString(outbox.resolve("0.json"), "{}", StandardCharsets.UTF_8);

            Deliveries deliveries =
                    bureau.run("2024-Q1", "2024-04-08T02:00:00Z").deliveries();

            assertThat(deliveries.troubles())
                    .singleElement()
                    .satisfies(trouble -> assertThat(trouble.in(Messages.in(Locale.ENGLISH)))
                            .startsWith("skipped " + outbox.resolve("0.json"))
                            .contains("no key"));
            assertThat(deliveries.waiting()).isEqualTo(1);
            assertThat(server.mails()).hasSize(1);
            assertThat(Files.readString(bureau.folders().metrics(), StandardCharsets.UTF_8))
                    .contains(
                            "huibao_deliveries{huibao_job=\"seaside-2024\",channel=\"mail\",result=\"delivered\"} 1",
                            "huibao_outbox_waiting{huibao_job=\"seaside-2024\"} 1");
        }
    }

    @Test
    void anAddressChangesNoRule() throws IOException {
        String before = bureau().catalogue().hash();
        contacts();
        Bureau bureau = bureau();
        bureau.run("2024-Q1", "2024-04-08T02:00:00Z");

        assertThat(bureau.catalogue().hash()).isEqualTo(before);
        try (Stream<Path> walked = Files.walk(bureau.folders().archive().resolve("catalogues"))) {
            assertThat(walked.map(path -> path.getFileName().toString()).collect(Collectors.toList()))
                    .contains("job.yaml")
                    .doesNotContain("contacts.csv");
        }
    }

    private Bureau bureau() {
        return new Bureau(job, folder.resolve("a"));
    }

    private void append(String yaml) throws IOException {
        contacts();
        Files.writeString(
                job.resolve("job.yaml"), yaml, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
    }

    private void contacts() throws IOException {
        Files.writeString(job.resolve("contacts.csv"), "unit,mail\nSEA-N,north@example.org\n", StandardCharsets.UTF_8);
    }

    private static String smtp(int port) {
        return """
            notices:
              smtp:
                host: localhost
                port: %d
                security: none
                from: office@stat.example.org
                bureau: [chief@stat.example.org]
            """.formatted(port);
    }

    private static String read(Bureau bureau, String name) throws IOException {
        return Files.readString(bureau.folders().notices(Q1).resolve(name), StandardCharsets.UTF_8);
    }

    private static String everything(Bureau bureau) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> listed = Files.list(bureau.folders().notices(Q1))) {
            for (Path file : listed.toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
