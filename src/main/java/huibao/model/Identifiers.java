package huibao.model;

import java.util.regex.Pattern;

/** What every identifier must look like: it stands in file names, folder names and SQL as it is. */
final class Identifiers {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    private Identifiers() {}

    static void require(String type, String value) {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    type + " must be 1 to 40 letters, digits, hyphens or underscores: \"" + value + "\"");
        }
    }
}
