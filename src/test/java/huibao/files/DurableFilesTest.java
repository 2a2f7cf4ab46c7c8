package huibao.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.testing.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {

    private static final FileTime EARLIER = FileTime.fromMillis(1_000_000);

    @TempDir
    Path folder;

    @Test
    void leavesAnUnchangedFileItsTime() throws IOException {
        Path target = folder.resolve("a/b/file");
        DurableFiles.publish(target, bytes("one"));
        Files.setLastModifiedTime(target, EARLIER);

        DurableFiles.publish(target, bytes("one"));
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(EARLIER);

        DurableFiles.publish(target, bytes("two"));
        assertThat(target).hasContent("two");
        assertThat(Files.getLastModifiedTime(target)).isGreaterThan(EARLIER);
        assertThat(target.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void takesWhatAnotherLibraryWroteAndLeavesNothingBehind() throws IOException {
        Path target = folder.resolve("file");
        for (String content : new String[] {"one", "one", "two"}) {
            DurableFiles.publish(target, written -> put(written, content));
            assertThat(target).hasContent(content);
            assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        }
    }

    /** Where the name is taken by a folder, and where a library gives up halfway. */
    @Test
    void leavesNothingHalfWritten() throws IOException {
        Path taken =
                Files.createDirectories(folder.resolve("taken/by a folder")).getParent();
        assertThatThrownBy(() -> DurableFiles.publish(taken, bytes("one"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> DurableFiles.publish(taken, written -> put(written, "one")))
                .isInstanceOf(IOException.class);
        Path before = Files.writeString(folder.resolve("file"), "before");
        assertThatThrownBy(() -> DurableFiles.publish(before, written -> {
                    put(written, "ha");
                    throw new IllegalStateException("gives up");
                }))
                .hasMessage("gives up");
        assertThat(before).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void keepsForReadingOnlyAndReplacesWhatIsReadOnly() throws IOException {
        Path kept = folder.resolve("a/kept");
        for (String content : new String[] {"one", "one", "two"}) {
            Path half = Files.writeString(DurableFiles.temporary(kept), "ha");
            assertThat(half.toFile().setReadOnly()).isTrue();

            DurableFiles.keep(kept, bytes(content));

            assertThat(kept).hasContent(content);
            assertThat(Trees.writable(folder)).isEmpty();
            DurableFiles.clear(half);
        }
        DurableFiles.deleteTree(kept.getParent());
        assertThat(folder).isEmptyDirectory();
    }

    /** An older program left it so, or a backup lost that it was read-only. */
    @Test
    void takesWhatIsKeptAndWritable() throws IOException {
        Path kept = folder.resolve("kept");
        DurableFiles.publish(kept, bytes("one"));
        Files.setLastModifiedTime(kept, EARLIER);

        DurableFiles.keep(kept, bytes("one"));
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(EARLIER);

        DurableFiles.keep(kept, bytes("two"));
        assertThat(kept).hasContent("two");
        assertThat(Trees.writable(folder)).isEmpty();
    }

    @Test
    void deletesWhatIsThereAndMindsNotWhatIsNot() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content");
        DurableFiles.delete(file);
        DurableFiles.delete(file);
        DurableFiles.delete(folder.resolve("no folder/file"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesTheFileThatStandsInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content");
        assertThatThrownBy(() -> DurableFiles.createFolders(file.resolve("below")))
                .isInstanceOf(FileAlreadyExistsException.class)
                .satisfies(e -> assertThat(FileFault.of((IOException) e))
                        .hasToString(file + ": something of that name is in the way"));
    }

    @Test
    void namesTheFileThatCouldNotBeReplaced() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("summary.xlsx"));
        assertThatThrownBy(() -> DurableFiles.publish(taken, bytes("one")))
                .isInstanceOf(FileSystemException.class)
                .satisfies(e -> assertThat(FileFault.of((IOException) e))
                        .hasToString(taken + ": this is a folder, expected a file"));
        Path nowhere = folder.resolve("no folder/file");
        Path from = Files.writeString(folder.resolve("from"), "content");
        assertThatThrownBy(() -> DurableFiles.rename(from, nowhere))
                .isInstanceOf(NoSuchFileException.class)
                .satisfies(e ->
                        assertThat(FileFault.of((IOException) e)).hasToString(nowhere + ": no such file or folder"));
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> DurableFiles.rename(gone, from))
                .satisfies(
                        e -> assertThat(FileFault.of((IOException) e)).hasToString(gone + ": no such file or folder"));
    }

    @Test
    void asksToCloseWhatAnotherProgramHasOpen() {
        assertThat(FileFault.of(new AccessDeniedException("/a/b", "/a/.b.tmp", null)))
                .hasToString("/a/b: access denied; if another program has it open, close it there");
        for (String said : new String[] {
            "The process cannot access the file because it is being used by another process.\r\n",
            "另一个程序正在使用此文件，进程无法访问。"
        }) {
            assertThat(FileFault.of(new FileSystemException("/a/b", "/a/.b.tmp", said)))
                    .hasToString("/a/b: another program holds it; close it there");
        }
    }

    @Test
    void saysInALineWhatTheSystemSays() {
        assertThat(FileFault.of(new AccessDeniedException("/a/b"))).hasToString("/a/b: access denied");
        assertThat(FileFault.of(new NoSuchFileException("/a/b"))).hasToString("/a/b: no such file or folder");
        assertThat(FileFault.of(new FileSystemException("/a/b", null, "No space left\non device")))
                .hasToString("/a/b: No space left on device");
        assertThat(FileFault.of(new IOException())).hasToString("the system refuses");
    }

    private static void put(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
