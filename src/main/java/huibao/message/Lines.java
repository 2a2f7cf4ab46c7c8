package huibao.message;

import java.util.regex.Pattern;

/** Text from outside where it stands in a line of ours. */
public final class Lines {

    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]+");

    private Lines() {}

    /** On one line, without control characters and without what turns the reading direction. */
    public static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }
}
