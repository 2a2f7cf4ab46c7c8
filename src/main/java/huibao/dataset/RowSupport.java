package huibao.dataset;

import huibao.column.Column;
import huibao.column.Column.Presence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** How rows become Parquet: text as strings, figures as DECIMAL(38,12), moments as milliseconds in UTC. */
final class RowSupport<T> extends WriteSupport<T> {

    /** Digits of every figure; DECIMAL(38,12) holds 26 before and 12 after the point. */
    private static final int PRECISION = 38;

    private static final int SCALE = 12;

    /** Bytes that hold 38 digits and a sign. */
    private static final int DECIMAL_BYTES = 16;

    private final List<Column<T>> columns;
    private final MessageType schema;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer consumer;

    RowSupport(String name, List<Column<T>> columns, Map<String, String> metadata) {
        this.columns = columns;
        this.schema =
                new MessageType(name, columns.stream().map(RowSupport::type).toList());
        this.metadata = metadata;
    }

    private static Type type(Column<?> column) {
        Repetition repetition = column.presence() == Presence.ALWAYS ? Repetition.REQUIRED : Repetition.OPTIONAL;
        return switch (column.type()) {
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case DECIMAL ->
                Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                        .length(DECIMAL_BYTES)
                        .as(LogicalTypeAnnotation.decimalType(SCALE, PRECISION))
                        .named(column.name());
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
            case YES_NO ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case TIME ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                        .named(column.name());
        };
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, metadata);
    }

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(T row) {
        RecordConsumer to = consumer;
        if (to == null) {
            throw new IllegalStateException("prepareForWrite comes first");
        }
        to.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            Optional<Object> value = column.of(row);
            if (value.isPresent()) {
                to.startField(column.name(), i);
                add(to, value.get());
                to.endField(column.name(), i);
            }
        }
        to.endMessage();
    }

    private static void add(RecordConsumer to, Object value) {
        if (value instanceof BigDecimal figure) {
            to.addBinary(Binary.fromConstantByteArray(decimal(figure)));
        } else if (value instanceof Integer number) {
            to.addInteger(number);
        } else if (value instanceof Boolean yes) {
            to.addBoolean(yes);
        } else if (value instanceof Instant moment) {
            to.addLong(moment.toEpochMilli());
        } else {
            to.addBinary(Binary.fromString(value.toString()));
        }
    }

    /**
     * The figure with exactly twelve decimals.
     *
     * @throws ArithmeticException if it has more, or too many digits before them: a figure is never rounded on its way out
     */
    private static byte[] decimal(BigDecimal figure) {
        BigDecimal scaled = figure.setScale(SCALE, RoundingMode.UNNECESSARY);
        if (scaled.precision() > PRECISION) {
            throw new ArithmeticException("more than 26 digits before the point: " + figure.toPlainString());
        }
        byte[] digits = scaled.unscaledValue().toByteArray();
        byte[] bytes = new byte[DECIMAL_BYTES];
        if (scaled.signum() < 0) {
            Arrays.fill(bytes, (byte) -1);
        }
        System.arraycopy(digits, 0, bytes, DECIMAL_BYTES - digits.length, digits.length);
        return bytes;
    }
}
