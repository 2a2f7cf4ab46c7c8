package huibao.model;

/**
 * How much of one workbook is read before it counts as an accident or an attack. Each number is the most that is
 * still read; a form needs a thousandth of it. Together they keep what reading one file holds in memory below
 * some 60 MB, whatever the file says.
 *
 * @param fileBytes of the file
 * @param xlsBytes of an .xls file, whose format must be held in memory whole
 * @param entries parts of a package
 * @param partBytes of one part, unpacked
 * @param unpackedBytes of all parts read, unpacked
 * @param packingRatio unpacked to packed: deflate ends near 1030, sheets of blank styled rows reach 60
 * @param sheets in a workbook
 * @param cells with content on one sheet; what lies beyond is not looked at
 * @param workbookCells the same over all sheets of a workbook
 * @param columns looked at; what stands further right is passed over like a blank cell
 * @param texts cells may share
 * @param textCharacters of all texts of a workbook together
 * @param seconds reading one workbook may take; 0 ends every reading
 */
public record ReadingLimits(
        long fileBytes,
        long xlsBytes,
        int entries,
        long partBytes,
        long unpackedBytes,
        int packingRatio,
        int sheets,
        int cells,
        int workbookCells,
        int columns,
        int texts,
        int textCharacters,
        int seconds) {

    /** What holds where a job says nothing. */
    public static final ReadingLimits DEFAULT = new ReadingLimits(
            64L << 20,
            16L << 20,
            5_000,
            256L << 20,
            768L << 20,
            400,
            256,
            100_000,
            200_000,
            256,
            500_000,
            16_000_000,
            60);
}
