package huibao.workbook.returned;

import huibao.model.Severity;
import huibao.workbook.FormStyles;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/**
 * The colours of marked cells. Each is one step beside a colour that the office programs offer, so that a fill of
 * ours can be told from one of the sender's, wherever the cell was moved and whatever program saved it.
 */
enum ReviewTint {
    RED(Severity.MANDATORY, 0xF8CBAE),
    YELLOW(Severity.VERIFY, 0xFFE698),
    BLUE(Severity.NOTICE, 0xBDD7EF);

    private final Severity severity;
    private final int rgb;

    ReviewTint(Severity severity, int rgb) {
        this.severity = severity;
        this.rgb = rgb;
    }

    int rgb() {
        return rgb;
    }

    static ReviewTint of(Severity severity) {
        return Arrays.stream(values())
                .filter(tint -> tint.severity == severity)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a cell of this style carries a mark of ours. */
    static boolean marks(XSSFCellStyle style) {
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && Optional.ofNullable(style.getFillForegroundXSSFColor())
                        .map(XSSFColor::getARGBHex)
                        .filter(hex -> Arrays.stream(values())
                                .anyMatch(tint -> hex.endsWith(String.format(Locale.ROOT, "%06X", tint.rgb))))
                        .isPresent();
    }

    /** Fills a style that is not shared with other cells. */
    void fill(XSSFCellStyle style) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(FormStyles.colour(rgb));
    }
}
