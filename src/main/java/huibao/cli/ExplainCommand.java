package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.CellRef;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.SourcedObservation;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.pipeline.Bulletins;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.pipeline.RuleHistory;
import huibao.pipeline.RuleHit;
import huibao.store.Registry;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a code means: a finding, a rule, a target with the cells beneath its figure, or an item. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Parameters(paramLabel = "CODE", arity = "1", descriptionKey = "option.code")
    private String code = "";

    @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period_latest")
    private @Nullable String period;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        PrintStream out = JobOptions.out();
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        List<Rule> rules = catalogue.rules().stream()
                .filter(rule -> rule.code().equalsIgnoreCase(wanted)
                        || rule.kind().name().equals(wanted))
                .toList();
        Optional<FindingKind> kind = Arrays.stream(FindingKind.values())
                .filter(candidate -> candidate.name().equals(wanted))
                .findFirst()
                .or(() -> rules.stream().map(Rule::kind).findFirst());
        Optional<Target> target = catalogue.targets().stream()
                .filter(candidate -> candidate.code().value().equalsIgnoreCase(wanted))
                .findFirst();
        Optional<Item> item = catalogue.items().stream()
                .filter(candidate -> candidate.code().value().equalsIgnoreCase(wanted))
                .findFirst();
        if (kind.isPresent()) {
            explainKind(out, catalogue, messages, kind.get(), rules);
        } else if (target.isPresent()) {
            explainTarget(out, catalogue, messages, target.get());
        } else if (item.isPresent()) {
            catalogue.targetsOf(item.get().code()).forEach(served -> explainTarget(out, catalogue, messages, served));
        } else {
            throw new UsageException(messages.text("explain.unknown", Map.of("code", wanted)));
        }
        return ExitCodes.DONE;
    }

    private void explainKind(
            PrintStream out, Catalogue catalogue, Messages messages, FindingKind kind, List<Rule> rules) {
        out.println(kind + "  " + messages.title(kind) + "  [" + messages.word(kind.defaultSeverity()) + "]");
        out.println(messages.text("explain.cause") + messages.cause(kind));
        out.println(messages.text("explain.remedy") + messages.text(kind.name() + ".remedy"));
        for (Rule rule : rules) {
            out.println(messages.text(
                    "explain.rule",
                    Map.of(
                            "rule", rule.code(),
                            "severity", messages.word(rule.severity()),
                            "state", messages.word(rule.state()),
                            "items", Integer.toString(rule.items().size()),
                            "parameters", parameters(rule))));
        }
        JobFolders folders = options.folders(catalogue);
        if (Files.exists(folders.database())) {
            try (Registry registry = Registries.open(catalogue, folders)) {
                List<String> codes = rules.isEmpty()
                        ? List.of(kind.name())
                        : rules.stream().map(Rule::code).toList();
                codes.forEach(known -> fired(out, catalogue, messages, known, new RuleHistory(registry).of(known)));
            }
        }
    }

    private static void fired(
            PrintStream out, Catalogue catalogue, Messages messages, String rule, List<RuleHit> hits) {
        String said = hits.isEmpty()
                ? messages.text("explain.never")
                : messages.text("explain.fired", RuleReport.numbers(hits));
        out.println(rule + "  " + said);
        new RuleReport(catalogue, messages).table(out, hits);
    }

    private static String parameters(Rule rule) {
        return rule.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(";"));
    }

    private void explainTarget(PrintStream out, Catalogue catalogue, Messages messages, Target target) {
        Map<String, String> definition = new LinkedHashMap<>();
        definition.put("code", target.code().value());
        definition.put("name", target.nameZh());
        definition.put("english", target.nameEn());
        definition.put("section", target.section());
        definition.put("heading", target.heading());
        definition.put("comparator", messages.word(target.comparator()));
        definition.put("value", target.value().toPlainString());
        definition.put("unit", target.unitMeasure());
        definition.put("written", target.asWritten() + (target.qualifier().isEmpty() ? "" : "，" + target.qualifier()));
        definition.put("measure", messages.word(target.measure()));
        definition.put("items", target.items().stream().map(ItemCode::value).collect(Collectors.joining(" / ")));
        definition.put("pace", messages.word(target.pace()));
        out.println(messages.text("explain.target", definition));
        if (!target.notes().isEmpty()) {
            out.println(messages.text("explain.notes") + target.notes());
        }
        JobFolders folders = options.folders(catalogue);
        if (!Files.exists(folders.database())) {
            return;
        }
        try (Registry registry = Registries.open(catalogue, folders)) {
            Period wanted = Optional.ofNullable(period)
                    .map(text -> options.period(text, catalogue))
                    .orElseGet(() -> StatusCommand.latest(catalogue, registry));
            Bulletin bulletin = new Bulletins(catalogue, registry, Instant.EPOCH).of(wanted);
            UnitCode city = catalogue.city().code();
            bulletin.attainments().stream()
                    .filter(row ->
                            row.target().equals(target.code()) && row.refArea().equals(city))
                    .forEach(row -> out.println(verdict(messages, wanted, row)));
            Console.table(out, cells(catalogue, messages, bulletin, target));
        }
    }

    private static String verdict(Messages messages, Period period, Attainment row) {
        return messages.text(
                "explain.verdict",
                Map.of(
                        "period", period.toString(),
                        "value", plain(row.obsValue()),
                        "status", messages.word(row.status()),
                        "light", messages.word(row.light()),
                        "gap", plain(row.paceGapPoints()),
                        "low", plain(row.lowValue()),
                        "high", plain(row.highValue()),
                        "certainty", messages.word(row.certainty()),
                        "depends", row.dependsOn().stream().map(UnitCode::value).collect(Collectors.joining(" "))));
    }

    private static List<List<String>> cells(Catalogue catalogue, Messages messages, Bulletin bulletin, Target target) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(messages.text("explain.columns").split("\\|")));
        for (ItemCode item : target.items()) {
            for (SourcedObservation row : bulletin.observations()) {
                if (row.observation().item().equals(item)) {
                    rows.add(List.of(
                            item.value(),
                            row.submission()
                                    .unit()
                                    .flatMap(catalogue::findUnit)
                                    .map(unit -> name(messages, unit))
                                    .orElse(""),
                            plain(row.observation().value().amount().known()),
                            plain(row.observation().priorYear().amount().known()),
                            row.observation()
                                    .value()
                                    .at()
                                    .map(CellRef::toString)
                                    .map(Console::oneLine)
                                    .orElse("—"),
                            Console.cut(
                                    Console.oneLine(row.observation().value().rawText()), 20),
                            "v" + row.submission().version(),
                            row.submission().file().sha256().substring(0, 12),
                            Console.oneLine(row.submission().file().name())));
                }
            }
        }
        Set<Optional<UnitCode>> reported = bulletin.observations().stream()
                .map(row -> row.submission().unit())
                .collect(Collectors.toSet());
        for (ItemCode item : target.items()) {
            catalogue.contributorsOf(catalogue.requireItem(item)).stream()
                    .filter(unit -> !reported.contains(Optional.of(unit.code())))
                    .forEach(unit -> rows.add(
                            List.of(item.value(), unit.shortZh(), "—", "—", messages.text("explain.missing"))));
        }
        return rows;
    }

    private static String name(Messages messages, Unit unit) {
        return unit.kind() == UnitKind.ZONE
                ? messages.text("explain.zone", Map.of("unit", unit.shortZh()))
                : unit.shortZh();
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(figure ->
                        figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString())
                .orElse("—");
    }
}
