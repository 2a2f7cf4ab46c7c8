package huibao.spreadsheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.format.CellFormat;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What a number format makes of a number. Looked at once per style: whether it shows positive numbers, negative ones
 * and zero as they are, or times a hundred with a percent sign. Only what it shows otherwise is formatted.
 */
public final class NumberFormat {

    /** What a person sees of a number. */
    public enum Shows {
        /** The number itself, perhaps rounded. */
        NUMBER,
        /** The number times a hundred, and a percent sign. */
        PERCENT,
        /** The day it counts. */
        DATE,
        /** Something that has to be looked at: {@link #shown}. */
        OTHERWISE
    }

    private static final String QUOTED_OR_ESCAPED = "\"[^\"]*\"?|[\\\\!].";
    /** A colour, a language, an alphabet of digits: nothing that changes the number. */
    private static final Pattern LOOK =
            Pattern.compile("\\[(?![<>=])(?!\\$[^-\\]])(?![hHmMsS]+\\])[^\\]]*\\]", Pattern.DOTALL);

    private static final Pattern GENERAL_WORD = Pattern.compile("(?i)general|G/通用格式|Standard");
    private static final String DIGITS = "[#?0]+(?:,[#?0]+)*";
    private static final Pattern PLAIN = Pattern.compile(
            "\\s*(?:General|@|(?:" + DIGITS + ")?(?:\\.[#?0]*)?(?:[eE][-+]?[#?0]+)?|[#?0 ]+/[#?0-9 ]+)\\s*");
    private static final Pattern PERCENT = Pattern.compile("\\s*(?:" + DIGITS + ")(?:\\.[#?0]*)?\\s*%\\s*");
    private static final Pattern NEGATIVE = Pattern.compile("\\s*(?:-(?<minus>[^-]+)|\\((?<round>[^()]+)\\))\\s*");
    /** How an accountant shows a zero: a dash, pushed to the side. */
    private static final Pattern DASH_FOR_ZERO = Pattern.compile("(?:_.|\\s)*\\*\\s.*[-–—].*", Pattern.DOTALL);

    private static final Pattern LONELY_POINT = Pattern.compile("(?<=\\d)\\.(?!\\d)");

    static final NumberFormat GENERAL = new NumberFormat("General", false);

    static final NumberFormat DAY = new NumberFormat("yyyy-mm-dd", true);

    private final boolean date;
    private final List<String> sections;
    private final Shows positive;
    private final Shows negative;
    private final Shows zero;

    private NumberFormat(String code, boolean date) {
        this.date = date;
        this.sections = sections(code);
        boolean conditions = sections.stream().anyMatch(section -> section.matches("(?s).*\\[[<>=].*"));
        String first = bare(sections.get(0));
        this.positive = conditions ? Shows.OTHERWISE : shows(first);
        if (conditions) {
            this.negative = Shows.OTHERWISE;
            this.zero = Shows.OTHERWISE;
        } else {
            this.negative = sections.size() == 1 ? positive : negative(bare(sections.get(1)));
            this.zero = zero(sections.size() < 3 ? sections.get(0) : sections.get(2));
        }
    }

    /** A number format; an own code goes before the built-in of the same id. */
    static NumberFormat of(int id, String ownCode) {
        String builtin = ownCode.isEmpty() && id >= 0 ? BuiltinFormats.getBuiltinFormat(id) : ownCode;
        String code = builtin == null || builtin.isEmpty() ? "General" : builtin;
        // Formats 27 to 36 and 50 to 58 are dates in Chinese editions and have no code in the file.
        boolean chineseDate = ownCode.isEmpty() && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
        return new NumberFormat(code, chineseDate || isDate(code));
    }

    private static boolean isDate(String code) {
        String bare = LOOK.matcher(code.replaceAll(QUOTED_OR_ESCAPED, "")).replaceAll("");
        return !bare.isBlank() && DateUtil.isADateFormat(-1, bare);
    }

    public boolean isDate() {
        return date;
    }

    /** What a person sees of a number with this sign. */
    public Shows shows(BigDecimal number) {
        if (date) {
            return Shows.DATE;
        }
        return switch (number.signum()) {
            case 0 -> zero;
            case 1 -> positive;
            default -> negative;
        };
    }

    /** The text a person sees; empty if it cannot be told. */
    public Optional<String> shown(BigDecimal number) {
        if (number.signum() == 0 && sections.size() < 3 && !isZeroSeen(bare(sections.get(0)))) {
            return Optional.of("");
        }
        try {
            String code = String.join(
                    ";", sections.stream().map(NumberFormat::forLibrary).toList());
            String text = CellFormat.getInstance(Locale.ROOT, code).apply(number.doubleValue()).text;
            return Optional.of(Text.trim(LONELY_POINT.matcher(text).replaceAll("")));
        } catch (RuntimeException unknownToLibrary) {
            return Optional.empty();
        }
    }

    private static Shows shows(String section) {
        if (PLAIN.matcher(section).matches() && !section.isBlank()) {
            return Shows.NUMBER;
        }
        return PERCENT.matcher(section).matches() ? Shows.PERCENT : Shows.OTHERWISE;
    }

    /** The second section writes its own minus, or none. */
    private static Shows negative(String section) {
        Matcher marked = NEGATIVE.matcher(section);
        if (section.strip().equals("General") || !marked.matches()) {
            return Shows.OTHERWISE;
        }
        return shows(marked.group("minus") == null ? marked.group("round") : marked.group("minus"));
    }

    private static Shows zero(String section) {
        if (DASH_FOR_ZERO.matcher(section.replace("\"", "").replace("\\", "")).matches()) {
            return Shows.NUMBER;
        }
        String bare = bare(section);
        return isZeroSeen(bare) ? shows(bare) : Shows.OTHERWISE;
    }

    /** # and ? show nothing of a zero. */
    private static boolean isZeroSeen(String bare) {
        return !bare.matches("[\\s#?,.]+");
    }

    /** A section without what only moves or colours the number. */
    private static String bare(String section) {
        StringBuilder bare = new StringBuilder();
        String plain =
                GENERAL_WORD.matcher(LOOK.matcher(section).replaceAll("")).replaceAll("General");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean last = i + 1 == plain.length();
            if (last || "\\!_*\"".indexOf(c) < 0) {
                bare.append(c);
            } else if (c == '_') {
                i++;
            } else if (c == '*') {
                i++;
                bare.append(plain.charAt(i) == ' ' ? "" : "*");
            } else if (c == '"') {
                int end = plain.indexOf('"', i + 1);
                String literal = plain.substring(i + 1, end < 0 ? plain.length() : end);
                bare.append(literal.matches("[-() ]*") ? literal : '"' + literal + '"');
                i = end < 0 ? plain.length() : end;
            } else {
                i++;
                char literal = plain.charAt(i);
                bare.append("-() ".indexOf(literal) >= 0 ? String.valueOf(literal) : "\"" + literal + '"');
            }
        }
        return bare.toString();
    }

    /** The same for the library, which does not know every way of writing a literal, a colour or a general number. */
    private static String forLibrary(String section) {
        StringBuilder code = new StringBuilder();
        String plain = LOOK.matcher(section).replaceAll("");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '"') {
                int end = plain.indexOf('"', i + 1);
                code.append(plain, i, end < 0 ? plain.length() : end + 1);
                code.append(end < 0 ? "\"" : "");
                i = end < 0 ? plain.length() : end;
            } else if (i + 1 < plain.length() && (c == '!' || c == '\\')) {
                code.append('\\').append(plain.charAt(++i));
            } else if (i + 1 < plain.length() && c == '_') {
                i++;
                code.append(' ');
            } else if (i + 1 < plain.length() && c == '*') {
                i++;
                code.append(Character.isDigit(plain.charAt(i)) ? "\"…\"" : "");
            } else {
                Matcher word = GENERAL_WORD.matcher(plain).region(i, plain.length());
                boolean general = word.lookingAt();
                code.append(general ? "0.##############" : String.valueOf(c));
                i += general ? word.end() - i - 1 : 0;
            }
        }
        return code.isEmpty() ? "\"\"" : code.toString();
    }

    /** The sections of a code: at semicolons that are no literals. */
    private static List<String> sections(String code) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            quoted ^= c == '"';
            if (c == ';' && !quoted) {
                sections.add(section.toString());
                section.setLength(0);
            } else {
                section.append(c);
                if (!quoted && "\\!_*".indexOf(c) >= 0 && i + 1 < code.length()) {
                    section.append(code.charAt(++i));
                }
            }
        }
        sections.add(section.toString());
        return List.copyOf(sections);
    }
}
