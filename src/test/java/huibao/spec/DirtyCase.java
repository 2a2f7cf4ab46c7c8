package huibao.spec;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of {@code dirty.csv}: something a district may send, and what comes of it.
 *
 * @param row which row of docs/interpretation.md it belongs to: D13, A2, F
 * @param says the case in words
 * @param writer who writes the workbook
 * @param steps what is done to a clean form
 * @param read what must be read, statement by statement
 * @param findings every finding: code, severity, first cell if it has one, [parameter=value] if it matters
 * @param decision what becomes of the workbook
 */
record DirtyCase(
        String row,
        String says,
        String writer,
        Steps steps,
        List<String> read,
        List<String> findings,
        String decision) {

    private static final Path FILE = Path.of("src/test/resources/huibao/spec/dirty.csv");

    static List<DirtyCase> all() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Files.readString(FILE, StandardCharsets.UTF_8))) {
            return csv.stream().map(DirtyCase::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DirtyCase of(NamedCsvRecord line) {
        return new DirtyCase(
                line.getField("row"),
                line.getField("case"),
                line.getField("writer"),
                Steps.of(unescaped(line.getField("holds"))),
                Steps.split(line.getField("read"), " ; "),
                Steps.split(line.getField("findings"), " ; "),
                line.getField("decision"));
    }

    /** Spaces and marks nobody sees are written as {@code \}{@code u3000}, line breaks as \n. */
    private static String unescaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                result.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (text.startsWith("\\n", i)) {
                result.append('\n');
                i++;
            } else if (text.startsWith("\\t", i)) {
                result.append('\t');
                i++;
            } else {
                result.append(text.charAt(i));
            }
        }
        return result.toString();
    }

    /** The oddities of a raw writer: "raw: strict, prefixes". */
    Set<String> oddities() {
        return new TreeSet<>(Steps.split(writer.substring("raw:".length()), ","));
    }

    boolean isRaw() {
        return writer.startsWith("raw:");
    }

    boolean isLibreOffice() {
        return writer.startsWith("LibreOffice");
    }

    /** The codes it says, without what follows them. */
    List<String> codes() {
        return findings.stream().map(finding -> finding.split(" ")[0]).toList();
    }

    @Override
    public String toString() {
        return row + " " + says + " (" + writer + ")";
    }
}
