package huibao.spreadsheet;

import java.util.Locale;
import java.util.Map;

/** The defined names of a workbook that are this product's own; no other is kept. */
final class DefinedNames {

    private static final String PREFIX = "HUIBAO_";

    private DefinedNames() {}

    /** Whether a name is one of ours, however it is written. */
    static boolean isOurs(String name) {
        return name.toUpperCase(Locale.ROOT).startsWith(PREFIX);
    }

    /** Keeps a defined name of ours; its formula is a text constant, "…". */
    static void keep(Map<String, String> names, String name, String formula) {
        String key = name.toUpperCase(Locale.ROOT);
        if (names.size() >= SheetLimits.STAMP_NAMES) {
            return;
        }
        String text = Text.trim(formula);
        if (isOurs(key) && text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            names.putIfAbsent(key, text.substring(1, text.length() - 1).replace("\"\"", "\""));
        } else if (isOurs(key)) {
            names.putIfAbsent(key, text);
        }
    }
}
