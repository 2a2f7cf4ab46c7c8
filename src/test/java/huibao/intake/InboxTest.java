package huibao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import huibao.archive.Archive;
import huibao.archive.ArchiveException;
import huibao.archive.Sighting;
import huibao.intake.Collected.Left;
import huibao.intake.Collected.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

    private static final Instant NOW = Instant.parse("2023-07-08T02:00:00Z");
    private static final long LARGEST = 64L << 20;

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
    void takesThemInTheOrderInWhichTheyCameWhateverTheirSendersClocksSay() throws IOException {
        drop("b.xlsx", "first", 30);
        awaitAnotherTick(inbox.resolve("b.xlsx"));
        drop("a.xlsx", "second", 10);

        assertThat(collect().receipts())
                .extracting(receipt -> receipt.file().name())
                .containsExactly("b.xlsx", "a.xlsx");
    }

    /** The system's clock of files has to go on before one that comes later can be told from this one. */
    private void awaitAnotherTick(Path file) throws IOException {
        Path probe = folder.resolve("probe");
        Sighting seen = Sighting.of(file);
        do {
            Files.writeString(probe, "x");
        } while (Sighting.of(probe).changed().compareTo(seen.changed()) <= 0);
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

        assertThat(new Inbox(inbox, archive(), Duration.ofMillis(50), LARGEST, file -> false)
                        .collect(NOW, Optional.empty())
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
            Collected collected = new Inbox(inbox, archive(), Duration.ofMillis(100), LARGEST, file -> false)
                    .collect(NOW, Optional.empty());

            assertThat(collected.receipts()).isEmpty();
            assertThat(collected.left()).containsExactly(new Left("growing.xlsx", Why.STILL_CHANGING));
        } finally {
            stop.set(true);
            writer.join();
        }
        assertThat(growing).exists();
        assertThat(archive().receipts()).isEmpty();
    }

    /** The copier keeps the file open all the time: what it writes after a removal would be nowhere. */
    @Test
    void leavesAFileWithoutItsEndToWhoeverPausesWithIt() throws IOException {
        Inbox waiting = new Inbox(
                inbox,
                archive(),
                Duration.ZERO,
                LARGEST,
                file -> !Files.readString(file).endsWith("end"));
        Path slow = inbox.resolve("slow.xlsx");
        try (OutputStream copier = Files.newOutputStream(slow)) {
            copier.write("beginning ".getBytes(StandardCharsets.UTF_8));
            Collected collected = waiting.collect(NOW, Optional.empty());
            assertThat(collected.receipts()).isEmpty();
            assertThat(collected.left()).containsExactly(new Left("slow.xlsx", Why.CUT_SHORT));
            assertThat(Why.CUT_SHORT.needsAPerson()).isFalse();
            copier.write("and end".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(waiting.collect(NOW, Optional.empty()).receipts())
                .singleElement()
                .satisfies(
                        receipt -> assertThat(archive().fileOf(receipt.file())).hasContent("beginning and end"));
    }

    @Test
    void takesAFileWithoutItsEndOnceItsWriterHasHadTenMinutes() throws IOException {
        Inbox waiting = new Inbox(inbox, archive(), Duration.ZERO, LARGEST, file -> true);
        for (int minutes : new int[] {9, 11}) {
            Path file = Files.writeString(inbox.resolve("since-%02d.xlsx".formatted(minutes)), "since " + minutes);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(minutes))));
        }

        Collected collected = waiting.collect(NOW, Optional.empty());
        assertThat(collected.receipts())
                .extracting(receipt -> receipt.file().name())
                .containsExactly("since-11.xlsx");
        assertThat(collected.left()).containsExactly(new Left("since-09.xlsx", Why.CUT_SHORT));
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
    void neitherOpensNorFollowsWhatIsNoFile() throws Exception {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "secret");
        Files.createSymbolicLink(inbox.resolve("file.xlsx"), elsewhere);
        Files.createSymbolicLink(inbox.resolve("folder.xlsx"), folder);
        Files.createSymbolicLink(inbox.resolve("dangling.xlsx"), folder.resolve("none"));
        Files.createSymbolicLink(inbox.resolve("passwd.xlsx"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(inbox.resolve("device.xlsx"), Path.of("/dev/zero"));
        new ProcessBuilder("mkfifo", inbox.resolve("pipe.xlsx").toString())
                .start()
                .waitFor();
        drop("good.xlsx", "figures", 1);
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(inbox.resolve("socket.xlsx")));

            Collected collected = assertTimeoutPreemptively(Duration.ofSeconds(20), this::collect);

            assertThat(collected.receipts()).hasSize(1);
            assertThat(collected.left())
                    .containsExactlyInAnyOrder(
                            new Left("file.xlsx", Why.NOT_A_REGULAR_FILE),
                            new Left("folder.xlsx", Why.NOT_A_REGULAR_FILE),
                            new Left("dangling.xlsx", Why.NOT_A_REGULAR_FILE),
                            new Left("passwd.xlsx", Why.NOT_A_REGULAR_FILE),
                            new Left("device.xlsx", Why.NOT_A_REGULAR_FILE),
                            new Left("pipe.xlsx", Why.NOT_A_REGULAR_FILE),
                            new Left("socket.xlsx", Why.NOT_A_REGULAR_FILE));
        }
        assertThat(elsewhere).hasContent("secret");
    }

    @Test
    void seesNoFileWhereAPipeCameIntoItsPlace() throws Exception {
        drop("a.xlsx", "figures", 1);
        Files.delete(inbox.resolve("a.xlsx"));
        new ProcessBuilder("mkfifo", inbox.resolve("a.xlsx").toString()).start().waitFor();

        assertThat(Sighting.find(inbox.resolve("a.xlsx"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-rf.xlsx", "a..b.xlsx", "=1+1.xlsx", "@SUM(1).xlsx", "a\tb.xlsx", "表情😀.xlsx", "e\u0301.xlsx",
                " .xlsx", "%41.xlsx", "a\u001b[2Jb.xlsx", "a\nb.xlsx", "\u202egpj.xlsx", "名.XLSX", "*?\"<>|.xlsx"
            })
    void takesAFileOfAnyName(String name) throws IOException {
        drop(name, "figures", 1);

        Collected collected = collect();

        assertThat(collected.receipts())
                .extracting(receipt -> receipt.file().name())
                .containsExactly(name);
        assertThat(inbox).isEmptyDirectory();
        assertThat(archive().receipts()).isEqualTo(collected.receipts());
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString()))
                    .allMatch(kept -> kept.matches("[0-9a-f]{64}\\.xlsx|0000000\\d\\.json"));
        }
    }

    @Test
    void takesANameAsLongAsTheSystemAllows() throws IOException {
        String longest = "统".repeat(83) + ".xlsx";
        drop(longest.substring(0, 84) + "x", "figures", 1);
        drop(longest, "others", 2);

        assertThat(collect().receipts())
                .extracting(receipt -> receipt.file().name())
                .contains(longest);
    }

    @Test
    void readsNamesThatAreNotUtf8AsGbkAndListsAllOthers() throws Exception {
        shell("printf figures > \"$(printf '\\333\\264\\326\\335-2023\\304\\3526\\324\\302.xlsx')\"");
        shell("printf broken > \"$(printf 'a\\377\\377b.xlsx')\"");
        shell("mkdir \"$(printf '\\276\\311\\261\\355')\"");
        drop("鄞州区.xlsx", "others", 1);

        Collected collected = collect();

        assertThat(collected.receipts())
                .extracting(receipt -> receipt.file().name())
                .containsExactlyInAnyOrder("鄞州区.xlsx", "鄞州-2023年6月.xlsx", "a\ufffd\ufffdb.xlsx");
        assertThat(collected.left()).containsExactly(new Left("旧表", Why.NOT_A_REGULAR_FILE));
        try (Stream<Path> left = Files.list(inbox)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void leavesAFileThatItsDiskCannotHold() throws IOException {
        fillTheDiskWith("huge.xlsx", 0);
        drop("good.xlsx", "figures", 1);

        Collected collected = collect();

        assertThat(collected.receipts()).hasSize(1);
        assertThat(collected.left()).containsExactly(new Left("huge.xlsx", Why.NO_ROOM));
    }

    @Test
    void takesNoLaterVersionBeforeAFormForWhichThereIsNoRoom() throws IOException {
        drop("1.xlsx", "came before", 1);
        fillTheDiskWith("2.xlsx", 2);
        drop("3.xlsx", "the next version", 3);

        Collected collected = new Inbox(inbox, archive(), Duration.ZERO, Long.MAX_VALUE, file -> false)
                .collect(NOW, Optional.empty());

        assertThat(collected.receipts())
                .extracting(receipt -> receipt.file().name())
                .containsExactly("1.xlsx");
        assertThat(collected.left())
                .containsExactly(new Left("2.xlsx", Why.NO_ROOM), new Left("3.xlsx", Why.BEHIND_ANOTHER));
        Files.delete(inbox.resolve("2.xlsx"));
        assertThat(collect().receipts())
                .extracting(receipt -> receipt.file().name())
                .containsExactly("3.xlsx");
    }

    private void fillTheDiskWith(String name, int minute) throws IOException {
        drop(name, "", minute);
        FileTime modified = Files.getLastModifiedTime(inbox.resolve(name));
        try (RandomAccessFile sparse = new RandomAccessFile(inbox.resolve(name).toFile(), "rw")) {
            sparse.setLength(Files.getFileStore(folder).getUsableSpace());
        }
        Files.setLastModifiedTime(inbox.resolve(name), modified);
    }

    @Test
    void leavesAFileThatMayNotBeOpenedByThisAccount() throws IOException {
        drop("locked.xlsx", "figures", 1);
        drop("good.xlsx", "others", 2);
        Files.setPosixFilePermissions(inbox.resolve("locked.xlsx"), Set.of());
        // The system keeps nothing from root.
        boolean root = Files.isReadable(inbox.resolve("locked.xlsx"));

        Collected collected = collect();

        assertThat(collected.receipts()).hasSize(root ? 2 : 1);
        assertThat(collected.left())
                .isEqualTo(root ? List.of() : List.of(new Left("locked.xlsx", Why.CANNOT_BE_OPENED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".huibao-taken-", ".huibao-taken-x", ".huibao-taken-7", ".huibao-taken-99999999999999999999"})
    void isNotStoppedByAFileNamedLikeAnInterruptedRemoval(String name) throws IOException {
        drop(name, "trap", 1);
        drop("good.xlsx", "figures", 2);

        assertThat(collect().receipts()).hasSize(1);
        assertThat(inbox.resolve(name)).hasContent("trap");
    }

    @Test
    void givesBackAFileOfTheLongestNameThatCameMeanwhile() throws IOException {
        String longest = "统".repeat(83) + ".xlsx";
        drop(longest, "figures", 1);
        collect();
        drop(".huibao-taken-1", "another", 3);
        drop(longest, "newer", 4);

        Collected collected = collect();

        assertThat(collected.receipts()).hasSize(2);
        assertThat(inbox).isEmptyDirectory();
    }

    private void shell(String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(inbox.toFile());
        assertThat(builder.start().waitFor()).isZero();
    }

    @Test
    void saysWhichReceiptIsDamaged() throws IOException {
        drop("a.xlsx", "figures", 1);
        collect();
        Files.writeString(folder.resolve("archive/receipts/00000001.json"), "{\"number\":");

        assertThatThrownBy(this::archive)
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("00000001.json")
                .hasMessageContaining("restore");
    }

    @Test
    void tellsWhatWaitsFromWhatItWasBeforeItChanged() throws IOException {
        drop("a.xlsx", "figures", 1);
        drop("Thumbs.db", "no form", 1);
        Files.createDirectory(inbox.resolve("folder"));
        Inbox waiting = new Inbox(inbox, archive(), Duration.ZERO, LARGEST, file -> false);
        Set<String> first = waiting.waiting();

        assertThat(first).hasSize(1);
        assertThat(waiting.waiting()).isEqualTo(first);
        drop("a.xlsx", "figures, and more", 1);
        assertThat(waiting.waiting()).hasSize(1).doesNotContainAnyElementsOf(first);
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
        return new Inbox(inbox, archive(), Duration.ZERO, LARGEST, file -> false).collect(NOW, Optional.empty());
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
