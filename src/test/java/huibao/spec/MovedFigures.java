package huibao.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;

/** Figures of a form in the wrong column or row, as pasting puts them there. */
record MovedFigures(Sheet sheet) {

    private static final int CODE = 2;
    private static final int VALUE = 4;
    private static final int PRIOR_YEAR = 5;

    /** 本年累计 and 上年同期 change places in the rows from one item to another. */
    void exchange(String first, String last) {
        for (int number : rows(first, last)) {
            Row row = sheet.getRow(number);
            Object value = take(row, VALUE);
            Object prior = take(row, PRIOR_YEAR);
            if (prior != null) {
                put(row, VALUE, prior);
                put(row, PRIOR_YEAR, value);
            } else {
                put(row, VALUE, value);
            }
        }
    }

    /** Both figures of the items from one to another stand in the row of the next item, or of the one before. */
    void shift(String first, String last, int by) {
        List<Integer> all = rows();
        int from = all.indexOf(row(first));
        int to = all.indexOf(row(last));
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(from, to).boxed().toList());
        if (by > 0) {
            Collections.reverse(order);
        }
        for (int place : order) {
            for (int column : List.of(VALUE, PRIOR_YEAR)) {
                put(sheet.getRow(all.get(place + by)), column, take(sheet.getRow(all.get(place)), column));
            }
        }
    }

    private List<Integer> rows(String first, String last) {
        return rows().stream()
                .filter(number -> number >= row(first) && number <= row(last))
                .toList();
    }

    private List<Integer> rows() {
        return IntStream.rangeClosed(0, sheet.getLastRowNum())
                .filter(number -> code(number).matches("T\\d+[AB]?"))
                .boxed()
                .toList();
    }

    private int row(String code) {
        return rows().stream()
                .filter(number -> code(number).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row of " + code));
    }

    private String code(int number) {
        Row row = sheet.getRow(number);
        return row == null
                ? ""
                : row.getCell(CODE, MissingCellPolicy.CREATE_NULL_AS_BLANK).toString();
    }

    private static Object take(Row row, int column) {
        Cell cell = row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
        Object held = cell.getCellType() == CellType.NUMERIC ? (Object) cell.getNumericCellValue() : null;
        cell.setBlank();
        return held;
    }

    private static void put(Row row, int column, Object held) {
        Cell cell = row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (held == null) {
            cell.setBlank();
        } else {
            cell.setCellValue((double) held);
        }
    }
}
