package huibao.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reporting unit (填报单位).
 *
 * @param code GB/T 2260 code or local id
 * @param nameZh full name, 鄞州区
 * @param shortZh short name, 鄞州
 * @param nameEn English name
 * @param kind district, zone or city
 * @param host the district a zone belongs to; empty for districts and the city
 * @param order print order, from 1
 * @param aliases other names the unit goes by on real forms
 */
public record Unit(
        UnitCode code,
        String nameZh,
        String shortZh,
        String nameEn,
        UnitKind kind,
        Optional<UnitCode> host,
        int order,
        List<String> aliases) {

    public Unit {
        aliases = List.copyOf(aliases);
        if ((kind == UnitKind.ZONE) != host.isPresent()) {
            throw new IllegalArgumentException(code + ": a zone, and only a zone, has a host");
        }
    }

    /** Its name in a language; the Chinese one where there is no other. */
    public String nameIn(Locale language) {
        boolean isEnglish = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return isEnglish && !nameEn.isEmpty() ? nameEn : nameZh;
    }
}
