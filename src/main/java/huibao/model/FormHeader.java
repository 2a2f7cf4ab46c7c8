package huibao.model;

import java.util.Map;
import java.util.Optional;

/**
 * What stands around a form's table.
 *
 * @param formCode 表号; empty if the form shows none
 * @param validUntil 有效期至 as typed; empty if the form shows none
 * @param stamp the hidden names of our own forms, if present and untampered
 * @param signatures 单位负责人, 统计负责人, 填表人, 联系电话, 报出日期 → what is filled in, by the label without spaces
 * @param places where those labels stand on the form, filled in or not
 * @param generalExplanation what is written beside 其他说明: it explains findings that have no row
 * @param synthetic whether the form says of itself that its figures are synthetic
 */
public record FormHeader(
        String formCode,
        String validUntil,
        Optional<FormStamp> stamp,
        Map<String, String> signatures,
        Map<String, CellRef> places,
        String generalExplanation,
        boolean synthetic) {

    public FormHeader {
        signatures = Map.copyOf(signatures);
        places = Map.copyOf(places);
    }

    /** Who filled in the form (填表人); empty if nobody says so. */
    public String filledInBy() {
        return signatures.getOrDefault("填表人", "").strip();
    }
}
