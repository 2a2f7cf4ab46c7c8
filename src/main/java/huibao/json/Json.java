package huibao.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes and reads JSON. An object's members are a record's components in their order, named in snake case. Codes,
 * periods, times, cells and exact decimals are texts. What is not there is an empty text, 0 or an empty object.
 */
public final class Json {

    /** For single lines, which must not load what records need. */
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Indented text, one trailing line feed, of a record, or a list or map of what records are made of. */
    public static String write(Object value) {
        try {
            return RecordMapper.WRITER.writeValueAsString(value) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON for " + value.getClass(), e);
        }
    }

    /** {@link #write} as the bytes of a file. */
    public static byte[] bytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** An object of texts on one line, without a line feed. */
    public static String line(Map<String, String> members) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.writeStartObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                generator.writeStringField(member.getKey(), member.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
        return out.toString();
    }

    /**
     * Reads a record. Members it does not know are passed over, those it does not call optional must be there.
     *
     * @throws IllegalArgumentException if the text is not one JSON object of that kind
     */
    public static <T extends Record> T read(String text, Class<T> type) {
        try {
            T read = RecordMapper.READER.forType(type).readValue(text);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // Without the library's exception, which talks of classes.
            throw new IllegalArgumentException(RecordMapper.reason(e));
        }
        throw new IllegalArgumentException("no JSON object");
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
}
