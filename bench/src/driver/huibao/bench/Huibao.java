package huibao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The program that is measured, started as its users start it. */
final class Huibao {

    /** Done, and done with some submissions returned; the latter is found out by counting. */
    private static final Set<Integer> DONE = Set.of(0, 3);

    private final Path launcher;
    private final Program program;

    /**
     * @param home the folder of the launcher
     */
    Huibao(Path home, Program program) {
        this.launcher = home.resolve("huibao");
        this.program = program;
    }

    /** The same with more options for its virtual machine. */
    Huibao withJavaOptions(String options) {
        return new Huibao(launcher.getParent(), program.with("HUIBAO_JAVA_OPTS", options));
    }

    /**
     * Starts the program once: where it has to be built, or keeps something from its first night, no measurement
     * contains that.
     *
     * @param site a job nothing is sent to
     */
    void begin(Site site, Month month) throws IOException {
        Files.createDirectories(site.inbox());
        run(site, "run", "--period", month.toString());
    }

    /** Runs a command on a job. */
    Usage run(Site site, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(launcher.toString()));
        all.addAll(List.of(command));
        all.addAll(List.of(
                "--job", site.job().toString(),
                "--input", site.input().toString(),
                "--output", site.output().toString()));
        return program.run(all, DONE, program.printed());
    }
}
