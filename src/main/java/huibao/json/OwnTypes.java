package huibao.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import huibao.model.CellRef;
import huibao.model.Period;
import huibao.model.UnitCode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that are texts, and values that may be absent. */
final class OwnTypes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** The types of what may be absent. */
    static final List<Class<?>> OPTIONAL = List.of(Optional.class, OptionalInt.class, OptionalLong.class);

    private static final List<Class<?>> TEXTS = List.of(Instant.class, LocalDate.class, Period.class, CellRef.class);

    OwnTypes() {
        super("huibao");
        setSerializers(new Written());
        setDeserializers(new Read());
        ModelMembers.BY_TYPE.forEach(this::setMixInAnnotation);
    }

    /** A code is a record of its text and of nothing else. */
    private static boolean isText(Class<?> type) {
        return TEXTS.contains(type)
                || (type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toList()
                                .equals(List.of(String.class)));
    }

    /** What they are written as. */
    private static final class Written extends SimpleSerializers {

        private static final long serialVersionUID = 1L;

        Written() {
            addSerializer(BigDecimal.class, new PlainDecimal());
        }

        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            Class<?> raw = type.getRawClass();
            if (isText(raw)) {
                return ToStringSerializer.instance;
            } else if (raw == Optional.class) {
                Class<?> within = type.containedTypeOrUnknown(0).getRawClass();
                boolean isObject = within.isRecord() && !isText(within);
                return new OptionalWriter<Optional<?>>(one -> one, isObject ? Map.of() : "");
            } else if (raw == OptionalInt.class) {
                return new OptionalWriter<OptionalInt>(
                        one -> one.stream().boxed().findFirst(), 0);
            } else if (raw == OptionalLong.class) {
                return new OptionalWriter<OptionalLong>(
                        one -> one.stream().boxed().findFirst(), 0);
            }
            return super.findSerializer(config, type, description);
        }
    }

    /** What they are read from. */
    private static final class Read extends SimpleDeserializers {

        private static final long serialVersionUID = 1L;

        Read() {
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
                return new OptionalReader<Integer>(
                        config.constructType(Integer.class), OptionalInt::of, OptionalInt.empty());
            } else if (raw == OptionalLong.class) {
                return new OptionalReader<Long>(
                        config.constructType(Long.class), OptionalLong::of, OptionalLong.empty());
            }
            return super.findBeanDeserializer(type, config, description);
        }
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
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
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
