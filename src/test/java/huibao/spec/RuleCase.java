package huibao.spec;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code rules.csv}: what is done to a clean form and what is then said of it.
 *
 * @param code what is looked at; a rule's code if the job has several rules of one kind
 * @param fires whether it must be found, or must not
 * @param changes what is done, step by step
 * @param severity the finding's severity
 * @param cell where it points, 填报表!E12; empty if nowhere
 * @param found what it says stands there
 * @param decision what becomes of the workbook
 * @param also further findings that the same change brings about, by rule code
 */
record RuleCase(
        String code,
        boolean fires,
        List<String> changes,
        String severity,
        String cell,
        String found,
        String decision,
        List<String> also) {

    private static final Path FILE = Path.of("src/test/resources/huibao/spec/rules.csv");

    static List<RuleCase> all() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .commentStrategy(de.siegmar.fastcsv.reader.CommentStrategy.SKIP)
                .ofNamedCsvRecord(Files.readString(FILE, StandardCharsets.UTF_8))) {
            return csv.stream().map(RuleCase::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleCase of(NamedCsvRecord line) {
        return new RuleCase(
                line.getField("code"),
                line.getField("case").equals("fires"),
                split(line.getField("change"), " ; "),
                line.getField("severity"),
                line.getField("cell"),
                line.getField("found"),
                line.getField("decision"),
                split(line.getField("also"), " "));
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The steps behind a prefix: "previous: T0204 本年累计 := 9" is one for "previous". */
    List<String> steps(String prefix) {
        return changes.stream()
                .filter(change -> change.startsWith(prefix + ": "))
                .map(change -> change.substring(prefix.length() + 2))
                .toList();
    }

    /** The steps done to the form itself. */
    List<String> steps() {
        return changes.stream()
                .filter(
                        change -> !change.matches(
                                "(previous|last year|zone \\S+|host|rule|unit|period|file name|file becomes|revised|allocation|"
                                        + "figures of|accepted before|reported before|standing|at \\S+( before| corrected)?|form of a job with): .*"))
                .toList();
    }

    /** The steps of each zone, by the zone's name. */
    Map<String, List<String>> zones() {
        Map<String, List<String>> zones = new LinkedHashMap<>();
        for (String change : changes) {
            if (change.startsWith("zone ")) {
                String[] parts = change.substring("zone ".length()).split(": ", 2);
                zones.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
            }
        }
        return zones;
    }

    @Override
    public String toString() {
        return code + (fires ? " fires: " : " does not fire: ") + String.join(" ; ", changes);
    }
}
