package huibao.json;

import huibao.model.Period;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Makes records of objects: each component from the member of its name. */
final class RecordReader {

    private static final Map<Class<?>, Object> ABSENT = Map.of(
            Optional.class, Optional.empty(),
            OptionalInt.class, OptionalInt.empty(),
            OptionalLong.class, OptionalLong.empty());

    private static final Map<Class<?>, Function<String, Object>> PARSED = Map.of(
            String.class, text -> text,
            int.class, Integer::parseInt,
            long.class, Long::parseLong,
            boolean.class, Boolean::parseBoolean,
            OptionalInt.class, text -> OptionalInt.of(Integer.parseInt(text)),
            OptionalLong.class, text -> OptionalLong.of(Long.parseLong(text)),
            Instant.class, Instant::parse,
            Period.class, Period::parse);

    private RecordReader() {}

    /** @throws IllegalArgumentException if a member is missing that need not be, or is no value of its component */
    static <T> T read(Class<T> type, Map<?, ?> members) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(component -> value(component, members)).toArray();
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable refusal = e.getTargetException();
            throw new IllegalArgumentException(String.valueOf(refusal.getMessage()), refusal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its constructor: " + type, e);
        }
    }

    private static Object value(RecordComponent component, Map<?, ?> members) {
        String name = Members.snake(component.getName());
        Object member = members.get(name);
        if (member != null) {
            return value(component.getGenericType(), member);
        }
        Object absent = ABSENT.get(component.getType());
        if (absent == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return absent;
    }

    private static Object value(Type type, Object member) {
        if (type instanceof ParameterizedType generic) {
            Type[] within = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return Optional.of(value(within[0], member));
            } else if (member instanceof List<?> list) {
                return list.stream().map(element -> value(within[0], element)).toList();
            } else if (member instanceof Map<?, ?> map) {
                Map<String, Object> values = new LinkedHashMap<>();
                map.forEach((name, value) -> values.put(String.valueOf(name), value(within[1], value)));
                return values;
            }
        } else if (type instanceof Class<?> known) {
            return value(known, member);
        }
        throw new IllegalArgumentException("not a " + type.getTypeName() + ": " + member);
    }

    private static Object value(Class<?> type, Object member) {
        if (type == Object.class) {
            return member;
        } else if (PARSED.containsKey(type)) {
            return PARSED.get(type).apply(member.toString());
        } else if (JsonWriter.isText(type)) {
            String only = Members.snake(type.getRecordComponents()[0].getName());
            return read(type, Map.of(only, member));
        } else if (type.isRecord() && member instanceof Map<?, ?> members) {
            return read(type, members);
        }
        return Arrays.stream(type.getEnumConstants() == null ? new Object[0] : type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(member))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a " + type.getSimpleName() + ": " + member));
    }
}
