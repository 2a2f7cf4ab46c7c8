package huibao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.intake.Collected.Left;
import huibao.intake.Collected.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    private static final Instant NOW = Instant.parse("2023-07-08T02:00:00Z");

    @TempDir
    Path folder;

    private Path inbox;

    @BeforeEach
    void makeTheInbox() throws IOException {
        inbox = Files.createDirectories(folder.resolve("inbox"));
    }

    @Test
    void archivesByteForByteWithAReceiptAndEmptiesTheInbox() throws IOException {
        drop("鄞州区-2023年6月.xlsx", "figures", 1);

        Collected collected = collect();

        assertThat(collected.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.number()).isEqualTo(1);
            assertThat(receipt.file().name()).isEqualTo("鄞州区-2023年6月.xlsx");
            assertThat(receipt.file().size()).isEqualTo(7);
            assertThat(receipt.receivedAt()).isEqualTo(NOW);
            assertThat(archive().fileOf(receipt.file())).hasContent("figures").hasExtension("xlsx");
        });
        assertThat(inbox).isEmptyDirectory();
        assertThat(archive().receipts()).isEqualTo(collected.receipts());
    }

    @Test
    void takesTheOldestFirstAndThenByName() throws IOException {
        drop("a.xlsx", "late", 30);
        drop("c.xlsx", "early", 10);
        drop("b.xlsx", "also early", 10);

        assertThat(collect().receipts())
                .extracting(receipt -> receipt.file().name())
                .containsExactly("b.xlsx", "c.xlsx", "a.xlsx");
    }

    @Test
    void givesSameBytesAReceiptThatSaysSo() throws IOException {
        drop("a.xlsx", "figures", 1);
        collect();
        drop("a (1).xlsx", "figures", 2);
        drop("a.xlsx", "figures", 1);

        assertThat(collect().receipts())
                .hasSize(2)
                .allSatisfy(receipt -> assertThat(receipt.duplicateOf()).isEqualTo(OptionalLong.of(1)));
        assertThat(archive().receipts()).hasSize(3);
        try (Stream<Path> files = Files.walk(folder.resolve("archive/files"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void leavesWhatIsNotOursAndSaysWhatItDidNotTake() throws IOException {
        drop("~$a.xlsx", "lock", 1);
        drop(".hidden", "x", 1);
        drop("half.xlsx.part", "x", 1);
        drop("Thumbs.db", "x", 1);
        Files.createDirectory(inbox.resolve("folder"));
        Files.createSymbolicLink(inbox.resolve("link.xlsx"), folder.resolve("elsewhere"));

        Collected collected = collect();

        assertThat(collected.receipts()).isEmpty();
        assertThat(collected.left())
                .containsExactly(
                        new Left("folder", Why.NOT_A_REGULAR_FILE), new Left("link.xlsx", Why.NOT_A_REGULAR_FILE));
        try (Stream<Path> left = Files.list(inbox)) {
            assertThat(left).hasSize(6);
        }
    }

    @Test
    void waitsForAFileDroppedAMomentAgo() throws IOException {
        Files.writeString(inbox.resolve("fresh.xlsx"), "figures");

        assertThat(new Inbox(inbox, archive(), Duration.ofMillis(50))
                        .collect(NOW)
                        .receipts())
                .hasSize(1);
    }

    @Test
    void namesAFileThatKeepsChangingInsteadOfTakingIt() throws Exception {
        Path growing = inbox.resolve("growing.xlsx");
        Files.writeString(growing, "x");
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> append(growing, stop));
        writer.start();
        try {
            Collected collected = new Inbox(inbox, archive(), Duration.ofMillis(100)).collect(NOW);

            assertThat(collected.receipts()).isEmpty();
            assertThat(collected.left()).containsExactly(new Left("growing.xlsx", Why.STILL_CHANGING));
        } finally {
            stop.set(true);
            writer.join();
        }
        assertThat(growing).exists();
        assertThat(archive().receipts()).isEmpty();
    }

    @Test
    void finishesARemovalThatACrashInterruptedWithoutASecondReceipt() throws IOException {
        drop("a.xlsx", "figures", 1);
        Archive archive = archive();
        Sighting seen = Sighting.of(inbox.resolve("a.xlsx"));
        try (var in = Files.newInputStream(seen.path())) {
            archive.keep(archive.stage(in, "a.xlsx"), NOW, seen.arrival());
        }

        Collected collected = collect();

        assertThat(collected.receipts()).isEmpty();
        assertThat(inbox).isEmptyDirectory();
        assertThat(archive().receipts()).hasSize(1);
    }

    @Test
    void finishesARemovalThatWasHalfDone() throws IOException {
        drop("a.xlsx", "figures", 1);
        Archive archive = archive();
        Sighting seen = Sighting.of(inbox.resolve("a.xlsx"));
        try (var in = Files.newInputStream(seen.path())) {
            archive.keep(archive.stage(in, "a.xlsx"), NOW, seen.arrival());
        }
        Files.move(seen.path(), inbox.resolve(".huibao-taken-1"));

        collect();

        assertThat(inbox).isEmptyDirectory();
        assertThat(archive().receipts()).hasSize(1);
    }

    @Test
    void neverTakesANameForAPath() throws IOException {
        drop("C:\\..\\etc.xlsx", "figures", 1);
        drop("a\nb\u0007.xlsx", "others", 2);

        assertThat(collect().receipts())
                .extracting(receipt -> receipt.file().name())
                .containsExactly("C:\\..\\etc.xlsx", "a\nb\u0007.xlsx");
        assertThat(archive().receipts()).hasSize(2);
    }

    @Test
    void saysWhichReceiptIsDamaged() throws IOException {
        drop("a.xlsx", "figures", 1);
        collect();
        Files.writeString(folder.resolve("archive/receipts/00000001.json"), "{\"number\":");

        assertThatThrownBy(this::archive)
                .isInstanceOf(IntakeException.class)
                .hasMessageContaining("00000001.json")
                .hasMessageContaining("restore");
    }

    private static void append(Path file, AtomicBoolean stop) {
        try {
            StringBuilder content = new StringBuilder("x");
            while (!stop.get()) {
                Files.writeString(file, content.append('x'), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Collected collect() {
        return new Inbox(inbox, archive(), Duration.ZERO).collect(NOW);
    }

    private Archive archive() {
        return Archive.open(folder.resolve("archive"));
    }

    private void drop(String name, String content, int minute) throws IOException {
        Path file = inbox.resolve(name);
        Files.writeString(file, content);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2023-07-01T00:00:00Z").plus(Duration.ofMinutes(minute))));
    }
}
