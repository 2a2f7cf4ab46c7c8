package huibao.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The styles that the cells of an .xls workbook name. One that the workbook does not define shows a figure as it is;
 * POI fails on it, so before POI sees it such a cell is given the first, which is everybody's.
 */
final class XlsStyles {

    /** Where the first of them stands in a record. */
    static final int CELL_STYLE_AT = 4;

    /** Defines a style. */
    static final int STYLE = 0xE0;

    private static final int HEAD_BYTES = 4;

    private XlsStyles() {}

    /** How far apart styles stand in a record: 0 if it names one, less if it names none. */
    static int step(int record) {
        return switch (record) {
            case 0x06, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x27E -> 0;
            case 0xBD -> 6;
            case 0xBE -> 2;
            default -> -1;
        };
    }

    /** How many styles a record names, from its fifth byte on, each so many bytes behind the one before. */
    static int count(int record, int length) {
        int step = step(record);
        int behind = length - CELL_STYLE_AT - Short.BYTES;
        if (step < 0 || behind < 0) {
            return 0;
        }
        return step == 0 ? 1 : behind / step;
    }

    /** Gives the first style to every cell of a stream that names one from a number on. */
    static void mend(byte[] stream, int defined) {
        ByteBuffer bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at + HEAD_BYTES <= stream.length) {
            int record = Short.toUnsignedInt(bytes.getShort(at));
            int length = Short.toUnsignedInt(bytes.getShort(at + Short.BYTES));
            for (int i = 0; i < count(record, length); i++) {
                int style = at + HEAD_BYTES + CELL_STYLE_AT + i * step(record);
                if (Short.toUnsignedInt(bytes.getShort(style)) >= defined) {
                    bytes.putShort(style, (short) 0);
                }
            }
            at += HEAD_BYTES + length;
        }
    }
}
