package huibao.submission;

import huibao.model.FindingKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * The parts of a package by name. Works on POI's guarded zip rather than on its package model, because the
 * model refuses what some office programs write (bad core properties, absent content types).
 */
final class XlsxParts implements AutoCloseable {

    static {
        // The guard's default takes a large sheet of blank styled rows for a bomb.
        ZipSecureFile.setMinInflateRatio(1.0 / Limits.INFLATE_RATIO);
    }

    private final ZipSecureFile zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private long unpacked;

    private XlsxParts(ZipSecureFile zip) {
        this.zip = zip;
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            entries.putIfAbsent(key(entry.getName()), entry);
        }
    }

    static XlsxParts open(Path file) throws IOException {
        try {
            return new XlsxParts(new ZipSecureFile(file.toFile()));
        } catch (IOException withoutDirectory) {
            throw Damage.TRUNCATED.refusal();
        }
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** Opens a part, whose end says whether its bytes are those that were packed; empty if the package lacks it. */
    Optional<InputStream> open(String part) throws IOException {
        ZipArchiveEntry entry = entries.get(key(part));
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new RefusedException(FindingKind.ENCRYPTED, "zip");
        }
        unpacked += Math.max(0, entry.getSize());
        if (unpacked > Limits.TOTAL_BYTES) {
            throw new Limits.ExceededException(Bound.UNPACKED_BYTES, Limits.TOTAL_BYTES);
        }
        if (!zip.canReadEntryData(entry)) {
            throw Damage.PACKING.refusal();
        }
        long byRatio = Math.max(Limits.RATIO_GRACE_BYTES, entry.getCompressedSize() * Limits.INFLATE_RATIO);
        InputStream guarded = new BoundedStream(
                new BufferedInputStream(unpacked(entry), 1 << 16),
                Math.min(byRatio, Limits.PART_BYTES),
                Bound.PART_BYTES);
        return Optional.of(new CheckedStream(guarded, entry));
    }

    private InputStream unpacked(ZipArchiveEntry entry) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (IOException damaged) {
            throw Damage.PACKING.refusal();
        }
    }

    /** What the package is if not a workbook this reader takes. */
    RefusedException refusal() {
        Set<String> names = entries.keySet();
        if (has("xl/workbook.bin")) {
            return new RefusedException(FindingKind.UNSUPPORTED_FORMAT, "xlsb");
        }
        if (has("content.xml") && has("mimetype")) {
            return new RefusedException(FindingKind.UNSUPPORTED_FORMAT, "ods");
        }
        if (names.stream().anyMatch(name -> name.startsWith("word/") || name.startsWith("ppt/"))) {
            return new RefusedException(FindingKind.NOT_A_WORKBOOK, "office");
        }
        return new RefusedException(FindingKind.UNSUPPORTED_FORMAT, FileKind.ZIP.label());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String key(String part) {
        String name = part.replace('\\', '/').toLowerCase(Locale.ROOT);
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
