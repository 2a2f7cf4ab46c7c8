package huibao.submission;

import java.io.IOException;

/** How much of a file is looked at. A form needs a thousandth of this; more is an accident or an attack. */
final class Limits {

    static final long FILE_BYTES = 64L << 20;
    /** The .xls reader holds the whole workbook in memory. */
    static final long XLS_BYTES = 16L << 20;
    /** One part of the package, unpacked. */
    static final long PART_BYTES = 256L << 20;
    /** All parts read, unpacked. */
    static final long TOTAL_BYTES = 768L << 20;
    /** Unpacked to packed: deflate ends near 1030, sheets of blank styled rows reach 60. */
    static final long INFLATE_RATIO = 400;
    /** Below this a high ratio is harmless. */
    static final long RATIO_GRACE_BYTES = 4L << 20;

    static final int SHEETS = 256;
    /** Cells with content kept of one sheet; what lies beyond is not looked at. */
    static final int CELLS = 100_000;

    static final int MERGES = 4_000;
    /** How far a caption is taken to spread. */
    static final int CAPTION_COLUMNS = 256;
    /** No item is called by a longer name. */
    static final int NAME_CHARS = 200;

    static final int COMMENTS = 20_000;
    static final int STRING_CHARS = 20_000_000;
    static final int STRINGS = 2_000_000;
    static final int CELL_CHARS = 32_767;
    static final int XML_DEPTH = 64;
    static final int STYLES = 70_000;
    /** Text in a finding is cut here. */
    static final int SHOWN_CHARS = 120;
    /** No figure is longer. */
    static final int FIGURE_CHARS = 80;

    static final int DECIMALS = 12;
    static final int INTEGER_DIGITS = 26;

    private Limits() {}

    /** A limit was passed: the file is too large, not broken. */
    static final class ExceededException extends IOException {

        private final Bound what;
        private final long limit;

        ExceededException(Bound what, long limit) {
            super(what.code() + " above " + limit);
            this.what = what;
            this.limit = limit;
        }

        Bound what() {
            return what;
        }

        long limit() {
            return limit;
        }
    }
}
