package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.testing.MutatedBuild;
import huibao.testing.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests' way to take a safeguard out of the program does take it out, or says that it cannot. */
class MutatedBuildIT {

    private static final String RUN = "huibao/pipeline/ReportingRun.java";
    private static final String VERSION = "PROGRAM_VERSION = \"0.1.0\"";

    @TempDir
    Path folder;

    @Test
    void runsTheChangedClassInsteadOfTheShippedOne() throws Exception {
        MutatedBuild build = MutatedBuild.in(folder)
                .with("huibao/Huibao.java", "\"huibao \" + ReportingRun.PROGRAM_VERSION", "\"changed\"")
                .with("huibao/Huibao.java", "name = \"huibao\"", "name = \"changed\"");

        assertThat(Program.runMutated(build, "--version").output()).isEqualTo("changed\n");
        assertThat(Program.run("--version").output()).startsWith("huibao ");
    }

    @Test
    void refusesAChangeThatDoesNotApply() throws Exception {
        MutatedBuild build = MutatedBuild.in(folder);
        assertThatThrownBy(() -> build.with(RUN, "no such text", ""))
                .hasMessageContaining("found nowhere: no such text");
        assertThatThrownBy(() -> build.with(RUN, "import", "import")).hasMessageContaining("found more often");
        assertThatThrownBy(() -> build.with(RUN, VERSION, "PROGRAM_VERSION = 1"))
                .hasMessageContaining("does not compile");
    }
}
