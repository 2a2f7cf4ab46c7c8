package huibao.testing;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The program with a safeguard taken out, made at test time: a control that shows that a test notices. The classes
 * of the changed sources lie in a folder to be put first on the class path; what is shipped knows nothing of it.
 */
public final class MutatedBuild {

    private static final Path SOURCES = Path.of("src/main/java");

    private final Path folder;

    private MutatedBuild(Path folder) {
        this.folder = folder;
    }

    /** A build in which nothing is changed yet. */
    public static MutatedBuild in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.createDirectories(folder.resolve("classes"));
        return new MutatedBuild(folder);
    }

    /**
     * Changes one place of one source file, and compiles it. A file may be changed more than once.
     *
     * @param source below {@code src/main/java}, like {@code huibao/files/DurableFiles.java}
     * @param original text that stands in it exactly once
     * @throws IllegalStateException if the change does not apply or does not compile: the control is out of date
     */
    public MutatedBuild with(String source, String original, String replacement) throws IOException {
        Path changed = folder.resolve("sources").resolve(source);
        String text =
                Files.readString(Files.exists(changed) ? changed : SOURCES.resolve(source), StandardCharsets.UTF_8);
        int at = text.indexOf(original);
        if (at < 0 || text.indexOf(original, at + 1) >= 0) {
            throw new IllegalStateException(
                    source + ": expected exactly once, found " + (at < 0 ? "nowhere" : "more often") + ": " + original);
        }
        Files.createDirectories(Objects.requireNonNull(changed.getParent()));
        Files.writeString(
                changed,
                text.substring(0, at) + replacement + text.substring(at + original.length()),
                StandardCharsets.UTF_8);
        compile(changed);
        return this;
    }

    /** The folder to be put before {@code target/huibao.jar}. */
    public Path classes() {
        return folder.resolve("classes");
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(source);
            List<String> options = List.of(
                    "-nowarn",
                    "-proc:none",
                    "-parameters",
                    "--release",
                    "17",
                    "-d",
                    classes().toString(),
                    "-cp",
                    String.join(File.pathSeparator, classes().toString(), "target/huibao.jar"));
            if (!compiler.getTask(said, files, null, options, null, units).call()) {
                throw new IllegalStateException(source + " does not compile: " + said);
            }
        }
    }
}
