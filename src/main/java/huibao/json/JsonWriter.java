package huibao.json;

import com.fasterxml.jackson.core.JsonGenerator;
import huibao.model.CellRef;
import huibao.model.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes values: codes, periods, times, cells and exact decimals as texts, other records as objects. */
final class JsonWriter {

    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, BigDecimal.class, Instant.class, LocalDate.class, Period.class, CellRef.class);

    private final JsonGenerator out;
    private final Members members;

    JsonWriter(JsonGenerator out, Members members) {
        this.out = out;
        this.members = members;
    }

    /** What is written where nothing of a type is there: an empty text, 0, or an object without members. */
    static Object absent(Class<?> type) {
        if (type.isRecord() && !isText(type)) {
            return Map.of();
        }
        return type.isPrimitive() || (Number.class.isAssignableFrom(type) && !isText(type)) ? 0 : "";
    }

    /** Codes are records of their text alone. */
    static boolean isText(Class<?> type) {
        return TEXTS.contains(type)
                || (type.isRecord()
                        && type.getRecordComponents().length == 1
                        && type.getRecordComponents()[0].getType() == String.class);
    }

    void write(Object value) throws IOException {
        if (value instanceof BigDecimal decimal) {
            out.writeString(decimal.toPlainString());
        } else if (isText(value.getClass())) {
            out.writeString(value.toString());
        } else if (value instanceof Enum<?> constant) {
            out.writeString(constant.name());
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Collection<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                write(element);
            }
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.writeFieldName(member.getKey() instanceof Enum<?> key ? key.name() : member.getKey().toString());
                write(member.getValue());
            }
            out.writeEndObject();
        } else {
            out.writeStartObject();
            writeMembers(value);
            out.writeEndObject();
        }
    }

    private void writeMembers(Object fact) throws IOException {
        for (Members.Member member : members.of(fact.getClass())) {
            Optional<Object> value = member.value().apply(fact);
            if (member.name().isEmpty()) {
                if (value.isPresent()) {
                    writeMembers(value.get());
                }
            } else if (!member.omitted() || value.filter(found -> !found.equals("")).isPresent()) {
                out.writeFieldName(member.name());
                write(value.orElse(member.absent()));
            }
        }
    }
}
