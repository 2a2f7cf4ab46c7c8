package huibao.json;

import huibao.model.CellRef;
import huibao.model.Period;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which values are texts, and what stands where there is no value. */
final class Texts {

    private static final List<Class<?>> TYPES = List.of(Instant.class, LocalDate.class, Period.class, CellRef.class);

    private Texts() {}

    /** Whether values of a type are written as they are said; a code is a record of its text and of nothing else. */
    static boolean isText(Class<?> type) {
        return TYPES.contains(type)
                || (type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toList()
                                .equals(List.of(String.class)));
    }

    /** What is written where nothing of a type is there. */
    static Object absent(Class<?> type) {
        if (type.isRecord() && !isText(type)) {
            return Map.of();
        }
        boolean counts = type.isPrimitive() || Number.class.isAssignableFrom(type);
        return counts && type != BigDecimal.class ? 0 : "";
    }
}
