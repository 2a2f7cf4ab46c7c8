package huibao.cli;

import huibao.bulletin.Bulletins;
import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.message.Messages;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.ItemCode;
import huibao.model.Light;
import huibao.model.Period;
import huibao.model.Stake;
import huibao.model.Unit;
import huibao.model.UnitReporting;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.store.Registry;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a period stands: who has reported, and the targets by light. */
@Command(name = "status")
public final class StatusCommand implements Callable<Integer> {

    private static final int SHOWN = 12;
    private static final int COLUMNS = 110;

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period_latest")
    private @Nullable String period;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        JobFolders folders = options.usedFolders(catalogue);
        try (Registry registry = Registries.openToRead(catalogue, folders)) {
            Period wanted = Optional.ofNullable(period)
                    .map(text -> options.period(text, catalogue))
                    .orElseGet(() -> latest(catalogue, registry));
            Bulletin bulletin = Bulletins.asPublished(catalogue, registry).of(wanted);
            if (json) {
                JobOptions.out().print(Json.write(toJson(bulletin)));
            } else {
                print(JobOptions.out(), catalogue, messages, bulletin);
            }
        }
        return ExitCodes.DONE;
    }

    /** The last period anybody has sent something for. */
    public static Period latest(Catalogue catalogue, Registry registry) {
        return catalogue.periods().stream()
                .filter(candidate -> !registry.submissions(candidate).isEmpty())
                .reduce((first, second) -> second)
                .orElseGet(() -> catalogue.periods().get(0));
    }

    private static void print(PrintStream out, Catalogue catalogue, Messages messages, Bulletin bulletin) {
        long accepted = accepted(bulletin);
        out.println(messages.text(
                "status.heading",
                Map.of(
                        "title", catalogue.settings().titleZh(),
                        "period", bulletin.period().toString(),
                        "accepted", Long.toString(accepted),
                        "expected", Integer.toString(bulletin.reporting().size()))));
        if (bulletin.synthetic()) {
            out.println(messages.text("synthetic.banner"));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(messages.text("status.columns").split("\\|")));
        for (UnitReporting line : bulletin.reporting()) {
            Unit unit = catalogue.requireUnit(line.unit());
            rows.add(List.of(
                    unit.code().value(),
                    unit.nameZh(),
                    line.state().map(messages::word).orElse(messages.text("status.missing")),
                    line.acceptedVersion().isPresent()
                            ? "v" + line.acceptedVersion().getAsInt()
                            : "—",
                    line.latestReceivedAt()
                            .map(at -> time(at, catalogue.settings().zone()))
                            .orElse("—"),
                    messages.text(
                            line.firstReceivedAt().isEmpty()
                                    ? "status.not_received"
                                    : line.onTime() ? "status.on_time" : "status.late")));
        }
        Console.table(out, rows);
        out.println(messages.text("status.lights", lightTexts(bulletin)));
        review(out, catalogue, messages, bulletin);
    }

    /** What to look at first, and where the two paces part. */
    private static void review(PrintStream out, Catalogue catalogue, Messages messages, Bulletin bulletin) {
        Stake stake = Stake.of(bulletin.review());
        out.println(messages.text(
                stake.cells() == 0 ? "status.nothing_decides" : "status.decides",
                Map.of(
                        "cells", Integer.toString(stake.cells()),
                        "targets", Integer.toString(stake.targets()),
                        "open", Integer.toString(bulletin.review().size()))));
        List<String> parted = bulletin.cityAttainments().stream()
                .filter(row -> row.seasonal().contradicts(row.status()))
                .map(row -> catalogue.requireTarget(row.target()).nameZh())
                .toList();
        if (!parted.isEmpty()) {
            out.println(messages.text(
                    "status.two_paces",
                    Map.of(
                            "count", Integer.toString(parted.size()),
                            "targets", String.join(messages.text("summary.list_separator"), parted))));
        }
        printCityFindings(out, messages, bulletin.cityFindings());
        RunCommand.broken(messages, bulletin.brokenRules()).forEach(out::println);
    }

    private static void printCityFindings(PrintStream out, Messages messages, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        out.println(messages.text("status.city_findings", Map.of("count", Integer.toString(findings.size()))));
        findings.stream()
                .limit(SHOWN)
                .map(finding ->
                        "  [" + messages.word(finding.severity()) + "] " + Console.oneLine(messages.message(finding)))
                .forEach(line -> out.println(Console.cut(line, COLUMNS)));
        if (findings.size() > SHOWN) {
            out.println("  "
                    + messages.text("status.more", Map.of("count", Integer.toString(findings.size() - SHOWN))));
        }
    }

    /** City targets by light, as placeholders of a text. */
    static Map<String, String> lightTexts(Bulletin bulletin) {
        Map<String, String> texts = new LinkedHashMap<>();
        lights(bulletin)
                .forEach((light, count) -> texts.put(light.name().toLowerCase(Locale.ROOT), Long.toString(count)));
        return texts;
    }

    static long accepted(Bulletin bulletin) {
        return bulletin.reporting().stream()
                .filter(line -> line.acceptedVersion().isPresent())
                .count();
    }

    private static Map<Light, Long> lights(Bulletin bulletin) {
        Map<Light, Long> counts = new LinkedHashMap<>();
        List<Attainment> city = bulletin.cityAttainments();
        for (Light light : Light.values()) {
            counts.put(light, city.stream().filter(row -> row.light() == light).count());
        }
        return counts;
    }

    private static Map<String, Object> toJson(Bulletin bulletin) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("period", bulletin.period().toString());
        members.put("expected", bulletin.reporting().size());
        members.put("accepted", accepted(bulletin));
        Map<String, Object> lights = new LinkedHashMap<>();
        lights(bulletin).forEach((light, count) -> lights.put(light.name(), count));
        members.put("lights", lights);
        Stake stake = Stake.of(bulletin.review());
        members.put("open_findings", bulletin.review().size());
        members.put("deciding_cells", stake.cells());
        members.put("decided_targets", stake.targets());
        members.put("broken_rules", bulletin.brokenRules());
        List<Object> units = new ArrayList<>();
        for (UnitReporting line : bulletin.reporting()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("unit", line.unit().value());
            one.put("state", line.state().map(Enum::name).orElse(""));
            one.put("accepted_version", line.acceptedVersion().orElse(0));
            one.put("on_time", line.onTime());
            one.put("submissions", line.submissions());
            one.put("returns", line.returns());
            units.add(one);
        }
        members.put("units", units);
        members.put(
                "city_findings",
                bulletin.cityFindings().stream().map(StatusCommand::toJson).toList());
        return members;
    }

    private static Map<String, Object> toJson(Finding finding) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", finding.rule());
        one.put("severity", finding.severity().name());
        one.put("item", finding.item().map(ItemCode::value).orElse(""));
        one.put("units", finding.parameters().getOrDefault("area", ""));
        one.put(
                "cells",
                finding.cells().stream().distinct().map(CellRef::toString).toList());
        one.put("found", finding.parameters().getOrDefault(Finding.FOUND, ""));
        return one;
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(zone)
                .format(at);
    }
}
