package huibao.workbook.stream;

import huibao.workbook.CanonicalZip;
import huibao.workbook.PackageParts;
import huibao.workbook.stream.Rows.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of which the library holds everything but the rows. */
public final class StreamedWorkbook {

    private final XSSFWorkbook workbook;
    private final RowSpool spool;
    private final int mostRows;
    /** By name of the sheet's part in the package. */
    private final Map<String, List<Segment>> rows = new HashMap<>();

    /** @param mostRows how many rows a sheet can have */
    public StreamedWorkbook(XSSFWorkbook workbook, RowSpool spool, int mostRows) {
        this.workbook = workbook;
        this.spool = spool;
        this.mostRows = mostRows;
    }

    public XSSFWorkbook workbook() {
        return workbook;
    }

    /** A place for rows of any sheet. */
    public Rows rows() {
        return spool.rows();
    }

    /**
     * Puts rows on a sheet, and those it has no room for on further ones behind it; groups stay together where they
     * can. Every sheet begins with the head.
     */
    public SheetLayout lay(XSSFSheet sheet, Rows head, List<Rows> groups) {
        SheetLayout layout = new SheetLayout(sheet, head, mostRows);
        groups.forEach(layout::add);
        layout.parts()
                .forEach(part -> rows.put(
                        part.sheet().getPackagePart().getPartName().getName().substring(1), part.segments()));
        return layout;
    }

    /** Writes the whole workbook; the same content gives the same bytes. */
    public void save(Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                CanonicalZip zip = new CanonicalZip(out)) {
            for (Map.Entry<String, byte[]> part : PackageParts.of(workbook).entrySet()) {
                zip.begin(part.getKey());
                List<Segment> segments = rows.get(part.getKey());
                if (segments == null) {
                    zip.write(part.getValue());
                } else {
                    new SheetFrame(part.getValue()).write(zip, spool, segments);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
