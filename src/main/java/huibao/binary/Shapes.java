package huibao.binary;

import huibao.binary.RecordCodec.Input;
import huibao.binary.RecordCodec.Output;
import huibao.binary.RecordCodec.Shape;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the shape of each type once. */
final class Shapes {

    private static final Shape TEXT = shape((out, value) -> out.text((String) value), Input::text);
    private static final Shape INT = shape(
            (out, value) -> out.data().writeInt((Integer) value),
            in -> in.data().readInt());
    private static final Shape LONG = shape(
            (out, value) -> out.data().writeLong((Long) value), in -> in.data().readLong());
    private static final Shape BOOLEAN = shape(
            (out, value) -> out.data().writeBoolean((Boolean) value),
            in -> in.data().readBoolean());
    private static final Shape DAY = shape(
            (out, value) -> out.data().writeLong(((LocalDate) value).toEpochDay()),
            in -> LocalDate.ofEpochDay(in.data().readLong()));
    private static final Shape TIME = shape((out, value) -> out.text(value.toString()), in -> Instant.parse(in.text()));
    private static final Shape DECIMAL = shape(Shapes::writeDecimal, Shapes::readDecimal);
    private static final Shape MAYBE_INT = shape(
            (out, value) -> {
                OptionalInt number = (OptionalInt) value;
                out.data().writeBoolean(number.isPresent());
                out.data().writeInt(number.orElse(0));
            },
            in -> {
                boolean present = in.data().readBoolean();
                int number = in.data().readInt();
                return present ? OptionalInt.of(number) : OptionalInt.empty();
            });

    private final Map<Type, Shape> known = new HashMap<>(Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(BigDecimal.class, DECIMAL),
            Map.entry(LocalDate.class, DAY),
            Map.entry(Instant.class, TIME),
            Map.entry(OptionalInt.class, MAYBE_INT)));

    /** @throws IllegalArgumentException if it is of no kind that has a shape */
    Shape of(Type type) {
        Shape shape = known.get(type);
        if (shape == null) {
            // A type may hold itself.
            Later later = new Later();
            known.put(type, later);
            shape = make(type);
            later.shape = shape;
            known.put(type, shape);
        }
        return shape;
    }

    private Shape make(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return container(raw, generic.getActualTypeArguments());
        }
        if (type instanceof Class<?> one && one.isRecord()) {
            return new RecordShape(one, this);
        }
        if (type instanceof Class<?> one && one.isEnum()) {
            List<?> constants = List.of(one.getEnumConstants());
            return shape((out, value) -> out.size(constants.indexOf(value)), in -> constants.get(in.size()));
        }
        if (type instanceof Class<?> one && one.isSealed()) {
            List<Class<?>> kinds = Arrays.asList(one.getPermittedSubclasses());
            List<Shape> shapes = kinds.stream().map(this::of).toList();
            return shape(
                    (out, value) -> {
                        int kind = kinds.indexOf(value.getClass());
                        out.size(kind);
                        shapes.get(kind).write(out, value);
                    },
                    in -> shapes.get(in.size()).read(in));
        }
        throw new IllegalArgumentException("no codec for " + type.getTypeName());
    }

    private Shape container(Class<?> raw, Type[] parts) {
        Shape first = of(parts[0]);
        if (raw == Optional.class) {
            return shape(
                    (out, value) -> {
                        Optional<?> held = (Optional<?>) value;
                        out.data().writeBoolean(held.isPresent());
                        if (held.isPresent()) {
                            first.write(out, held.get());
                        }
                    },
                    in -> in.data().readBoolean() ? Optional.of(first.read(in)) : Optional.empty());
        }
        if (raw == List.class || raw == Set.class) {
            return shape((out, value) -> writeAll(out, (Collection<?>) value, first), in -> {
                Collection<Object> read = raw == List.class ? new ArrayList<>() : new LinkedHashSet<>();
                for (int left = in.size(); left > 0; left--) {
                    read.add(first.read(in));
                }
                return read;
            });
        }
        if (raw == Map.class || raw == SortedMap.class) {
            Shape second = of(parts[1]);
            return shape(
                    (out, value) -> {
                        out.size(((Map<?, ?>) value).size());
                        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                            first.write(out, entry.getKey());
                            second.write(out, entry.getValue());
                        }
                    },
                    in -> {
                        Map<Object, Object> read = raw == Map.class ? new LinkedHashMap<>() : new TreeMap<>();
                        for (int left = in.size(); left > 0; left--) {
                            read.put(first.read(in), second.read(in));
                        }
                        return read;
                    });
        }
        throw new IllegalArgumentException("no codec for " + raw.getName());
    }

    private static void writeAll(Output out, Collection<?> values, Shape shape) throws IOException {
        out.size(values.size());
        for (Object value : values) {
            shape.write(out, value);
        }
    }

    private static void writeDecimal(Output out, Object value) throws IOException {
        BigDecimal number = (BigDecimal) value;
        byte[] digits = number.unscaledValue().toByteArray();
        out.data().writeInt(number.scale());
        out.size(digits.length);
        out.data().write(digits);
    }

    private static Object readDecimal(Input in) throws IOException {
        int scale = in.data().readInt();
        byte[] digits = new byte[in.size()];
        in.data().readFully(digits);
        return new BigDecimal(new BigInteger(digits), scale);
    }

    private static Shape shape(Writing writing, Reading reading) {
        return new Shape() {
            @Override
            public void write(Output out, Object value) throws IOException {
                writing.write(out, value);
            }

            @Override
            public Object read(Input in) throws IOException {
                return reading.read(in);
            }
        };
    }

    private interface Writing {
        void write(Output out, Object value) throws IOException;
    }

    private interface Reading {
        Object read(Input in) throws IOException;
    }

    /** Stands for a shape that is being made. */
    private static final class Later implements Shape {

        private Shape shape = this;

        @Override
        public void write(Output out, Object value) throws IOException {
            shape.write(out, value);
        }

        @Override
        public Object read(Input in) throws IOException {
            return shape.read(in);
        }
    }
}
