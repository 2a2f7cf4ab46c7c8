package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.model.Period;
import huibao.model.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Synthetic submissions of every unit, openly called synthetic. */
@Command(name = "sample")
public final class SampleCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--period", paramLabel = "P", required = true, descriptionKey = "option.period_required")
    private String period = "";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "2023", descriptionKey = "option.seed")
    private long seed = 2023;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = options.catalogue();
        Period wanted = options.period(period, catalogue);
        SyntheticForms forms = new SyntheticForms(catalogue, options.messages(catalogue), seed);
        Path inbox = options.folders(catalogue).inbox();
        for (Unit unit : catalogue.units()) {
            Path file = inbox.resolve(TemplateCommand.fileName(unit, wanted));
            SyntheticForms.drop(file, forms.write(unit, wanted), wanted);
            JobOptions.out().println(file);
        }
        return ExitCodes.DONE;
    }
}
