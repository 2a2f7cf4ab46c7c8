package huibao.intake;

import huibao.files.DurableFiles;
import huibao.intake.Collected.Left;
import huibao.intake.Collected.Why;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder statisticians drop workbooks in. */
public final class Inbox {

    private static final String TAKEN = ".huibao-taken-";
    private static final int ROUNDS = 3;
    private static final Set<String> NOT_OURS = Set.of("thumbs.db", "desktop.ini");

    private final Path folder;
    private final Archive archive;
    private final Duration settle;

    /**
     * @param folder the inbox; made if it is not there
     * @param archive where files go
     * @param settle how long a file must stay unchanged before it is taken
     */
    public Inbox(Path folder, Archive archive, Duration settle) {
        this.folder = folder;
        this.archive = archive;
        this.settle = settle;
    }

    /** Whether anything waits that a run would look at. */
    public boolean isWaiting() {
        try {
            return !candidates(new ArrayList<>()).isEmpty();
        } catch (IOException e) {
            throw new IntakeException("cannot list the inbox " + folder + ": " + e, e);
        }
    }

    /**
     * Takes every settled regular file into the archive, oldest first, then by name.
     *
     * @param at stated time, for the receipts
     * @throws IntakeException if inbox or archive cannot be used; files not yet taken stay in the inbox
     */
    public Collected collect(Instant at) {
        try {
            Files.createDirectories(folder);
            recover();
            List<Left> left = new ArrayList<>();
            List<Receipt> receipts = new ArrayList<>();
            for (Sighting sighting : settled(left)) {
                take(sighting, at, receipts, left);
            }
            left.sort(Comparator.comparing(Left::name));
            return new Collected(receipts, left);
        } catch (IOException e) {
            throw new IntakeException(
                    "cannot move files from " + folder + " into the archive: " + e
                            + "; check free space and permissions, then run again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeException("interrupted while waiting for files in " + folder + " to settle", e);
        }
    }

    private void take(Sighting sighting, Instant at, List<Receipt> receipts, List<Left> left) throws IOException {
        String name = sighting.path().getFileName().toString();
        String arrival = sighting.arrival();
        if (archive.receiptOf(arrival).isEmpty()) {
            Archive.Staged staged;
            try (InputStream content = Channels.newInputStream(Files.newByteChannel(
                    sighting.path(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
                staged = archive.stage(content, name);
            } catch (AccessDeniedException e) {
                left.add(new Left(name, Why.CANNOT_BE_OPENED));
                return;
            } catch (NoSuchFileException e) {
                return;
            }
            if (!isStill(sighting) || staged.file().size() != sighting.size()) {
                left.add(new Left(name, Why.STILL_CHANGING));
                Files.deleteIfExists(staged.temporary());
                return;
            }
            receipts.add(archive.keep(staged, at, arrival));
        }
        remove(sighting, archive.receiptOf(arrival).orElseThrow());
    }

    /** Removes what is archived, and only that: a file put there meanwhile under the same name stays. */
    private void remove(Sighting sighting, Receipt receipt) throws IOException {
        if (!isStill(sighting)) {
            return;
        }
        Path aside = folder.resolve(TAKEN + receipt.number());
        Files.move(sighting.path(), aside);
        Sighting moved = Sighting.of(aside);
        boolean same = moved.fileKey().equals(sighting.fileKey())
                && moved.size() == sighting.size()
                && moved.modified().equals(sighting.modified());
        if (same) {
            Files.delete(aside);
            DurableFiles.forceFolder(folder);
        } else {
            giveBack(aside, receipt);
        }
    }

    /** Finishes removals that a crash interrupted. */
    private void recover() throws IOException {
        List<Path> aside = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder)) {
            listed.filter(path -> path.getFileName().toString().startsWith(TAKEN))
                    .forEach(aside::add);
        }
        for (Path path : aside) {
            Receipt receipt =
                    archive.require(Long.parseLong(path.getFileName().toString().substring(TAKEN.length())));
            Sighting sighting = Sighting.of(path);
            boolean same = receipt.arrival().endsWith("|" + sighting.fileKey())
                    && receipt.file().size() == sighting.size()
                    && receipt.arrival().contains("|" + sighting.modified().toInstant() + "|");
            if (same) {
                Files.delete(path);
            } else {
                giveBack(path, receipt);
            }
        }
    }

    private void giveBack(Path aside, Receipt receipt) throws IOException {
        Path back = folder.resolve(receipt.file().name());
        for (int n = 2; Files.exists(back, LinkOption.NOFOLLOW_LINKS); n++) {
            back = folder.resolve(n + "-" + receipt.file().name());
        }
        Files.move(aside, back);
    }

    private static boolean isStill(Sighting sighting) throws IOException {
        return Sighting.find(sighting.path()).equals(Optional.of(sighting));
    }

    /** Files that stayed the same for the settle time, oldest first. */
    private List<Sighting> settled(List<Left> left) throws IOException, InterruptedException {
        Map<Path, Sighting> moving = new TreeMap<>();
        List<Sighting> settled = new ArrayList<>();
        sort(candidates(left), settled, moving);
        for (int round = 0; round < ROUNDS && !moving.isEmpty(); round++) {
            Thread.sleep(settle.toMillis());
            List<Sighting> again = new ArrayList<>();
            for (Sighting before : List.copyOf(moving.values())) {
                moving.remove(before.path());
                Sighting.find(before.path()).ifPresent(now -> (now.equals(before) ? settled : again).add(now));
            }
            again.forEach(sighting -> moving.put(sighting.path(), sighting));
        }
        moving.keySet().forEach(path -> left.add(new Left(path.getFileName().toString(), Why.STILL_CHANGING)));
        settled.sort(Comparator.comparing(Sighting::modified)
                .thenComparing(sighting -> sighting.path().getFileName().toString()));
        return settled;
    }

    /** A file untouched for long enough is settled at first sight; the others are watched. */
    private void sort(List<Sighting> seen, List<Sighting> settled, Map<Path, Sighting> moving) {
        Instant limit = Instant.now().minus(settle);
        for (Sighting sighting : seen) {
            if (sighting.modified().toInstant().isBefore(limit)
                    && sighting.changed().toInstant().isBefore(limit)) {
                settled.add(sighting);
            } else {
                moving.put(sighting.path(), sighting);
            }
        }
    }

    private List<Sighting> candidates(List<Left> left) throws IOException {
        List<Sighting> seen = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return seen;
        }
        try (Stream<Path> listed = Files.list(folder)) {
            listed.sorted().forEach(paths::add);
        }
        for (Path path : paths) {
            String name = path.getFileName().toString();
            if (isTemporary(name)) {
                continue;
            }
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                Sighting.find(path).ifPresent(seen::add);
            } else {
                left.add(new Left(name, Why.NOT_A_REGULAR_FILE));
            }
        }
        return seen;
    }

    /** Files programs leave while they work, and what systems put everywhere. */
    private static boolean isTemporary(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || lower.startsWith("~$")
                || lower.endsWith(".tmp")
                || lower.endsWith(".part")
                || lower.endsWith(".crdownload")
                || NOT_OURS.contains(lower);
    }
}
