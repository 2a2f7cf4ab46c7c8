package huibao.submission;

import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Text;
import java.util.Locale;

/**
 * A unified social credit code (统一社会信用代码), GB 32100-2015: 17 characters and one that checks them. It is
 * told whether it holds, never mended: O for 0 and I for 1 are a person's to correct.
 */
final class CreditCode {

    /** Without I, O, S, V and Z; a character's place is its value. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int BASE = 3;

    private CreditCode() {}

    /** Whether the cell's text is one; a number has lost its last digits, whatever it shows. */
    static boolean isValid(Cell cell, String typed) {
        String code = Text.key(typed).toUpperCase(Locale.ROOT).replaceFirst("^['‘’]", "");
        if (cell.kind() == Cell.Kind.NUMBER || code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * BASE % ALPHABET.length();
        }
        int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return ALPHABET.charAt(check) == code.charAt(LENGTH - 1);
    }
}
