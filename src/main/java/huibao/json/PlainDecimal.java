package huibao.json;

import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import java.math.BigDecimal;

/** A decimal as a text of all its digits: 1000, not 1E+3, and nobody makes a binary fraction of it. */
final class PlainDecimal extends ToStringSerializerBase {

    private static final long serialVersionUID = 1L;

    PlainDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public String valueToString(Object value) {
        return ((BigDecimal) value).toPlainString();
    }
}
