package huibao.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** A value that may be absent; in the place of a record whose members stand inline then none of them stands. */
final class OptionalWriter<T> extends JsonSerializer<T> {

    private final Function<T, Optional<?>> value;
    private final Object absent;

    OptionalWriter(Function<T, Optional<?>> value, Object absent) {
        this.value = value;
        this.absent = absent;
    }

    @Override
    public void serialize(T optional, JsonGenerator out, SerializerProvider serializers) throws IOException {
        Optional<?> found = value.apply(optional);
        serializers.defaultSerializeValue(found.isPresent() ? found.get() : absent, out);
    }

    @Override
    public boolean isEmpty(SerializerProvider serializers, T optional) {
        return value.apply(optional).isEmpty();
    }

    @Override
    public JsonSerializer<T> unwrappingSerializer(NameTransformer names) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T optional, JsonGenerator out, SerializerProvider serializers) throws IOException {
                Optional<?> found = value.apply(optional);
                if (found.isPresent()) {
                    serializers
                            .findValueSerializer(found.get().getClass())
                            .unwrappingSerializer(names)
                            .serialize(found.get(), out, serializers);
                }
            }

            @Override
            public boolean isUnwrappingSerializer() {
                return true;
            }
        };
    }
}
