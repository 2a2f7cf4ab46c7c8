package huibao.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of the resource folder, one per file. */
final class Statements {

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Statements() {}

    /** @param name of a file; what has blanks is a statement itself */
    static String text(String name) {
        return name.indexOf(' ') >= 0 ? name : TEXTS.computeIfAbsent(name, Statements::load);
    }

    private static String load(String name) {
        try (InputStream in = Statements.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("no statement " + name + ".sql");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".sql", e);
        }
    }
}
