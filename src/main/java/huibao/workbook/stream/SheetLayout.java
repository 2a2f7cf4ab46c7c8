package huibao.workbook.stream;

import huibao.workbook.stream.Rows.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Which rows stand on which sheet: a sheet that is full is continued on the next, which has the same head. */
public final class SheetLayout {

    private final XSSFSheet first;
    private final Rows head;
    private final int mostRows;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Rows, Place> places = new HashMap<>();

    SheetLayout(XSSFSheet first, Rows head, int mostRows) {
        this.first = first;
        this.head = head;
        this.mostRows = mostRows;
        begin(first);
    }

    /** One of the sheets. */
    public static final class Part {

        private final XSSFSheet sheet;
        private final List<Segment> segments = new ArrayList<>();
        private int rows;

        private Part(XSSFSheet sheet) {
            this.sheet = sheet;
        }

        public XSSFSheet sheet() {
            return sheet;
        }

        /** How many rows it has, with its head. */
        public int rows() {
            return rows;
        }

        List<Segment> segments() {
            return segments;
        }

        private void add(Segment segment) {
            segments.add(segment);
            rows += segment.rows();
        }
    }

    /**
     * Where a group of rows begins.
     *
     * @param sheet name of the sheet
     * @param row 0-based
     */
    public record Place(String sheet, int row) {}

    /** The sheets, in order; at least one. */
    public List<Part> parts() {
        return parts;
    }

    /** Where a group stands; empty if it has no rows, or more than one sheet holds. */
    public Optional<Place> place(Rows group) {
        return Optional.ofNullable(places.get(group));
    }

    void add(Rows group) {
        int room = mostRows - head.count();
        Part part = last();
        if (group.count() > mostRows - part.rows() && part.rows() > head.count() && group.count() <= room) {
            part = next();
        }
        if (group.count() > 0 && group.count() <= mostRows - part.rows()) {
            places.put(group, new Place(part.sheet().getSheetName(), part.rows()));
        }
        for (Segment segment : group.segments()) {
            if (segment.rows() > mostRows - part.rows()) {
                part = next();
            }
            part.add(segment);
        }
    }

    private Part last() {
        return parts.get(parts.size() - 1);
    }

    private Part next() {
        XSSFWorkbook workbook = first.getWorkbook();
        String name = first.getSheetName() + "(" + (parts.size() + 1) + ")";
        XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        workbook.setSheetOrder(sheet.getSheetName(), workbook.getSheetIndex(last().sheet()) + 1);
        return begin(sheet);
    }

    private Part begin(XSSFSheet sheet) {
        Part part = new Part(sheet);
        head.segments().forEach(part::add);
        parts.add(part);
        return part;
    }
}
