package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.json.Members;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.store.Edition;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import huibao.store.RunRecord;
import huibao.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    /** What is shown. */
    private record History(List<LoggedRun> runs, List<Edition> editions) {}

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        JobFolders folders = options.usedFolders(catalogue);
        Optional<Period> only = Optional.ofNullable(period).map(text -> options.period(text, catalogue));
        try (Registry registry = Registries.openToRead(catalogue, folders)) {
            History history = new History(
                    registry.runLog().runs().stream()
                            .filter(logged -> only.isEmpty()
                                    || logged.run().period().equals(only.get())
                                    || logged.published().contains(only.get()))
                            .toList(),
                    registry.editions().all().stream()
                            .filter(edition ->
                                    only.isEmpty() || edition.period().equals(only.get()))
                            .toList());
            if (json) {
                JobOptions.out().print(json(history));
            } else {
                print(options.wording(catalogue), history);
            }
        }
        return ExitCodes.DONE;
    }

    private static void print(Wording wording, History history) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(wording.heads("history.run_columns"));
        for (LoggedRun logged : history.runs()) {
            rows.add(List.of(
                    wording.time(logged.run().startedAt()),
                    logged.run().period().toString(),
                    units(logged.run().units(), wording),
                    wording.orDash(logged.counts().map(RunRecord.Counts::accepted)),
                    wording.orDash(logged.counts().map(RunRecord.Counts::returned)),
                    wording.orDash(logged.counts().map(RunRecord.Counts::rejected)),
                    wording.orDash(logged.counts().map(RunRecord.Counts::duplicates)),
                    published(logged, history.editions(), wording),
                    wording.text("history.state", logged),
                    logged.run().runId()));
        }
        Console.table(JobOptions.out(), rows);
        JobOptions.out().println();
        rows.clear();
        rows.add(wording.heads("history.edition_columns"));
        for (Edition edition : history.editions()) {
            rows.add(List.of(
                    edition.period().toString(),
                    Integer.toString(edition.number()),
                    wording.time(edition.publishedAt()),
                    Integer.toString(edition.itemFigures()),
                    Integer.toString(edition.attainments()),
                    edition.catalogueHash().substring(0, 12)));
        }
        Console.table(JobOptions.out(), rows);
    }

    private static String units(List<UnitCode> units, Wording wording) {
        return units.isEmpty()
                ? wording.text("history.all")
                : units.stream()
                        .map(code -> wording.catalogue()
                                .findUnit(code)
                                .map(Unit::shortZh)
                                .orElse(code.value()))
                        .collect(Collectors.joining(" "));
    }

    /** The edition in force after the run; with a plus if the run made it. */
    private static String published(LoggedRun logged, List<Edition> editions, Wording wording) {
        Instant at = logged.run().startedAt();
        return logged.published().stream()
                .flatMap(period -> editions.stream()
                        .filter(edition -> edition.period().equals(period)
                                && !edition.publishedAt().isAfter(at))
                        .reduce((older, newer) -> newer)
                        .stream())
                .map(edition -> wording.text(
                        edition.publishedAt().equals(at) ? "history.new_edition" : "history.same_edition", edition))
                .collect(Collectors.joining(" "));
    }

    private static String json(History history) {
        return Json.write(history, new Members().of(LoggedRun.class, """
                                run=run.run_id stated_time=run.started_at period=run.period districts=run.units state
                                counts.* published exit_code? catalogue_hash=run.catalogue_hash
                                program_version=run.program_version""").of(Edition.class, """
                                period edition=number published_at item_figures attainments catalogue_hash"""));
    }
}
