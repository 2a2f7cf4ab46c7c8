package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.store.Edition;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import huibao.store.RunRecord;
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
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was run when, and which edition of which bulletin came of it. */
@Command(name = "history")
public final class HistoryCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period_all")
    private @Nullable String period;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        JobFolders folders = options.usedFolders(catalogue);
        Optional<Period> only = Optional.ofNullable(period).map(text -> options.period(text, catalogue));
        try (Registry registry = Registries.openToRead(catalogue, folders)) {
            List<LoggedRun> runs = registry.runLog().runs().stream()
                    .filter(logged -> only.isEmpty()
                            || logged.run().period().equals(only.get())
                            || logged.published().contains(only.get()))
                    .toList();
            List<Edition> editions = registry.editions().all().stream()
                    .filter(edition -> only.isEmpty() || edition.period().equals(only.get()))
                    .toList();
            if (json) {
                JobOptions.out().print(Json.write(toJson(runs, editions)));
            } else {
                print(catalogue, messages, runs, editions);
            }
        }
        return ExitCodes.DONE;
    }

    private static void print(Catalogue catalogue, Messages messages, List<LoggedRun> runs, List<Edition> editions) {
        ZoneId zone = catalogue.settings().zone();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(messages.text("history.run_columns").split("\\|")));
        for (LoggedRun logged : runs) {
            rows.add(List.of(
                    time(logged.run().startedAt(), zone),
                    logged.run().period().toString(),
                    units(logged.run().units(), catalogue, messages),
                    count(logged, RunRecord.Counts::accepted),
                    count(logged, RunRecord.Counts::returned),
                    count(logged, RunRecord.Counts::rejected),
                    count(logged, RunRecord.Counts::duplicates),
                    published(logged, editions, messages),
                    messages.text("history." + logged.state().name())
                            + (logged.exitCode().isPresent()
                                    ? " " + logged.exitCode().getAsInt()
                                    : ""),
                    logged.run().runId()));
        }
        Console.table(JobOptions.out(), rows);
        JobOptions.out().println();
        rows.clear();
        rows.add(List.of(messages.text("history.edition_columns").split("\\|")));
        for (Edition edition : editions) {
            rows.add(List.of(
                    edition.period().toString(),
                    Integer.toString(edition.number()),
                    time(edition.publishedAt(), zone),
                    Integer.toString(edition.itemFigures()),
                    Integer.toString(edition.attainments()),
                    edition.catalogueHash().substring(0, 12)));
        }
        Console.table(JobOptions.out(), rows);
    }

    private static String units(List<UnitCode> units, Catalogue catalogue, Messages messages) {
        return units.isEmpty()
                ? messages.text("history.all")
                : units.stream()
                        .map(code -> catalogue
                                .findUnit(code)
                                .map(unit -> unit.shortZh())
                                .orElse(code.value()))
                        .collect(Collectors.joining(" "));
    }

    private static String count(LoggedRun logged, ToIntFunction<RunRecord.Counts> which) {
        return logged.counts()
                .map(counts -> Integer.toString(which.applyAsInt(counts)))
                .orElse("—");
    }

    /** The edition in force after the run; with a plus if the run made it. */
    private static String published(LoggedRun logged, List<Edition> editions, Messages messages) {
        Instant at = logged.run().startedAt();
        return logged.published().stream()
                .flatMap(period -> editions.stream()
                        .filter(edition -> edition.period().equals(period)
                                && !edition.publishedAt().isAfter(at))
                        .reduce((older, newer) -> newer)
                        .stream())
                .map(edition -> messages.text(
                        edition.publishedAt().equals(at) ? "history.new_edition" : "history.same_edition",
                        Map.of(
                                "period", edition.period().toString(),
                                "edition", Integer.toString(edition.number()))))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> toJson(List<LoggedRun> runs, List<Edition> editions) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("runs", runs.stream().map(HistoryCommand::toJson).toList());
        members.put("editions", editions.stream().map(HistoryCommand::toJson).toList());
        return members;
    }

    private static Map<String, Object> toJson(LoggedRun logged) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("run", logged.run().runId());
        one.put("stated_time", logged.run().startedAt().toString());
        one.put("period", logged.run().period().toString());
        one.put("districts", logged.run().units().stream().map(UnitCode::value).toList());
        one.put("state", logged.state().name());
        logged.counts().ifPresent(counts -> {
            one.put("accepted", counts.accepted());
            one.put("returned", counts.returned());
            one.put("rejected", counts.rejected());
            one.put("duplicates", counts.duplicates());
        });
        one.put("published", logged.published().stream().map(Period::toString).toList());
        logged.exitCode().ifPresent(code -> one.put("exit_code", code));
        one.put("catalogue_hash", logged.run().catalogueHash());
        one.put("program_version", logged.run().programVersion());
        return one;
    }

    private static Map<String, Object> toJson(Edition edition) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("period", edition.period().toString());
        one.put("edition", edition.number());
        one.put("published_at", edition.publishedAt().toString());
        one.put("item_figures", edition.itemFigures());
        one.put("attainments", edition.attainments());
        one.put("catalogue_hash", edition.catalogueHash());
        return one;
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(zone)
                .format(at);
    }
}
