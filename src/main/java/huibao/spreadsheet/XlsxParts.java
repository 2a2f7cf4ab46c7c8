package huibao.spreadsheet;

import huibao.model.FindingKind;
import huibao.model.ReadingLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a package by name. Works on the zip rather than on POI's package model, because the model refuses
 * what some office programs write (bad core properties, absent content types). Nothing is ever unpacked to disk.
 */
final class XlsxParts implements AutoCloseable {

    /** The longest media type of an OpenDocument file is far shorter. */
    private static final int TYPE_BYTES = 100;

    private final ZipFile zip;
    private final Allowance allowance;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

    private XlsxParts(ZipFile zip, Allowance allowance) {
        this.zip = zip;
        this.allowance = allowance;
    }

    static XlsxParts open(Path file, Allowance allowance) throws IOException {
        ZipCensus.check(file, allowance);
        XlsxParts parts = new XlsxParts(zip(file), allowance);
        boolean good = false;
        try {
            parts.list();
            good = true;
            return parts;
        } finally {
            if (!good) {
                parts.close();
            }
        }
    }

    /** The package without what stands behind it; if its end is odd, the library may still find it. */
    private static ZipFile zip(Path file) throws IOException {
        OptionalLong end;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            end = ZipEnd.of(channel);
        }
        FileHead whole = FileHead.of(file, end.orElse(Files.size(file)));
        boolean good = false;
        try {
            ZipFile zip = ZipFile.builder().setSeekableByteChannel(whole).get();
            good = true;
            return zip;
        } catch (IOException failed) {
            if (end.isEmpty()) {
                throw Damage.TRUNCATED.refusal();
            }
            throw failed;
        } finally {
            if (!good) {
                whole.close();
            }
        }
    }

    /** Names every part, and refuses a package in which two programs could find different ones. */
    private void list() throws IOException {
        NavigableMap<Long, ZipArchiveEntry> places = new TreeMap<>();
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            String key = key(entry.getName());
            if (List.of(key.split("/")).contains("..")) {
                throw Damage.NAMES.refusal();
            }
            boolean isFirst = entries.putIfAbsent(key, entry) == null;
            boolean isAlone = places.putIfAbsent(entry.getLocalHeaderOffset(), entry) == null;
            if (!isFirst || !isAlone) {
                throw Damage.REPEATED.refusal();
            }
        }
        long free = 0;
        for (Map.Entry<Long, ZipArchiveEntry> place : places.entrySet()) {
            if (place.getKey() < free) {
                throw Damage.REPEATED.refusal();
            }
            free = place.getKey() + Math.max(0, place.getValue().getCompressedSize());
        }
    }

    Allowance allowance() {
        return allowance;
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
        if (!zip.canReadEntryData(entry)) {
            throw Damage.PACKING.refusal();
        }
        return Optional.of(new CheckedStream(bounded(entry), entry));
    }

    private InputStream bounded(ZipArchiveEntry entry) throws IOException {
        ReadingLimits limits = allowance.limits();
        long byRatio = Math.max(SheetLimits.RATIO_GRACE_BYTES, entry.getCompressedSize() * limits.packingRatio());
        InputStream unpacked = new BufferedInputStream(unpacked(entry), 1 << 16);
        return byRatio < limits.partBytes()
                ? new BoundedStream(unpacked, byRatio, Bound.PACKING_RATIO, allowance)
                : new BoundedStream(unpacked, limits.partBytes(), Bound.PART_BYTES, allowance);
    }

    private InputStream unpacked(ZipArchiveEntry entry) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (IOException damaged) {
            throw Damage.PACKING.refusal();
        }
    }

    /** What the package is if not a workbook this reader takes. */
    RefusedException refusal() throws IOException {
        Set<String> names = entries.keySet();
        Optional<RefusedException> other = OtherPackage.among(names);
        if (other.isPresent()) {
            return other.get();
        }
        if (OtherPackage.isOpenDocument(names)) {
            try (InputStream in = open("mimetype").orElseThrow(Damage.PARTS::refusal)) {
                return OtherPackage.openDocument(new String(in.readNBytes(TYPE_BYTES), StandardCharsets.US_ASCII));
            }
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
