package huibao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The job folder that comes with the program, as far as copies of it have to keep its relations.
 *
 * @param folder the job folder
 * @param units units.csv
 * @param items items.csv by code
 * @param targets targets.csv
 * @param allocations allocations.csv
 * @param bounded items with a range, which cannot be scaled
 * @param kin items whose quotient or order a target or rule looks at: they are scaled alike
 */
record ShippedJob(
        Path folder,
        Csv units,
        Map<String, Item> items,
        Csv targets,
        Csv allocations,
        Set<String> bounded,
        Map<String, Set<String>> kin) {

    private static final Pattern ITEM = Pattern.compile("(part|whole|numerator|denominator)=([^;]+)");

    /**
     * An item of items.csv.
     *
     * @param code its code
     * @param decimals how many decimals its figures have
     * @param ofCity whether the city level alone reports it
     */
    record Item(String code, int decimals, boolean ofCity) {}

    static ShippedJob read(Path folder) throws IOException {
        Map<String, Item> items = new LinkedHashMap<>();
        for (Map<String, String> row : Csv.read(folder.resolve("items.csv")).rows()) {
            items.put(
                    row.get("code"),
                    new Item(
                            row.get("code"),
                            Integer.parseInt(row.get("decimals")),
                            row.get("reporter").equals("CITY")));
        }
        Csv targets = Csv.read(folder.resolve("targets.csv"));
        Set<String> bounded = new LinkedHashSet<>();
        Map<String, Set<String>> kin = new LinkedHashMap<>();
        targets.rows().forEach(row -> join(kin, List.of(row.get("items").split(" "))));
        for (Map<String, String> rule : Csv.read(folder.resolve("rules.csv")).rows()) {
            if (rule.get("kind").equals("RANGE")) {
                bounded.add(rule.get("items"));
            }
            List<String> named = new ArrayList<>();
            Matcher item = ITEM.matcher(rule.get("parameters"));
            while (item.find()) {
                named.add(item.group(2).strip());
            }
            join(kin, named);
        }
        return new ShippedJob(
                folder,
                Csv.read(folder.resolve("units.csv")),
                items,
                targets,
                Csv.read(folder.resolve("allocations.csv")),
                bounded,
                kin);
    }

    /** The shipped units, in print order. */
    List<BenchUnit> shippedUnits() {
        List<BenchUnit> list = new ArrayList<>();
        for (Map<String, String> row : units.rows()) {
            list.add(new BenchUnit(
                    list.size(),
                    row.get("code"),
                    row.get("name_zh"),
                    row.get("kind"),
                    row.get("host"),
                    row.get("code"),
                    row));
        }
        return list;
    }

    /** The items a unit reports. */
    List<Item> itemsOf(BenchUnit unit) {
        return items.values().stream()
                .filter(item -> item.ofCity() == unit.isCity())
                .toList();
    }

    /** The items that are scaled together with an item, itself among them. */
    Set<String> kinOf(String item) {
        return Optional.ofNullable(kin.get(item)).orElse(Set.of(item));
    }

    private static void join(Map<String, Set<String>> kin, List<String> items) {
        if (items.size() < 2) {
            return;
        }
        Set<String> together = new LinkedHashSet<>(items);
        items.forEach(item -> together.addAll(Optional.ofNullable(kin.get(item)).orElse(Set.of())));
        together.forEach(item -> kin.put(item, together));
    }
}
