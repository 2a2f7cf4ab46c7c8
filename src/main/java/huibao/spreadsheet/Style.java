package huibao.spreadsheet;

/**
 * What of a cell's look bears on its figure.
 *
 * @param numbers what its number format makes of a number
 * @param struck whether its text is struck through
 */
public record Style(NumberFormat numbers, boolean struck) {

    static final Style GENERAL = new Style(NumberFormat.GENERAL, false);
}
