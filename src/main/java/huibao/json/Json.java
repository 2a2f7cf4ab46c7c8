package huibao.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes and reads JSON. A record is an object, its components are the members, named in snake case. Codes, periods,
 * times, cells and exact decimals are texts. What is not there is an empty text, 0 or an object without members.
 */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Indented text, one trailing line feed, of a record, or a list or map of what records hold. */
    public static String write(Object value) {
        return write(value, new Members());
    }

    /** The same with the members some types have. */
    public static String write(Object value, Members members) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return text(value, members, printer) + '\n';
    }

    /** The same as the bytes of a file. */
    public static byte[] bytes(Object value) {
        return bytes(value, new Members());
    }

    /** The same as the bytes of a file. */
    public static byte[] bytes(Object value, Members members) {
        return write(value, members).getBytes(StandardCharsets.UTF_8);
    }

    /** The same text on one line, without a line feed. */
    public static String line(Object value) {
        return text(value, new Members(), new MinimalPrettyPrinter(""));
    }

    private static String text(Object value, Members members, PrettyPrinter printer) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.setPrettyPrinter(printer);
            new JsonWriter(generator, members).write(value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
        return out.toString();
    }

    /**
     * Reads a record. Members it has no component for are passed over; those of components that are not optional must
     * be there.
     *
     * @throws IllegalArgumentException if the text is not one JSON object of that kind
     */
    public static <T extends Record> T read(String text, Class<T> type) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            Map<String, Object> members = object(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one JSON value");
            }
            return RecordReader.read(type, members);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a record from a file.
     *
     * @throws IllegalArgumentException if it holds something else, or bytes that are no UTF-8
     */
    public static <T extends Record> T read(Path file, Class<T> type) throws IOException {
        try {
            return read(Files.readString(file, StandardCharsets.UTF_8), type);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield elements;
            }
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> "";
            default -> parser.getText();
        };
    }
}
