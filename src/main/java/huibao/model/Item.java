package huibao.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A figure that forms ask for (填报指标).
 *
 * @param code identifies it
 * @param nameZh as printed on the form
 * @param nameEn English name, possibly empty
 * @param unitMeasure unit of measure as printed on the form, 亿元
 * @param decimals decimals the form asks for, 0 to 12
 * @param accumulation flow or stock
 * @param asksPriorYear whether the form asks the prior-year same-period value (上年同期)
 * @param reporter who reports it
 * @param role what it is to its target
 * @param ledgerKey key column of its ledger (明细), where it has one
 */
public record Item(
        ItemCode code,
        String nameZh,
        String nameEn,
        String unitMeasure,
        int decimals,
        Accumulation accumulation,
        boolean asksPriorYear,
        Reporter reporter,
        ItemRole role,
        Optional<String> ledgerKey) {

    public Item {
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException(code + ": decimals must be 0 to 12: " + decimals);
        }
    }

    /** Its name in a language; the Chinese one where there is no other. */
    public String nameIn(Locale language) {
        boolean isEnglish = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return isEnglish && !nameEn.isEmpty() ? nameEn : nameZh;
    }
}
