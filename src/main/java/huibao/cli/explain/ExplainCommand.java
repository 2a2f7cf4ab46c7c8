package huibao.cli.explain;

import huibao.catalogue.Catalogue;
import huibao.cli.ExitCodes;
import huibao.cli.JobOptions;
import huibao.cli.StatusCommand;
import huibao.cli.UsageException;
import huibao.json.Json;
import huibao.lineage.Lineage;
import huibao.lineage.Lineages;
import huibao.lineage.RuleLineage;
import huibao.lineage.Subject;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.store.Registry;
import huibao.wording.Wording;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a code means: a finding or rule; a target, an item or a milestone with the cells beneath it. */
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Parameters(paramLabel = "CODE", arity = "1", descriptionKey = "option.code")
    private String code = "";

    @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period_latest")
    private @Nullable String period;

    @Option(names = "--district", paramLabel = "UNIT", descriptionKey = "option.explain_district")
    private @Nullable String district;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() {
        PrintStream out = JobOptions.outOfManyLines();
        try {
            explain(out);
        } finally {
            out.flush();
        }
        return ExitCodes.DONE;
    }

    private void explain(PrintStream out) {
        Catalogue catalogue = options.catalogue();
        Wording wording = new Wording(catalogue, options.messages(catalogue));
        String wanted = code.strip();
        Subject subject = Subject.find(catalogue, wanted).orElseThrow(() -> unknown(wording, wanted));
        Unit area = Optional.ofNullable(district)
                .map(text -> options.unit(text, catalogue))
                .orElseGet(catalogue::city);
        JobFolders folders = options.published(catalogue);
        if (!Files.exists(folders.database())) {
            define(out, wording, subject);
            return;
        }
        try (Registry registry = Registries.openToRead(catalogue, folders)) {
            if (subject instanceof Subject.OfRule of) {
                RuleLineage lineage = RuleLineage.of(of, catalogue, registry);
                if (json) {
                    out.print(json(wording, lineage));
                } else {
                    new RuleText(wording, out).print(lineage);
                }
                return;
            }
            Period asked = Optional.ofNullable(period)
                    .map(text -> options.period(text, catalogue))
                    .orElseGet(() -> StatusCommand.latest(catalogue, registry));
            Lineage lineage = new Lineages(catalogue, registry, asked).of(subject, area);
            if (json) {
                out.print(json(wording, lineage));
            } else {
                new LineageText(wording, new Page(out, wording)).print(lineage);
            }
        }
    }

    private static UsageException unknown(Wording wording, String code) {
        List<String> near = new NearMisses(wording.catalogue(), wording.messages()).of(code);
        return new UsageException(wording.text("explain.unknown", "code", code, "near", near));
    }

    private void define(PrintStream out, Wording wording, Subject subject) {
        if (json) {
            out.print(json(wording, subject));
        } else if (subject instanceof Subject.OfRule of) {
            new RuleText(wording, out).definition(of);
        } else {
            new DefinitionText(wording, new Page(out, wording)).print(subject);
        }
    }

    private static String json(Wording wording, Object value) {
        return Json.write(value, ExplanationMembers.in(wording.messages()));
    }
}
