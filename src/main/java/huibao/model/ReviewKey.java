package huibao.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What ties a row of the sheet 审核结果 to its finding, in a hidden column: sorting, filtering and deleting rows,
 * another language or another program leave it as it is.
 *
 * @param about unit and period of the returned form, as {@link #about(UnitCode, Period)} has it; empty if unknown
 * @param rule the finding's rule
 * @param item the finding's item, if one
 * @param shown digest of the explanation the row was handed out with, by which a text typed there can be told
 *     from one that only stands there still; empty if it was blank
 * @param place the finding's first cell as it is written, possibly empty
 */
public record ReviewKey(String about, String rule, Optional<ItemCode> item, String shown, String place) {

    /** Heads the column of the keys, in a hidden row. */
    public static final String KEY_COLUMN = "HUIBAO_KEY";

    /** Heads the column explanations are typed into, in the same hidden row. */
    public static final String EXPLANATION_COLUMN = "HUIBAO_EXPLANATION";

    /** Stands in the first cell of the hidden sheet that remembers how marked cells looked before. */
    public static final String LOOKS_SHEET = "HUIBAO_LOOKS";

    private static final String PREFIX = "HUIBAO:";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 5;

    /** The unit and period a key is about. */
    public static String about(UnitCode unit, Period period) {
        return unit + " " + period;
    }

    /** Twelve hexadecimal digits of a text, spaces and line breaks aside; empty for a blank text. */
    public static String digest(String text) {
        String squeezed = text.replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
        if (squeezed.isEmpty()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(squeezed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** As it stands in the cell. */
    public String text() {
        return PREFIX
                + String.join(SEPARATOR, about, rule, item.map(ItemCode::value).orElse(""), shown, place);
    }

    /** The key a cell holds, if it holds one. */
    public static Optional<ReviewKey> find(String text) {
        String key = text.strip();
        String[] parts = key.startsWith(PREFIX) ? key.split("\\" + SEPARATOR, PARTS) : new String[0];
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReviewKey(
                    parts[0].substring(PREFIX.length()),
                    parts[1],
                    parts[2].isEmpty() ? Optional.empty() : Optional.of(new ItemCode(parts[2])),
                    parts[3],
                    parts[4]));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }
}
