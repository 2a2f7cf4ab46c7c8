package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HuibaoTest {

    @Test
    void onlyCommandsWhoseWorkHasATimeTakeAStatedOne() {
        CommandLine program = new CommandLine(new Huibao(), new Huibao.Commands(new StopSignal()));

        assertThat(program.getSubcommands()).hasSizeGreaterThan(10);
        assertThat(program.getSubcommands().entrySet().stream()
                        .filter(command -> command.getValue().getCommandSpec().findOption("--now") != null)
                        .map(command -> command.getKey()))
                .containsExactlyInAnyOrder("run", "remind", "retention");
    }
}
