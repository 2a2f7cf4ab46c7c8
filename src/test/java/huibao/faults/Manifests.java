package huibao.faults;

import huibao.files.Sha256;
import huibao.testing.JsonObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What the manifests of an output folder say.
 *
 * @param output the folder of a job
 * @param listed files by their path below it, with the hash they are to have
 */
record Manifests(Path output, Map<String, String> listed) {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    static Manifests in(Path output) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (Path manifest : below(output)) {
            if (manifest.endsWith("manifest.json")) {
                Object files = JsonObjects.read(Files.readString(manifest, StandardCharsets.UTF_8))
                        .get("files");
                for (Object file : (List<?>) files) {
                    Map<?, ?> members = (Map<?, ?>) file;
                    listed.put(String.valueOf(members.get("path")), String.valueOf(members.get("sha256")));
                }
            }
        }
        return new Manifests(output, listed);
    }

    /** Files that are listed and not there or others, and files that are there and not listed. */
    List<String> gaps() throws IOException {
        List<String> gaps = new ArrayList<>();
        for (Map.Entry<String, String> one : listed.entrySet()) {
            Path file = output.resolve(one.getKey());
            if (!Files.isRegularFile(file)) {
                gaps.add("listed and not there: " + one.getKey());
            } else if (!Sha256.of(file).equals(one.getValue())) {
                gaps.add("not what the manifest says: " + one.getKey());
            }
        }
        for (Path file : below(output)) {
            String name = output.relativize(file).toString();
            boolean published = name.matches("(\\d{4}-Q\\d|notices|parquet)/.*")
                    && !name.endsWith("/manifest.json")
                    && !name.endsWith(".tmp");
            if (published && !listed.containsKey(name)) {
                gaps.add("published and not listed: " + name);
            }
        }
        return gaps;
    }

    /** Whether a file can be read from its first byte to its last. */
    static boolean isWhole(Path file) {
        String name = file.toString();
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (name.endsWith(".xlsx")) {
                return unzips(file);
            }
            if (name.endsWith(".json")) {
                return !JsonObjects.read(new String(bytes, StandardCharsets.UTF_8))
                        .isEmpty();
            }
            if (name.endsWith(".parquet")) {
                return bytes.length > 2 * PARQUET.length
                        && Arrays.equals(Arrays.copyOf(bytes, PARQUET.length), PARQUET)
                        && Arrays.equals(
                                Arrays.copyOfRange(bytes, bytes.length - PARQUET.length, bytes.length), PARQUET);
            }
            return bytes.length > 0 && bytes[bytes.length - 1] == '\n';
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean unzips(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                // Compares each entry's check sum at its end.
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return true;
        } catch (ZipException e) {
            return false;
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
