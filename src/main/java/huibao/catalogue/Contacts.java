package huibao.catalogue;

import huibao.model.UnitCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where units are written to: {@code contacts.csv}. Addresses are no rules: they are no part of the catalogue.
 *
 * @param mail mail addresses by unit, in file order
 */
public record Contacts(Map<UnitCode, List<String>> mail) {

    public Contacts {
        Map<UnitCode, List<String>> copy = new TreeMap<>();
        mail.forEach((unit, addresses) -> copy.put(unit, List.copyOf(addresses)));
        mail = Map.copyOf(copy);
    }

    /** The unit's mail addresses; empty if it has none. */
    public List<String> mailOf(UnitCode unit) {
        return mail.getOrDefault(unit, List.of());
    }
}
