package huibao.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes records as objects with the members listed. */
final class MemberWriter extends JsonSerializer<Object> {

    private final Members members;

    private MemberWriter(Members members) {
        this.members = members;
    }

    /** Every record that is not written as a text. */
    static Serializers of(Members members) {
        return new Serializers.Base() {
            @Override
            public @Nullable JsonSerializer<?> findSerializer(
                    SerializationConfig config, JavaType type, BeanDescription description) {
                if (Texts.isText(type.getRawClass())) {
                    return ToStringSerializer.instance;
                }
                return type.getRawClass().isRecord() ? new MemberWriter(members) : null;
            }
        };
    }

    @Override
    public void serialize(Object fact, JsonGenerator out, SerializerProvider serializers) throws IOException {
        out.writeStartObject();
        write(fact, out, serializers);
        out.writeEndObject();
    }

    private void write(Object fact, JsonGenerator out, SerializerProvider serializers) throws IOException {
        for (Members.Member member : members.of(fact.getClass())) {
            Optional<Object> value = member.value().apply(fact);
            if (member.name().isEmpty()) {
                if (value.isPresent()) {
                    write(value.get(), out, serializers);
                }
            } else if (!member.omitted()
                    || value.filter(found -> !found.equals("")).isPresent()) {
                serializers.defaultSerializeField(member.name(), value.orElse(member.absent()), out);
            }
        }
    }
}
