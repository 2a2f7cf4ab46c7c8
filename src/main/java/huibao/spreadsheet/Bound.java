package huibao.spreadsheet;

import java.util.Locale;

/** What there can be too much of in a file; texts say it in words. */
public enum Bound {
    FILE_BYTES,
    XLS_BYTES,
    ENTRIES,
    UNPACKED_BYTES,
    PART_BYTES,
    PACKING_RATIO,
    SHEETS,
    CELLS,
    WORKBOOK_CELLS,
    TEXTS,
    TEXT_CHARACTERS,
    CELL_CHARACTERS,
    MARKUP,
    NAMES,
    NESTING,
    RECORDS,
    MERGES,
    PASSWORD_ROUNDS,
    FINDINGS,
    SECONDS;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
