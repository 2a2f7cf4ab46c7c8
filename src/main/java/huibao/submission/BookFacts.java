package huibao.submission;

import huibao.spreadsheet.Book;
import huibao.spreadsheet.Epoch;
import huibao.spreadsheet.Recalculation;

/**
 * What of a workbook bears on every figure in it.
 *
 * @param epoch what day 0 of its dates is
 * @param calculation who calculates its formulas
 * @param formulas calculates them again
 */
record BookFacts(Epoch epoch, Book.Calculation calculation, Recalculation formulas) {

    static BookFacts of(Book book) {
        return new BookFacts(book.epoch(), book.calculation(), new Recalculation(book.sheets()));
    }
}
