package huibao.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import huibao.model.Period;
import huibao.model.UnitCode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values that are texts, and values that may be absent. */
final class OwnTypes extends SimpleDeserializers {

    private static final long serialVersionUID = 1L;

    /** The types of what may be absent. */
    static final List<Class<?>> OPTIONAL = List.of(Optional.class, OptionalInt.class, OptionalLong.class);

    OwnTypes() {
        addDeserializer(Instant.class, new TextReader<>(Instant.class, Instant::parse));
        addDeserializer(Period.class, new TextReader<>(Period.class, Period::parse));
        addDeserializer(UnitCode.class, new TextReader<>(UnitCode.class, UnitCode::new));
    }

    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription description) throws JsonMappingException {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            return new OptionalReader<>(type.containedType(0), Optional::of, Optional.empty());
        } else if (raw == OptionalInt.class) {
            JavaType number = config.constructType(Integer.class);
            return new OptionalReader<Integer>(number, OptionalInt::of, OptionalInt.empty());
        } else if (raw == OptionalLong.class) {
            JavaType number = config.constructType(Long.class);
            return new OptionalReader<Long>(number, OptionalLong::of, OptionalLong.empty());
        }
        return super.findBeanDeserializer(type, config, description);
    }

    /** A text and what it says. */
    private static final class TextReader<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parsed;

        TextReader(Class<T> type, Function<String, T> parsed) {
            super(type);
            this.parsed = parsed;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return parsed.apply(text);
        }
    }

    /** A member that need not be there. */
    private static final class OptionalReader<T> extends JsonDeserializer<Object> {

        private final JavaType within;
        private final Function<T, Object> present;
        private final Object absent;

        OptionalReader(JavaType within, Function<T, Object> present, Object absent) {
            this.within = within;
            this.present = present;
            this.absent = absent;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return present.apply(context.readValue(parser, within));
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return absent;
        }
    }
}
