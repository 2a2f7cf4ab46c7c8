package huibao.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a form carries in hidden names so that it can be told from any other.
 *
 * @param form 表号
 * @param period the period it was made for
 * @param unit the unit it was made for
 * @param catalogueHash what it was made from: {@code formHash} of the catalogue, {@code hash} in older forms
 */
public record FormStamp(String form, Period period, UnitCode unit, String catalogueHash) {

    /** Names of the hidden defined names, in the order of the components; the seal comes last. */
    public static final String NAME_FORM = "HUIBAO_FORM";

    public static final String NAME_PERIOD = "HUIBAO_PERIOD";
    public static final String NAME_UNIT = "HUIBAO_UNIT";
    public static final String NAME_CATALOGUE = "HUIBAO_CATALOGUE";
    public static final String NAME_SEAL = "HUIBAO_SEAL";

    /** Sixteen hexadecimal digits that change when any component does: shows tampering, proves no author. */
    public String seal() {
        String text = String.join("\n", "huibao", form, period.toString(), unit.value(), catalogueHash);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
