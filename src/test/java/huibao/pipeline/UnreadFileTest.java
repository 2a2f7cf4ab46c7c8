package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import huibao.archive.Receipt;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.submission.FormDefinition;
import huibao.testing.Bureau;
import huibao.testing.HostileFiles;
import huibao.testing.JobFolder;
import huibao.testing.Limits;
import huibao.testing.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A file that we could not read: its sender is told so, the operator finds it, and the night goes on. */
class UnreadFileTest {

    private static final Period PERIOD = Period.parse("2024-Q1");

    private final Logger log = (Logger) LoggerFactory.getLogger(GuardedReader.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        logged.start();
        log.addAppender(logged);
        log.setAdditive(false);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(logged);
        log.setAdditive(true);
    }

    @Test
    void isRejectedAsOursToMendKeptAndLoggedOnce() throws IOException {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder.resolve("a"));
        byte[] odd = Files.readAllBytes(HostileFiles.XLS_WHOSE_BLOCKS_RUN_IN_A_CIRCLE.in(folder));
        bureau.dropAll("2024-Q1");
        bureau.drop("0-odd.xls", odd, PERIOD);

        RunResult result = bureau.run("2024-Q1", "2024-04-08T00:00:00Z");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(submissions(bureau))
                .contains("REJECTED READER_FAILED 0-odd.xls")
                .filteredOn(line -> line.startsWith("ACCEPTED"))
                .hasSize(3);
        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getThrowableProxy()).isNotNull();
            assertThat(event.getFormattedMessage()).contains("0-odd.xls", "no fault of the file");
            String hash = event.getFormattedMessage().replaceAll("(?s).*?([0-9a-f]{64}).*", "$1");
            assertThat(archived(bureau, hash)).hasBinaryContent(odd);
        });
        assertThat(returned(bureau)).contains("We could not read this file").doesNotContain("is damaged and cannot");
    }

    /** The program may have been mended since. */
    @Test
    void isReadAnewWhenItIsSentAgain() throws IOException {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder.resolve("a"));
        byte[] odd = Files.readAllBytes(HostileFiles.XLS_WHOSE_BLOCKS_RUN_IN_A_CIRCLE.in(folder));
        for (int night = 8; night < 10; night++) {
            bureau.drop("0-odd.xls", odd, PERIOD);
            bureau.run("2024-Q1", "2024-04-0" + night + "T00:00:00Z");
        }

        assertThat(submissions(bureau))
                .containsExactly("REJECTED READER_FAILED 0-odd.xls", "REJECTED READER_FAILED 0-odd.xls");
        assertThat(Trees.query(bureau.folders().database(), "SELECT receipt FROM duplicate_receipt"))
                .isEmpty();
    }

    @Test
    void isTriedOnceMoreAloneBeforeItIsRefusedForWantOfTime() throws IOException {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder.resolve("a"));
        Path form = Files.write(folder.resolve("f.xlsx"), bureau.form("SEA-N", "2024-Q1", Map.of()));
        SourceFile source = new SourceFile("f.xlsx", "0".repeat(64), Files.size(form));
        FormDefinition usual = RunContext.formDefinition(bureau.catalogue());

        GuardedReader patient = new GuardedReader(usual);
        GuardedReader hurried = new GuardedReader(usual.within(Limits.but("seconds", 0)));

        assertThat(patient.amongOthers(form, source)).isPresent();
        assertThat(hurried.amongOthers(form, source)).isEmpty();
        assertThat(hurried.alone(form, source).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(FindingKind.TOO_LARGE));
        assertThat(hurried.read(form, source)).isEqualTo(hurried.alone(form, source));
    }

    @Test
    void anEngineReadsAfterTheOthersWhatDidNotSufficeBesideThem() {
        List<String> calls = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        Engine.WorkbookReader reader = new Engine.WorkbookReader() {
            @Override
            public Optional<Reading> amongOthers(Receipt file) {
                calls.add("among others " + file.number());
                return file.number() == 1 ? Optional.empty() : Optional.of(empty(file));
            }

            @Override
            public Reading alone(Receipt file) {
                calls.add("alone " + file.number());
                return empty(file);
            }
        };

        new LocalEngine(1)
                .read(
                        List.of(receipt(1), receipt(2), receipt(3)),
                        reader,
                        (file, reading) -> taken.add("" + file.number()));

        assertThat(calls).containsExactly("among others 1", "among others 2", "among others 3", "alone 1");
        assertThat(taken).containsExactly("2", "3", "1");
    }

    private static Reading empty(Receipt file) {
        return new Reading(
                file.file(),
                Optional.empty(),
                List.of(Finding.ofReading(FindingKind.EMPTY_FILE, Optional.empty(), List.of(), Map.of())));
    }

    private static Receipt receipt(long number) {
        return new Receipt(
                number, new SourceFile(number + ".xlsx", "0".repeat(64), 1), Instant.EPOCH, OptionalLong.empty(), "");
    }

    private static List<String> submissions(Bureau bureau) {
        return Trees.query(
                bureau.folders().database(),
                "SELECT state || ' ' || reason || ' ' || file_name FROM submission ORDER BY receipt");
    }

    /** Every text of the workbook that goes back to the sender. */
    private static String returned(Bureau bureau) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.list(bureau.folders().returns(PERIOD))) {
            for (Path file : files.toList()) {
                try (InputStream in = Files.newInputStream(file);
                        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                    workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(texts::append)));
                }
            }
        }
        return texts.toString();
    }

    private static Path archived(Bureau bureau, String hash) {
        try (Stream<Path> files = Files.walk(bureau.folders().archive())) {
            return files.filter(file -> String.valueOf(file.getFileName()).contains(hash))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
