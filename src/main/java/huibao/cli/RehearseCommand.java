package huibao.cli;

import huibao.bulletin.Rehearsal;
import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Severity;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.store.Registry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rules tried out over everything ever sent. */
@Command(name = "rehearse")
public final class RehearseCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--rule", paramLabel = "CODE", descriptionKey = "option.rule")
    private @Nullable String code;

    @Option(names = "--rules", paramLabel = "FILE", descriptionKey = "option.rules")
    private @Nullable Path file;

    @Option(names = "--severity", paramLabel = "SEVERITY", descriptionKey = "option.severity")
    private @Nullable Severity severity;

    @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period_rehearsed")
    private @Nullable String period;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        List<Rule> rules = rules(catalogue, options.messages(catalogue));
        Optional<Period> only = Optional.ofNullable(period).map(text -> options.period(text, catalogue));
        JobFolders folders = options.usedFolders(catalogue);
        RuleReport report = new RuleReport(options.wording(catalogue));
        PrintStream out = JobOptions.out();
        List<Rehearsal.Result> all = new ArrayList<>();
        try (Registry registry = Registries.openToRead(catalogue, folders)) {
            Rehearsal rehearsal = new Rehearsal(catalogue, registry);
            for (Rule rule : rules) {
                Rehearsal.Result result = rehearsal.run(rule, only);
                all.add(result);
                if (!json) {
                    if (!rule.equals(rules.get(0))) {
                        out.println();
                    }
                    report.print(out, result);
                }
            }
        }
        if (json) {
            out.print(report.json(all));
        }
        return ExitCodes.DONE;
    }

    private List<Rule> rules(Catalogue catalogue, Messages messages) {
        if ((code == null) == (file == null)) {
            throw new UsageException(messages.text("rehearse.which"));
        }
        List<Rule> named = file != null
                ? CatalogueReader.readRules(file, catalogue)
                : catalogue.rules().stream()
                        .filter(rule -> rule.code().equalsIgnoreCase(code))
                        .toList();
        if (named.isEmpty()) {
            throw new UsageException(messages.text("rehearse.unknown", Map.of("found", String.valueOf(code))));
        }
        return named.stream().map(this::weighed).toList();
    }

    private Rule weighed(Rule rule) {
        return severity == null
                ? rule
                : new Rule(rule.code(), rule.kind(), severity, rule.state(), rule.items(), rule.parameters());
    }
}
