package huibao.cli.explain;

import huibao.catalogue.Catalogue;
import huibao.cli.ExitCodes;
import huibao.cli.JobOptions;
import huibao.cli.Page;
import huibao.cli.StatusCommand;
import huibao.cli.UsageException;
import huibao.cli.Wording;
import huibao.json.Json;
import huibao.lineage.Lineages;
import huibao.model.Item;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.store.Registry;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
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
        Catalogue catalogue = options.catalogue();
        Wording wording = new Wording(catalogue, options.messages(catalogue));
        String wanted = code.strip();
        Subject subject = Subject.find(catalogue, wanted).orElseThrow(() -> unknown(wording, wanted));
        Unit area = Optional.ofNullable(district)
                .map(text -> options.unit(text, catalogue))
                .orElseGet(catalogue::city);
        PrintStream out = JobOptions.out();
        JobFolders folders = options.published(catalogue);
        if (!Files.exists(folders.database())) {
            if (json) {
                out.print(Json.write(new DefinitionJson(wording.messages()).of(subject)));
            } else {
                define(out, wording, subject);
            }
            return ExitCodes.DONE;
        }
        try (Registry registry = Registries.openToRead(catalogue, folders)) {
            if (subject instanceof Subject.OfRule of) {
                explainRule(out, wording, of, registry);
                return ExitCodes.DONE;
            }
            Period asked = Optional.ofNullable(period)
                    .map(text -> options.period(text, catalogue))
                    .orElseGet(() -> StatusCommand.latest(catalogue, registry));
            Lineages trails = new Lineages(catalogue, registry, asked);
            if (json) {
                out.print(Json.write(new LineageJson(catalogue, wording.messages(), trails).of(subject, area)));
            } else {
                explain(new Page(out), wording, subject, trails, area);
            }
        }
        return ExitCodes.DONE;
    }

    private static UsageException unknown(Wording wording, String code) {
        List<String> near = new NearMisses(wording.catalogue(), wording.messages()).of(code);
        return new UsageException(wording.text("explain.unknown", "code", code, "near", wording.joined(near)));
    }

    private static void define(PrintStream out, Wording wording, Subject subject) {
        Page page = new Page(out);
        if (subject instanceof Subject.OfRule of) {
            of.rule().definition(out, wording.messages());
        } else if (subject instanceof Subject.OfTarget of) {
            new TargetExplanation(wording, page).definition(of.target());
        } else if (subject instanceof Subject.OfItem of) {
            new ItemExplanation(wording, page).definition(of.item());
        } else if (subject instanceof Subject.OfMilestone of) {
            new MilestoneExplanation(wording, page).definition(of.milestone());
        }
    }

    private void explainRule(PrintStream out, Wording wording, Subject.OfRule of, Registry registry) {
        if (json) {
            Map<String, Object> members = new DefinitionJson(wording.messages()).of(of);
            members.put("fired", DefinitionJson.fired(of.rule(), wording.catalogue(), registry));
            out.print(Json.write(members));
        } else {
            of.rule().definition(out, wording.messages());
            of.rule().history(out, wording.catalogue(), wording.messages(), registry);
        }
    }

    static void explain(Page page, Wording wording, Subject subject, Lineages trails, Unit area) {
        if (subject instanceof Subject.OfTarget of) {
            new TargetExplanation(wording, page).trail(trails.of(of.target(), area));
        } else if (subject instanceof Subject.OfItem of) {
            Item item = of.item();
            new ItemExplanation(wording, page).trail(item, area, trails);
        } else if (subject instanceof Subject.OfMilestone of) {
            new MilestoneExplanation(wording, page).trail(trails.of(of.milestone(), area));
        }
    }
}
