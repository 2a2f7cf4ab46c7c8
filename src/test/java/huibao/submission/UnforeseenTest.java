package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.message.Messages;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.spreadsheet.Allowance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.poi.util.RecordFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody foresaw, in our code or a library's: the sender hears that the fault is ours, the operator why. */
class UnforeseenTest {

    @TempDir
    Path folder;

    static Stream<Throwable> faults() {
        return Stream.of(
                new IOException("a disk"),
                new IllegalStateException("a state"),
                new IllegalArgumentException("an argument"),
                new NullPointerException("nothing"),
                new ClassCastException("a class"),
                new IndexOutOfBoundsException("a place"),
                new ArithmeticException("a division"),
                new NegativeArraySizeException("a size"),
                new NoSuchElementException("an element"),
                new UnsupportedOperationException("an operation"),
                new RecordFormatException("a record"),
                new StackOverflowError("a depth"),
                new NoClassDefFoundError("a/Class"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isNoDamageOfTheFile(Throwable fault) throws IOException {
        List<Throwable> told = new ArrayList<>();

        Reading reading = read(fault, told);

        assertThat(told).containsExactly(fault);
        assertThat(reading.submission()).isEmpty();
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.READER_FAILED);
            for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(said(language, finding)).doesNotContain(String.valueOf(fault.getMessage()));
            }
        });
    }

    @Test
    void isSaidInBothLanguages() throws IOException {
        Finding finding =
                read(new IllegalStateException(), new ArrayList<>()).findings().get(0);

        assertThat(said(Locale.CHINESE, finding)).contains("本系统未能读取", "不表示文件已损坏", "另存为");
        assertThat(said(Locale.ENGLISH, finding)).contains("The fault is ours", "save it as a new xlsx file");
    }

    @Test
    void leavesWantOfMemoryToWhoeverReadsSeveralFiles() {
        OutOfMemoryError full = new OutOfMemoryError();
        List<Throwable> told = new ArrayList<>();

        assertThatThrownBy(() -> read(full, told)).isSameAs(full);
        assertThatThrownBy(() -> read(new IllegalArgumentException("closing", full), told))
                .isSameAs(full);
        assertThat(told).isEmpty();
    }

    private Reading read(Throwable fault, List<Throwable> told) throws IOException {
        Path file = Files.writeString(folder.resolve("f.xlsx"), "any");
        SubmissionReader reader = new SubmissionReader(
                Forms.definition(),
                (source, why) -> told.add(why),
                (from, allowance) -> failing(fault),
                Allowance::computed);
        return reader.read(file, new SourceFile("f.xlsx", "0".repeat(64), 1));
    }

    private static huibao.spreadsheet.Book failing(Throwable fault) throws IOException {
        if (fault instanceof IOException disk) {
            throw disk;
        }
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }

    private static String said(Locale language, Finding finding) {
        Messages messages = Messages.in(language);
        return messages.message(finding) + messages.remedy(finding);
    }
}
