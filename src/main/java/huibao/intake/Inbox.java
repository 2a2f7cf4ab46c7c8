package huibao.intake;

import huibao.archive.Archive;
import huibao.archive.ArchiveException;
import huibao.archive.Receipt;
import huibao.archive.Sighting;
import huibao.files.DurableFiles;
import huibao.files.FileFault;
import huibao.intake.Collected.Left;
import huibao.intake.Collected.Why;
import huibao.message.Trouble;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder statisticians drop workbooks in. */
public final class Inbox {

    private static final String TAKEN = ".huibao-taken-";
    private static final int ROUNDS = 3;
    /** How long the end of a file is waited for: a copy may pause, but whoever stops for longer begins anew. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** A file may take one part in so many of the disk's room. */
    private static final int ROOM_SHARE = 2;
    /** Characters of a name that are kept when something has to be put before it. */
    private static final int ENDING = 40;

    private static final Set<String> NOT_OURS = Set.of("thumbs.db", "desktop.ini");

    private final Path folder;
    private final Archive archive;
    private final Duration settle;
    private final long largestForm;
    private final Wholeness wholeness;

    /** Tells by what is in a file whether its end is there; what it holds is no matter of the inbox. */
    @FunctionalInterface
    public interface Wholeness {
        /** Whether its end is missing. */
        boolean isCutShort(Path file) throws IOException;
    }

    /**
     * @param folder the inbox; made if it is not there
     * @param archive where files go
     * @param settle how long a file must stay unchanged before it is taken
     * @param largestForm bytes a form has at most; what is larger cannot be the version before another
     * @param wholeness which files lack their end: they are left for ten minutes after they were last written
     */
    public Inbox(Path folder, Archive archive, Duration settle, long largestForm, Wholeness wholeness) {
        this.folder = folder;
        this.archive = archive;
        this.settle = settle;
        this.largestForm = largestForm;
        this.wholeness = wholeness;
    }

    /** Whether anything waits that a run would look at. */
    public boolean isWaiting() {
        return !waiting().isEmpty();
    }

    /**
     * What a run would look at: an identity of each arrival, which is another once the file is changed, and once its
     * end is not waited for any longer.
     */
    public Set<String> waiting() {
        try {
            return candidates(new ArrayList<>()).stream()
                    .map(sighting -> sighting.arrival() + (isYoung(sighting) ? "|young" : ""))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new ArchiveException(Trouble.of("inbox.not_listed", "folder", folder, "reason", FileFault.of(e)), e);
        }
    }

    /**
     * Takes every settled regular file into the archive in the order in which they came into the folder, as the system
     * saw it and no sender's clock, then by name. Behind a form for which there is
     * no room all later files wait: taken before it they would count as older versions than it.
     *
     * @param at stated time, for the receipts
     * @param until of what came after it nothing is taken or said; empty to take everything
     * @throws ArchiveException if inbox or archive cannot be used; files not yet taken stay in the inbox
     */
    public Collected collect(Instant at, Optional<Instant> until) {
        try {
            Files.createDirectories(folder);
            archive.prepare();
            recover();
            List<Left> left = new ArrayList<>();
            List<Receipt> receipts = new ArrayList<>();
            boolean full = false;
            for (Sighting sighting : settled(left)) {
                if (until.isPresent() && sighting.changed().toInstant().isAfter(until.get())) {
                    continue;
                }
                Optional<Why> stays = full ? Optional.of(Why.BEHIND_ANOTHER) : take(sighting, at, receipts);
                stays.ifPresent(why -> left.add(new Left(FileNames.of(sighting.path()), why)));
                full = full || (stays.equals(Optional.of(Why.NO_ROOM)) && sighting.size() <= largestForm);
            }
            left.sort(Comparator.comparing(Left::name));
            return new Collected(receipts, left);
        } catch (IOException e) {
            throw new ArchiveException(Trouble.of("inbox.not_taken", "folder", folder, "reason", FileFault.of(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(Trouble.of("inbox.interrupted", "folder", folder), e);
        }
    }

    /** Takes exactly what was seen; why it stays if it does. */
    private Optional<Why> take(Sighting sighting, Instant at, List<Receipt> receipts) throws IOException {
        String arrival = sighting.arrival();
        Optional<Receipt> earlier = archive.receiptOf(arrival);
        if (earlier.isPresent()) {
            archive.assure(earlier.get());
            remove(sighting, earlier.get());
            return Optional.empty();
        }
        if (sighting.size() > archive.room() / ROOM_SHARE) {
            return Optional.of(Why.NO_ROOM);
        }
        // Opening a pipe that came into a file's place would wait for ever.
        if (!isStill(sighting)) {
            return Optional.of(Why.STILL_CHANGING);
        }
        Optional<Archive.Staged> staged = copy(sighting);
        if (staged.isEmpty()) {
            return Optional.of(Why.CANNOT_BE_OPENED);
        }
        if (!isStill(sighting) || staged.get().file().size() != sighting.size()) {
            Files.deleteIfExists(staged.get().temporary());
            return Optional.of(Why.STILL_CHANGING);
        }
        if (isYoung(sighting) && wholeness.isCutShort(staged.get().temporary())) {
            Files.delete(staged.get().temporary());
            return Optional.of(Why.CUT_SHORT);
        }
        Receipt receipt = archive.keep(staged.get(), at, arrival);
        receipts.add(receipt);
        remove(sighting, receipt);
        return Optional.empty();
    }

    /** Whether its writer may only be pausing. A time of writing that lies ahead says nothing. */
    private static boolean isYoung(Sighting sighting) {
        Instant now = Instant.now();
        Instant written = sighting.modified().toInstant().isAfter(now)
                ? sighting.changed().toInstant()
                : sighting.modified().toInstant();
        return !written.isAfter(now) && written.isAfter(now.minus(PATIENCE));
    }

    /** The copy; empty if the file cannot be opened or read. What is wrong with the archive is thrown. */
    private Optional<Archive.Staged> copy(Sighting sighting) throws IOException {
        Optional<WatchedStream> opened = open(sighting);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (WatchedStream content = opened.get()) {
            return Optional.of(archive.stage(content, FileNames.of(sighting.path())));
        } catch (IOException e) {
            if (opened.get().isBroken()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<WatchedStream> open(Sighting sighting) throws IOException {
        try {
            return Optional.of(new WatchedStream(Channels.newInputStream(Files.newByteChannel(
                    sighting.path(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))));
        } catch (FileSystemException noPermissionOrGone) {
            return Optional.empty();
        }
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
            Optional<Receipt> taken = receiptOf(path);
            if (taken.isEmpty()) {
                continue;
            }
            Receipt receipt = taken.get();
            Sighting sighting = Sighting.of(path);
            boolean same = receipt.arrival().endsWith("|" + sighting.fileKey())
                    && receipt.file().size() == sighting.size()
                    && receipt.arrival().contains("|" + sighting.modified().toInstant() + "|");
            if (same) {
                archive.assure(receipt);
                DurableFiles.delete(path);
            } else {
                giveBack(path, receipt);
            }
        }
    }

    /** Whose removal a file was; empty for a file that somebody else gave such a name. */
    private Optional<Receipt> receiptOf(Path aside) {
        String number = aside.getFileName().toString().substring(TAKEN.length());
        return number.matches("[1-9][0-9]{0,17}") ? archive.find(Long.parseLong(number)) : Optional.empty();
    }

    private void giveBack(Path aside, Receipt receipt) throws IOException {
        String name = receipt.file().name();
        Path back = folder.resolve(name);
        // A name may be as long as the system allows, and then no longer one can be made of it.
        String ending = name.codePointCount(0, name.length()) <= ENDING
                ? name
                : name.substring(name.offsetByCodePoints(name.length(), -ENDING));
        for (int n = 2; Files.exists(back, LinkOption.NOFOLLOW_LINKS); n++) {
            back = folder.resolve(n + "-" + ending);
        }
        Files.move(aside, back);
    }

    private static boolean isStill(Sighting sighting) throws IOException {
        return Sighting.find(sighting.path()).equals(Optional.of(sighting));
    }

    /** Files that stayed the same for the settle time, in the order in which they came. */
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
        moving.keySet().forEach(path -> left.add(new Left(FileNames.of(path), Why.STILL_CHANGING)));
        settled.sort(Comparator.comparing(Sighting::changed)
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
                left.add(new Left(FileNames.of(path), Why.NOT_A_REGULAR_FILE));
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
