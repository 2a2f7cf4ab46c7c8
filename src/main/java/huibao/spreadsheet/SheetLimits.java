package huibao.spreadsheet;

/** Limits that are the format's or the form's own, so that no job has to set them. */
public final class SheetLimits {

    /** Names and positions of all parts, packed as the directory of the package. */
    static final long DIRECTORY_BYTES = 4L << 20;
    /** Below this a high ratio is harmless. */
    static final long RATIO_GRACE_BYTES = 4L << 20;
    /** One tag or one text of a part; the longest text of a cell takes a third of it. */
    static final long MARKUP_BYTES = 1L << 20;
    /** Different names of elements, attributes and prefixes in one part: OOXML has some hundreds. */
    static final int XML_NAMES = 1_000;

    static final int XML_DEPTH = 64;
    static final int RELATIONS = 10_000;

    /** Records of an .xls file and the blank cells packed into them: all become objects. */
    static final int XLS_RECORDS = 1_000_000;
    /** How an encrypted package says what it is encrypted with. */
    static final int ENCRYPTION_BYTES = 1 << 16;
    /** Rounds of hashing a password; Excel writes 100 000. */
    static final int PASSWORD_ROUNDS = 1_000_000;

    /** Merged regions of a workbook. */
    static final int MERGES = 200_000;
    /** How far a caption is taken to spread. */
    public static final int CAPTION_COLUMNS = 256;
    /** No item is called by a longer name. */
    public static final int NAME_CHARS = 200;
    /** No office program takes a longer name for a sheet, or a longer number format. */
    static final int SHEET_NAME_CHARS = 100;

    static final int FORMAT_CHARS = 255;

    static final int COMMENTS = 20_000;
    static final int CELL_CHARS = 32_767;
    static final int STYLES = 70_000;
    /** Formulas of one sheet that other cells share. */
    static final int SHARED_FORMULAS = 10_000;
    /** Defined names of ours; a form has five. */
    public static final int STAMP_NAMES = 64;
    /** What reading can have to say of one workbook before it is no form. */
    public static final int FINDINGS = 1_000;
    /** Text in a finding is cut here. */
    static final int SHOWN_CHARS = 120;
    /** No figure is longer. */
    public static final int FIGURE_CHARS = 80;

    public static final int DECIMALS = 12;
    public static final int INTEGER_DIGITS = 26;

    private SheetLimits() {}

    /**
     * Ends the reading of a workbook that passed a limit.
     *
     * @throws ExceededException unless it is within
     */
    public static void require(boolean within, Bound what, long limit) {
        if (!within) {
            throw new ExceededException(what, limit);
        }
    }

    /** A limit was passed: the file is too large, not broken. */
    public static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Bound what;
        private final long limit;
        private final String sheet;

        ExceededException(Bound what, long limit) {
            this(what, limit, "");
        }

        private ExceededException(Bound what, long limit, String sheet) {
            super(what.code() + " above " + limit);
            this.what = what;
            this.limit = limit;
            this.sheet = sheet;
        }

        /** The same, passed while a sheet was read. */
        ExceededException on(Grid grid) {
            return new ExceededException(what, limit, grid.name());
        }

        /** The sheet that was being read; empty if none was. */
        public String sheet() {
            return sheet;
        }

        public Bound what() {
            return what;
        }

        public long limit() {
            return limit;
        }
    }
}
