package huibao.workbook.summary;

import huibao.workbook.TextWidth;
import java.math.BigDecimal;

/**
 * How a number is printed: decimals, and marks that stand beside it while the cell stays a number.
 *
 * @param decimals decimals printed
 * @param prefix before the number, "≥ "; possibly empty
 * @param suffix behind it, "*"; possibly empty
 * @param sign whether a positive number shows its sign
 */
record PrintedNumber(int decimals, String prefix, String suffix, Sign sign) {

    /** When a sign is printed. */
    enum Sign {
        NEGATIVE,
        ALWAYS
    }

    static PrintedNumber plain(int decimals) {
        return new PrintedNumber(decimals, "", "", Sign.NEGATIVE);
    }

    /** Differences of rates, in percentage points. */
    static PrintedNumber points(int decimals) {
        return new PrintedNumber(decimals, "", "", Sign.ALWAYS);
    }

    /** As many decimals as the number has. */
    static PrintedNumber exact(BigDecimal value) {
        return plain(Math.max(0, value.stripTrailingZeros().scale()));
    }

    PrintedNumber marked(String before, String behind) {
        return new PrintedNumber(decimals, before, behind, sign);
    }

    /** The spreadsheet's number format. */
    String pattern() {
        String digits = decimals == 0 ? "" : "." + "0".repeat(decimals);
        if (sign == Sign.ALWAYS) {
            return "+0" + digits + ";-0" + digits + ";0" + digits;
        }
        return quoted(prefix) + "#,##0" + digits + quoted(suffix);
    }

    /** Width of the printed number in half-width characters, generously. */
    int width(BigDecimal value) {
        int whole = Math.max(1, value.precision() - value.scale());
        return whole + (whole - 1) / 3 + (decimals == 0 ? 0 : decimals + 1) + 1 + TextWidth.width(prefix + suffix);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : '"' + text.replace("\"", "") + '"';
    }
}
