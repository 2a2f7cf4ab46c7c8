package huibao.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A figure the report promises (目标).
 *
 * @param code identifies it by clause, never by number
 * @param section section of the report, 二(二)
 * @param heading heading within the section
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param measure how it is computed
 * @param items the items it is computed from, numerator first
 * @param scale multiplies a quotient into the target's unit: 100 for %, 0.1 for 个 per thousand of 万人
 * @param comparator how the value must stand to {@code value}
 * @param value the promised value, in {@code unitMeasure}
 * @param unitMeasure unit of the value; % for growth
 * @param asWritten the comparator as the report writes it
 * @param qualifier the report's qualifying word, possibly empty
 * @param pace how progress is judged
 * @param level whether districts answer for it or the city alone
 * @param reportLine line in the report
 * @param notes ambiguity and how it is read, possibly empty
 */
public record Target(
        TargetCode code,
        String section,
        String heading,
        String nameZh,
        String nameEn,
        Measure measure,
        List<ItemCode> items,
        BigDecimal scale,
        TargetComparator comparator,
        BigDecimal value,
        String unitMeasure,
        String asWritten,
        String qualifier,
        Pace pace,
        Reporter level,
        int reportLine,
        String notes) {

    public Target {
        items = List.copyOf(items);
        if (items.size() != measure.items()) {
            throw new IllegalArgumentException(
                    code + ": " + measure + " takes " + measure.items() + " items, found " + items.size());
        }
    }

    /** Its name in a language; the Chinese one where there is no other. */
    public String nameIn(Locale language) {
        boolean isEnglish = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return isEnglish && !nameEn.isEmpty() ? nameEn : nameZh;
    }
}
