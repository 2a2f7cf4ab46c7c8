package huibao.spreadsheet;

import huibao.model.FindingKind;
import java.util.Locale;

/** What is wrong with a damaged workbook, as far as its sender can use it; texts say it in words. */
public enum Damage {
    /** Its directory is missing or broken: mostly a file that was cut off. */
    TRUNCATED,
    /** A part is not what was packed. */
    CHECKSUM,
    /** A part cannot be unpacked. */
    PACKING,
    /** A part is no good XML. */
    XML,
    /** A part declares a document type, which no workbook does. */
    DOCTYPE,
    /** A part that every workbook has is missing. */
    PARTS,
    /** Two parts of one name, or two that share their bytes: which one counts depends on the program. */
    REPEATED,
    /** One cell is written twice, with different contents. */
    CELLS,
    /** A part's name leads out of the package. */
    NAMES,
    /** It begins with nothing but zeros: room was made for it, and it was never written. */
    ZEROS,
    /** Anything else that a format library cannot take. */
    CONTENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public RefusedException refusal() {
        return new RefusedException(FindingKind.UNREADABLE_WORKBOOK, code());
    }
}
