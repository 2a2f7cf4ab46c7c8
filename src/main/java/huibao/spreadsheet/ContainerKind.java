package huibao.spreadsheet;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;

/** What an OLE container is that holds no workbook, told by its streams. */
final class ContainerKind {

    private static final Map<String, FileKind> STREAMS = Map.ofEntries(
            Map.entry("WordDocument", FileKind.WORD),
            Map.entry("PowerPoint Document", FileKind.POWERPOINT),
            Map.entry("PP40", FileKind.POWERPOINT),
            Map.entry("PP97_DUALSTORAGE", FileKind.POWERPOINT),
            Map.entry("VisioDocument", FileKind.OTHER_OFFICE),
            Map.entry("Quill", FileKind.OTHER_OFFICE),
            Map.entry("MatOST", FileKind.WORKS),
            Map.entry("WksSSWorkBook", FileKind.WORKS),
            Map.entry("NativeContent_MAIN", FileKind.QUATTRO),
            Map.entry("Lotus123", FileKind.LOTUS),
            Map.entry("StarCalcDocument", FileKind.OPEN_OFFICE_CALC),
            Map.entry("StarWriterDocument", FileKind.OPEN_DOCUMENT),
            Map.entry("StarDrawDocument", FileKind.OPEN_DOCUMENT),
            Map.entry("StarDrawDocument3", FileKind.OPEN_DOCUMENT),
            Map.entry("HwpSummaryInformation", FileKind.OTHER_OFFICE),
            Map.entry("Catalog", FileKind.PICTURE),
            Map.entry("__nameid_version1.0", FileKind.E_MAIL),
            Map.entry("__properties_version1.0", FileKind.E_MAIL));

    private static final String PERFECT_OFFICE = "PerfectOffice_MAIN";
    /** The first record of a table: 0, two bytes long. */
    private static final int TABLE_START = 0x0000_0200;

    private ContainerKind() {}

    static FileKind of(DirectoryNode root) throws IOException {
        List<String> names = List.copyOf(root.getEntryNames());
        for (Map.Entry<String, FileKind> stream : STREAMS.entrySet()) {
            if (names.contains(stream.getKey())) {
                return stream.getValue();
            }
        }
        if (root.hasEntry(PERFECT_OFFICE) && root.getEntry(PERFECT_OFFICE) instanceof DocumentEntry main) {
            return ofPerfectOffice(root, main);
        }
        return names.stream().anyMatch(name -> name.startsWith("ET")) ? FileKind.ET : FileKind.OLE;
    }

    private static FileKind ofPerfectOffice(DirectoryNode root, DocumentEntry main) throws IOException {
        try (DataInputStream in = new DataInputStream(root.createDocumentInputStream(main))) {
            boolean isTable = main.getSize() >= Integer.BYTES && in.readInt() == TABLE_START;
            return isTable ? FileKind.QUATTRO : FileKind.OTHER_OFFICE;
        }
    }
}
