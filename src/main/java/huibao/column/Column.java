package huibao.column;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One column of a published record.
 *
 * @param <T> the record
 */
public final class Column<T> {

    private final String name;
    private final Type type;
    private final Presence presence;
    private final Function<T, ?> value;

    private Column(String name, Type type, Presence presence, Function<T, ?> value) {
        this.name = name;
        this.type = type;
        this.presence = presence;
        this.value = value;
    }

    /** What a column holds, and the type its values have. */
    public enum Type {
        /** {@link String} */
        TEXT,
        /** An exact figure, {@link BigDecimal}. */
        DECIMAL,
        /** {@link Integer} */
        INTEGER,
        /** {@link Boolean} */
        YES_NO,
        /** A moment, {@link Instant}. */
        TIME
    }

    /** Whether every row has a value. */
    public enum Presence {
        ALWAYS,
        SOMETIMES
    }

    /** Text: a code, a word, the name of a constant. */
    public static <T> Column<T> text(String name, Function<T, ?> value) {
        return new Column<>(name, Type.TEXT, Presence.ALWAYS, value);
    }

    /** Text that some rows lack. */
    public static <T> Column<T> someText(String name, Function<T, Optional<?>> value) {
        return new Column<>(name, Type.TEXT, Presence.SOMETIMES, value);
    }

    /** Codes in order, separated by blanks, which no code holds; possibly none. */
    public static <T> Column<T> codes(String name, Function<T, ? extends Collection<?>> value) {
        return text(name, row -> value.apply(row).stream().map(Column::word).collect(Collectors.joining(" ")));
    }

    /** An exact figure. */
    public static <T> Column<T> decimal(String name, Function<T, BigDecimal> value) {
        return new Column<>(name, Type.DECIMAL, Presence.ALWAYS, value);
    }

    /** An exact figure that some rows lack. */
    public static <T> Column<T> someDecimal(String name, Function<T, Optional<BigDecimal>> value) {
        return new Column<>(name, Type.DECIMAL, Presence.SOMETIMES, value);
    }

    /** A whole number. */
    public static <T> Column<T> integer(String name, Function<T, Integer> value) {
        return new Column<>(name, Type.INTEGER, Presence.ALWAYS, value);
    }

    /** A whole number that some rows lack. */
    public static <T> Column<T> someInteger(String name, Function<T, Optional<Integer>> value) {
        return new Column<>(name, Type.INTEGER, Presence.SOMETIMES, value);
    }

    /** Yes or no. */
    public static <T> Column<T> yesNo(String name, Function<T, Boolean> value) {
        return new Column<>(name, Type.YES_NO, Presence.ALWAYS, value);
    }

    /** A moment. */
    public static <T> Column<T> time(String name, Function<T, Instant> value) {
        return new Column<>(name, Type.TIME, Presence.ALWAYS, value);
    }

    /** A moment that some rows lack. */
    public static <T> Column<T> someTime(String name, Function<T, Optional<Instant>> value) {
        return new Column<>(name, Type.TIME, Presence.SOMETIMES, value);
    }

    /** A count as a column takes it. */
    static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** The same column of a record that has the first as a part. */
    public <S> Column<S> within(Function<S, T> part) {
        return new Column<>(name, type, presence, part.andThen(value));
    }

    /** Its name, SDMX concept ids in lower snake case. */
    public String name() {
        return name;
    }

    /** What it holds. */
    public Type type() {
        return type;
    }

    /** Whether every row has a value. */
    public Presence presence() {
        return presence;
    }

    /** Its value in a row, of its type. */
    public Optional<Object> of(T row) {
        Object found = value.apply(row);
        Optional<?> present = found instanceof Optional<?> optional ? optional : Optional.of(found);
        return type == Type.TEXT ? present.map(Column::word) : present.map(Object.class::cast);
    }

    private static String word(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
