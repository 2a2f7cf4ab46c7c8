package huibao.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Where the parts of an .xls workbook stand in its stream: the workbook's own records, then a part for each sheet, at
 * the place that the workbook states. Excel looks at no other byte. POI reads on from part to part instead, so what
 * stands between, behind, or in another order has to be put right before POI sees it.
 */
final class XlsLayout {

    /**
     * A part of the stream.
     *
     * @param start of its first record
     * @param end of its last
     * @param rows those it writes out, if it says that all others are hidden
     * @param drawn whether pictures, shapes or notes lie over it
     */
    record Part(long start, long end, Optional<BitSet> rows, boolean drawn) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<Long> stated = new ArrayList<>();
    private int styles;
    private int lastStyle;

    /** A part has been gone through. */
    void part(Part part) {
        parts.add(part);
    }

    /** The workbook says that a sheet begins there. */
    void sheetAt(long start) {
        stated.add(start);
    }

    /** A style is defined. */
    void definesStyle() {
        styles++;
    }

    /** A cell names a style. */
    void namesStyle(int style) {
        lastStyle = Math.max(lastStyle, style);
    }

    /** Where the next sheet at or behind a place begins, as the workbook says; -1 if there is none. */
    long nextSheetFrom(long place) {
        return stated.stream()
                .filter(start -> start >= place)
                .min(Comparator.naturalOrder())
                .orElse(-1L);
    }

    /** Whether the workbook lists more sheets than there are. */
    boolean lacksSheets() {
        return parts.size() <= stated.size();
    }

    /** Whether the workbook's sheets begin where it says, so that no other part of the stream is one. */
    boolean isAsStated() {
        return !stated.isEmpty() && stated.stream().allMatch(start -> indexOf(start) > 0);
    }

    private int indexOf(long start) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).start() == start) {
                return i;
            }
        }
        return -1;
    }

    /** The rows a sheet writes out, if it says that all others are hidden; sheets count from 0. */
    Optional<BitSet> rows(int sheet) {
        List<Part> order = inOrder();
        return sheet + 1 < order.size() ? order.get(sheet + 1).rows() : Optional.empty();
    }

    /** Whether pictures, shapes or notes lie over a sheet; sheets count from 0. */
    boolean isDrawn(int sheet) {
        List<Part> order = inOrder();
        return sheet + 1 < order.size() && order.get(sheet + 1).drawn();
    }

    /** The parts in the order in which the workbook lists its sheets. */
    private List<Part> inOrder() {
        if (!isAsStated()) {
            return parts;
        }
        List<Part> order = new ArrayList<>(List.of(parts.get(0)));
        stated.forEach(start -> order.add(parts.get(indexOf(start))));
        return order;
    }

    /** Whether a stream of a size holds nothing but the parts, one behind the other in their order. */
    private boolean isPlain(long size) {
        long end = 0;
        for (Part part : inOrder()) {
            if (part.start() != end) {
                return false;
            }
            end = part.end();
        }
        return end == size;
    }

    /** The folder of a workbook whose stream POI can read on from part to part. */
    DirectoryNode plain(DirectoryNode root, String name, long size) throws IOException {
        return isPlain(size) && lastStyle < styles ? root : mended(root, name, inOrder(), styles);
    }

    /** The same of an encrypted workbook: a byte means something else at another place, so only the end is cut off. */
    DirectoryNode plainOfEncrypted(DirectoryNode root, String name, long size) throws IOException {
        long end = parts.get(parts.size() - 1).end();
        return end == size
                ? root
                : mended(root, name, List.of(new Part(0, end, Optional.empty(), false)), Integer.MAX_VALUE);
    }

    private static DirectoryNode mended(DirectoryNode root, String name, List<Part> kept, int styles)
            throws IOException {
        byte[] bytes;
        try (InputStream in = root.createDocumentInputStream(root.getEntryCaseInsensitive(name))) {
            bytes = in.readAllBytes();
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        for (Part part : kept) {
            plain.write(bytes, (int) part.start(), (int) (part.end() - part.start()));
        }
        byte[] stream = plain.toByteArray();
        XlsStyles.mend(stream, styles);
        DirectoryNode mended = new POIFSFileSystem().getRoot();
        mended.createDocument("Workbook", new ByteArrayInputStream(stream));
        return mended;
    }
}
