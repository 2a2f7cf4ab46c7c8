package huibao.spreadsheet;

import huibao.model.FindingKind;
import java.io.IOException;

/** The bytes cannot be taken as a workbook; says which finding that is. */
public final class RefusedException extends IOException {

    private final FindingKind kind;
    private final String found;

    RefusedException(FindingKind kind, String found) {
        super(kind + ": " + found);
        this.kind = kind;
        this.found = found;
    }

    public FindingKind kind() {
        return kind;
    }

    public String found() {
        return found;
    }
}
