package huibao.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/columns.md says of a table. */
public final class ColumnsDocument {

    public static final Path FILE = Path.of("docs/columns.md");

    private static final Pattern AS_ANOTHER = Pattern.compile("columns of `(\\w+)`");

    private ColumnsDocument() {}

    /** The section of a table, and that of the table whose columns it says it has. */
    public static String explaining(String table) throws IOException {
        String section = section(table);
        Matcher another = AS_ANOTHER.matcher(section);
        return another.find() ? section + section(another.group(1)) : section;
    }

    private static String section(String table) throws IOException {
        String document = Files.readString(FILE);
        int start = document.indexOf("### " + table + "\n");
        if (start < 0) {
            throw new AssertionError(FILE + " has no section " + table);
        }
        return document.substring(start, document.indexOf("\n##", start + 1));
    }
}
