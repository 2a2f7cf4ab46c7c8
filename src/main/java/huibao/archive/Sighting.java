package huibao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A file in the inbox as seen at one moment; two equal sightings mean that nobody wrote in between.
 *
 * @param path where it is
 * @param size in bytes
 * @param modified last modification
 * @param changed last change of the inode where the system tells (also set by a rename), else the later of {@code
 *     modified} and when the file was made: a copy keeps the former
 * @param fileKey the system's identity of the file, possibly empty
 */
public record Sighting(Path path, long size, FileTime modified, FileTime changed, String fileKey) {

    private static final int PARTS = 5;

    public static Sighting of(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Sighting(
                path,
                attributes.size(),
                attributes.lastModifiedTime(),
                changed(path, attributes),
                attributes.fileKey() == null ? "" : attributes.fileKey().toString());
    }

    /** The sighting; empty if the file has gone, or something else than a file has come into its place. */
    public static Optional<Sighting> find(Path path) throws IOException {
        try {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Optional.of(of(path)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static FileTime changed(Path path, BasicFileAttributes attributes) throws IOException {
        try {
            return (FileTime) Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            FileTime made = attributes.creationTime();
            return made.compareTo(attributes.lastModifiedTime()) > 0 ? made : attributes.lastModifiedTime();
        }
    }

    /** When the file of an arrival was last changed; empty if it is not written as {@link #arrival} writes it. */
    static Optional<Instant> changed(String arrival) {
        String[] parts = arrival.split("\\|", -1);
        try {
            // From the end: a name may hold anything.
            return parts.length < PARTS ? Optional.empty() : Optional.of(Instant.parse(parts[parts.length - 2]));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Tells this arrival of the file from any other. */
    public String arrival() {
        return String.join(
                "|",
                path.getFileName().toString(),
                Long.toString(size),
                modified.toInstant().toString(),
                changed.toInstant().toString(),
                fileKey);
    }
}
