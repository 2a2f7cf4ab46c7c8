package huibao.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One CSV file of a job folder: known columns only, cells read by type, mistakes collected. */
final class CsvTable {

    /** A city of thousands of units has a hundred thousand of them in a list. */
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,26}(\\.\\d{1,12})?");

    private final String file;
    private final Problems problems;
    private final List<Row> rows = new ArrayList<>();

    private CsvTable(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a file whose header must be exactly these columns; optional ones may be left out. */
    static CsvTable read(Path folder, String file, List<String> required, List<String> optional, Problems problems) {
        CsvTable table = new CsvTable(file, problems);
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            problems.add(file, 0, "file", "none", "a file of this name in " + folder);
            return table;
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(decode(path))) {
            List<String> header = null;
            Map<String, Integer> columns = new LinkedHashMap<>();
            for (CsvRecord csv : reader) {
                if (header == null) {
                    header = List.copyOf(csv.getFields());
                    table.checkHeader(header, required, optional);
                    for (int i = 0; i < header.size(); i++) {
                        columns.put(header.get(i), i);
                    }
                } else if (csv.getFieldCount() != header.size()) {
                    problems.add(
                            file,
                            (int) csv.getStartingLineNumber(),
                            "row",
                            csv.getFieldCount() + " fields",
                            header.size() + " fields");
                } else {
                    List<String> cells = new ArrayList<>(csv.getFields());
                    cells.replaceAll(String::strip);
                    table.rows.add(table.new Row((int) csv.getStartingLineNumber(), columns, cells));
                }
            }
            if (header == null) {
                problems.add(file, 1, "header", "nothing", String.join(",", required));
            }
        } catch (CharacterCodingException e) {
            problems.add(file, 0, "encoding", "bytes that are not UTF-8", "UTF-8");
        } catch (CsvParseException e) {
            problems.add(file, 0, "syntax", String.valueOf(e.getMessage()), "comma-separated values (RFC 4180)");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return table;
    }

    private static String decode(Path path) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void checkHeader(List<String> header, List<String> required, List<String> optional) {
        for (String column : required) {
            if (!header.contains(column)) {
                problems.add(file, 1, "column missing", String.join(",", header), column);
            }
        }
        for (String column : header) {
            if (!required.contains(column) && !optional.contains(column)) {
                problems.add(file, 1, "unknown column", column, "one of " + String.join(",", required));
            }
        }
        if (header.stream().distinct().count() != header.size()) {
            problems.add(file, 1, "column twice", String.join(",", header), "each column once");
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** One line of the file. */
    final class Row {
        private final int line;
        private final Map<String, Integer> columns;
        private final List<String> cells;

        Row(int line, Map<String, Integer> columns, List<String> cells) {
            this.line = line;
            this.columns = columns;
            this.cells = cells;
        }

        void problem(String what, String found, String expected) {
            problems.add(file, line, what, found, expected);
        }

        /** Notes that the file's list holds this code. */
        void declare(String code) {
            problems.declare(code);
        }

        /** Whether some list holds the code, in however wrong a line. */
        boolean isDeclared(String code) {
            return problems.isDeclared(code);
        }

        /** Whether anything has been found wrong so far. */
        boolean isAfterProblems() {
            return problems.any();
        }

        /** The cell's text, possibly empty. */
        String text(String column) {
            Integer place = columns.get(column);
            return place == null ? "" : cells.get(place);
        }

        /** The cell's text; empty text is a mistake. */
        String requiredText(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                problem(column, "", "some text");
            }
            return text;
        }

        List<String> words(String column) {
            return Arrays.stream(text(column).split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        <T> Optional<T> parsed(String column, String expected, Function<String, T> parser) {
            String text = text(column);
            try {
                return Optional.of(parser.apply(text));
            } catch (RuntimeException e) {
                problem(column, text, expected);
                return Optional.empty();
            }
        }

        Optional<BigDecimal> decimal(String column) {
            return parsed(column, "a plain decimal number", CsvTable::plainDecimal);
        }

        Optional<Integer> integer(String column, int min, int max) {
            return parsed(column, "a whole number from " + min + " to " + max, text -> {
                int value = Integer.parseInt(text);
                if (value < min || value > max) {
                    throw new IllegalArgumentException(text);
                }
                return value;
            });
        }

        <E extends Enum<E>> Optional<E> oneOf(String column, Class<E> type) {
            String names =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            return parsed(column, "one of " + names, text -> Enum.valueOf(type, text));
        }

        Optional<Boolean> yesNo(String column) {
            return parsed(column, "yes or no", text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new IllegalArgumentException(text);
            });
        }
    }

    /** A decimal as people write it: no exponent, no sign but minus. */
    static BigDecimal plainDecimal(String text) {
        if (!PLAIN_DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }
}
