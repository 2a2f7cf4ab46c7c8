package huibao.faults;

import huibao.testing.JsonObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a power cut could take back of a run, read from its system calls: after one only that is certain which was
 * forced to disk. Whatever relies on an earlier step has to come after that step was forced.
 */
final class PowerCut {

    private static final String TAKEN = ".huibao-taken-";

    private final Trace trace;
    private final Path inbox;
    private final Path archive;
    private final List<String> dangers = new ArrayList<>();
    private final Map<Path, Integer> written = new HashMap<>();
    private final Map<Path, Integer> forced = new HashMap<>();
    private final Map<Path, Integer> named = new LinkedHashMap<>();
    private final Map<Path, Integer> made = new LinkedHashMap<>();

    private PowerCut(Trace trace) {
        this.trace = trace;
        this.inbox = trace.root().resolve("input/inbox");
        this.archive = trace.root().resolve("input/archive");
    }

    /** Everything that is relied on before it is certain; empty if there is nothing. */
    static List<String> dangers(Trace trace) throws IOException {
        PowerCut cut = new PowerCut(trace);
        for (int at = 0; at < trace.calls().size(); at++) {
            SystemCall call = trace.calls().get(at);
            if (call.succeeded()) {
                cut.follow(call, at);
            }
        }
        List.copyOf(cut.named.keySet()).forEach(file -> cut.namesAreCertain(file, "the end"));
        return cut.dangers;
    }

    private void follow(SystemCall call, int at) throws IOException {
        if (call.writes()) {
            written.put(call.path(), at);
        } else if (call.forces()) {
            forced.put(call.path(), at);
        } else if (call.name().equals("mkdir")) {
            made.put(call.path(), at);
        } else if (call.name().startsWith("rename")) {
            rename(call.path(), call.paths().get(1), at);
        } else if (call.name().startsWith("link")) {
            name(call.path(), call.paths().get(1), at);
        } else if (call.name().startsWith("unlink")) {
            leave(call.path(), at);
        }
    }

    private void rename(Path from, Path to, int at) throws IOException {
        leave(from, at);
        if (!to.getFileName().toString().startsWith(TAKEN)) {
            name(from, to, at);
        }
    }

    private void name(Path from, Path to, int at) throws IOException {
        written.forEach((file, last) -> {
            if (file.startsWith(from) && forced.getOrDefault(file, -1) < last) {
                danger("not forced before it got its name", to);
            }
        });
        made.forEach((folder, since) -> {
            if (to.startsWith(folder) && forced.getOrDefault(parent(folder), -1) < since) {
                danger("in a folder that was not forced", to);
            }
        });
        named.put(to, at);
        if (to.endsWith("manifest.json")) {
            manifest(to);
        }
    }

    /** Before anything else is renamed or removed, what was renamed before is certain to be there. */
    private void leave(Path path, int at) throws IOException {
        if (path.toString().contains(".db-")) {
            written.remove(path);
            return;
        }
        if (path.startsWith(inbox)) {
            taken(path, at);
        }
        List.copyOf(named.keySet()).forEach(file -> namesAreCertain(file, trace.name(path)));
    }

    private void namesAreCertain(Path file, String before) {
        if (forced.getOrDefault(parent(file), -1) < named.getOrDefault(file, -1)) {
            danger("its folder was not forced before " + before, file);
            named.remove(file);
        }
    }

    /** A file leaves the inbox only when its bytes and its receipt are certain to be there. */
    private void taken(Path path, int at) throws IOException {
        for (Path file : below(archive.resolve("receipts"))) {
            Map<String, Object> receipt = JsonObjects.read(Files.readString(file, StandardCharsets.UTF_8));
            String name = path.getFileName().toString();
            boolean own = name.equals(receipt.get("file_name")) || name.equals(TAKEN + receipt.get("number"));
            if (own && (!isCertain(file) || !isCertain(archived(String.valueOf(receipt.get("sha256")))))) {
                danger("left the inbox before its bytes and its receipt were certain", path);
            }
        }
    }

    private Path archived(String hash) throws IOException {
        return below(archive.resolve("files").resolve(hash.substring(0, 2))).stream()
                .filter(file -> file.getFileName().toString().startsWith(hash))
                .findFirst()
                .orElseThrow();
    }

    /** Named and forced, or found there and forced. */
    private boolean isCertain(Path file) {
        int folder = forced.getOrDefault(parent(file), -1);
        return folder > Math.max(named.getOrDefault(file, -1), -1)
                && (named.containsKey(file) || forced.containsKey(file));
    }

    /** Everything listed there is certain, and so is what the figures came from. */
    private void manifest(Path manifest) throws IOException {
        Path output = parent(parent(manifest));
        Path log = output.resolve("huibao.db-wal");
        if (written.getOrDefault(log, -1) > forced.getOrDefault(log, -1)) {
            danger("the registry was not forced before", manifest);
        }
        Map<String, Object> members = JsonObjects.read(Files.readString(manifest, StandardCharsets.UTF_8));
        for (Object entry : (List<?>) Objects.requireNonNull(members.get("files"))) {
            Path file = output.resolve(String.valueOf(((Map<?, ?>) entry).get("path")));
            if (!isCertain(file)) {
                danger("listed in a manifest before it was certain", file);
            }
        }
    }

    private void danger(String what, Path file) {
        dangers.add(what + ": " + trace.name(file));
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.sorted().toList();
        }
    }
}
