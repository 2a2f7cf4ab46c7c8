package huibao.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a part refers to. */
final class Relations {

    /** One reference: its id, the last word of its type, the part it leads to. */
    private record Relation(String id, String type, String target) {}

    private final List<Relation> relations = new ArrayList<>();

    /** The relations of a part; none if the package does not say. */
    static Relations of(XlsxParts parts, String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Relations result = new Relations();
        Optional<InputStream> source = parts.open(folder + "_rels/" + part.substring(slash + 1) + ".rels");
        if (source.isEmpty()) {
            return result;
        }
        try (InputStream in = source.get();
                Xml xml = Xml.open(in)) {
            while (xml.next()) {
                if (xml.isStart("Relationship") && !xml.attribute("TargetMode").equals("External")) {
                    String type = xml.attribute("Type");
                    result.relations.add(new Relation(
                            xml.attribute("Id"),
                            type.substring(type.lastIndexOf('/') + 1),
                            resolve(folder, xml.attribute("Target"))));
                    SheetLimits.require(
                            result.relations.size() <= SheetLimits.RELATIONS, Bound.ENTRIES, SheetLimits.RELATIONS);
                }
            }
        }
        return result;
    }

    Optional<String> byId(String id) {
        return relations.stream()
                .filter(relation -> relation.id().equals(id))
                .map(Relation::target)
                .findFirst();
    }

    Optional<String> byType(String type) {
        return relations.stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .findFirst();
    }

    private static String resolve(String folder, String target) {
        String path = target.replace('\\', '/');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
