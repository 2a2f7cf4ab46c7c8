package huibao.testing;

import huibao.model.ReadingLimits;

/** Limits of reading, for tests that pass one. */
public final class Limits {

    private Limits() {}

    /** The usual limits but for one, by the word that a finding names it with. */
    public static ReadingLimits but(String which, int most) {
        ReadingLimits usual = ReadingLimits.DEFAULT;
        return new ReadingLimits(
                which.equals("file-bytes") ? most : usual.fileBytes(),
                usual.xlsBytes(),
                which.equals("entries") ? most : usual.entries(),
                which.equals("part-bytes") ? most : usual.partBytes(),
                which.equals("unpacked-bytes") ? most : usual.unpackedBytes(),
                usual.packingRatio(),
                which.equals("sheets") ? most : usual.sheets(),
                which.equals("cells") ? most : usual.cells(),
                which.equals("workbook-cells") ? most : usual.workbookCells(),
                which.equals("columns") ? most : usual.columns(),
                which.equals("texts") ? most : usual.texts(),
                which.equals("text-characters") ? most : usual.textCharacters(),
                which.equals("seconds") ? most : usual.seconds());
    }
}
