package huibao.bench;

import java.io.IOException;
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

    /** Builds the program where that has to be done, so that no measurement contains it. */
    void build() throws IOException {
        program.run(List.of(launcher.toString(), "--version"));
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
