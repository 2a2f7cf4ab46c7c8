package huibao.spreadsheet;

import huibao.model.FindingKind;
import huibao.model.ReadingLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
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
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a package by name. Works on the zip rather than on POI's package model, because the model refuses
 * what some office programs write (bad core properties, absent content types). Nothing is ever unpacked to disk.
 */
final class XlsxParts implements AutoCloseable {

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
        boolean isClear = true;
        boolean leadsOut = false;
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            String key = key(entry.getName());
            leadsOut |= List.of(key.split("/")).contains("..");
            isClear &= entries.putIfAbsent(key, entry) == null;
            isClear &= places.putIfAbsent(entry.getLocalHeaderOffset(), entry) == null;
        }
        // In an archive two names may well be one here: those of old Windows programs come out as question marks.
        if (!PackageKind.isOffice(entries.keySet())) {
            throw refusal();
        }
        if (leadsOut) {
            throw Damage.NAMES.refusal();
        }
        if (!isClear) {
            throw Damage.REPEATED.refusal();
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
        return new RefusedException(PackageKind.of(this, entries.keySet()));
    }

    /**
     * Refuses what is plainly something else before any of it is read.
     *
     * @throws RefusedException if it has no part of a workbook and those of another kind
     */
    void requireNoOther() throws IOException {
        if (entries.keySet().stream().noneMatch(name -> name.startsWith("xl/"))) {
            FileKind kind = PackageKind.of(this, entries.keySet());
            if (kind != FileKind.ZIP) {
                throw new RefusedException(kind);
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static String key(String part) {
        String name = part.replace('\\', '/').toLowerCase(Locale.ROOT);
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
