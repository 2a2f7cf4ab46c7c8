package huibao;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.cli.watch.StopSignal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HuibaoTest {

    @Test
    void everyCommandExplainsItselfInBothLanguages() {
        Map<Locale, String> usage = Map.of(Locale.ENGLISH, "Usage: huibao ", Locale.SIMPLIFIED_CHINESE, "用法：huibao ");
        usage.forEach((language, words) -> {
            Map<String, CommandLine> commands =
                    Huibao.commandLine(new StopSignal(), language).getSubcommands();
            assertThat(commands).hasSizeGreaterThan(15);
            commands.forEach((name, command) -> {
                String help = command.getUsageMessage();
                assertThat(help).startsWith(words + name + " ");
                assertThat(help).as(name).doesNotContain("null", "${");
                for (OptionSpec option : command.getCommandSpec().options()) {
                    assertThat(option.description())
                            .as(name + " " + option.longestName())
                            .isNotEmpty();
                }
            });
        });
    }

    @Test
    void onlyCommandsWhoseWorkHasATimeTakeAStatedOne() {
        CommandLine program = Huibao.commandLine(new StopSignal(), Locale.ENGLISH);

        assertThat(program.getSubcommands()).hasSizeGreaterThan(10);
        assertThat(program.getSubcommands().entrySet().stream()
                        .filter(command -> command.getValue().getCommandSpec().findOption("--now") != null)
                        .map(command -> command.getKey()))
                .containsExactlyInAnyOrder("run", "remind", "retention");
    }
}
