package huibao.model;

/**
 * Something done to what was typed before it became a figure.
 *
 * @param kind what was done
 * @param detail the particulars, for the trail: "万元→亿元 ÷10000"
 */
public record Conversion(Kind kind, String detail) {

    /** The things reading does; each can be told from the cell's raw text. */
    public enum Kind {
        /** Full-width digits or signs made half-width. */
        FULL_WIDTH,
        /** Thousand separators dropped. */
        GROUPING,
        /** A number typed as text. */
        TEXT_NUMBER,
        /** 万 or 亿 in the cell. */
        SCALE_WORD,
        /** Another unit of measure in cell, row, column or sheet. */
        UNIT,
        /** A cell formatted as percent: ×100. */
        PERCENT,
        /** A number format shows another number than is stored: 0!.0000 shows 34.0120 of 340120. */
        NUMBER_FORMAT,
        /** 下降, 增长, ↓, parentheses. */
        SIGN_WORD,
        /** Binary noise and the endless digits of a quotient dropped: 4.3899999999999997 is 4.39. */
        FLOAT_NOISE,
        /** The cached value of a formula. */
        FORMULA
    }
}
