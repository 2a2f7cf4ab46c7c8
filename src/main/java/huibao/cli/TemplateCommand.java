package huibao.cli;

import huibao.bulletin.CarriedExplanations;
import huibao.catalogue.Catalogue;
import huibao.files.DurableFiles;
import huibao.message.Messages;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.store.Registry;
import huibao.store.YearArchive;
import huibao.workbook.form.FormContents;
import huibao.workbook.form.FormWorkbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Blank forms, one per unit; where last year's figures are known, they stand in the prior-year column, and beside the
 * cells what the unit reported last.
 */
@Command(name = "template")
public final class TemplateCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--period", paramLabel = "P", required = true, descriptionKey = "option.period_required")
    private String period = "";

    @Option(names = "--district", paramLabel = "CODE|NAME", descriptionKey = "option.district")
    private List<String> districts = List.of();

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "option.to")
    private @Nullable Path to;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        Period wanted = options.period(period, catalogue);
        Path folder = to == null ? options.folders(catalogue).forms(wanted) : to;
        List<Unit> units = districts.isEmpty()
                ? catalogue.units()
                : districts.stream()
                        .map(text -> options.unit(text, catalogue))
                        .distinct()
                        .toList();
        JobFolders folders = options.folders(catalogue);
        if (Files.exists(folders.database())) {
            try (Registry registry = Registries.openToRead(catalogue, folders)) {
                CarriedExplanations carried = new CarriedExplanations(catalogue, registry);
                write(catalogue, messages, units, wanted, folder, (unit, priorYear) -> {
                    FormContents known = FormContents.known(priorYear, carried.into(unit.code(), wanted));
                    return registry.standings()
                            .latestBefore(unit.code(), wanted)
                            .map(known::continuing)
                            .orElse(known);
                });
            }
        } else {
            write(
                    catalogue,
                    messages,
                    units,
                    wanted,
                    folder,
                    (unit, priorYear) -> FormContents.known(priorYear, Map.of()));
        }
        return ExitCodes.DONE;
    }

    /** Blank but for last year's figures, and what goes on from the unit's last form. */
    private void write(
            Catalogue catalogue,
            Messages messages,
            List<Unit> units,
            Period period,
            Path folder,
            BiFunction<Unit, Map<ItemCode, BigDecimal>, FormContents> contents)
            throws IOException {
        FormWorkbook form = new FormWorkbook(catalogue, messages);
        Optional<YearArchive> lastYear = Registries.lastYear(catalogue, options.folders(catalogue));
        try {
            for (Unit unit : units) {
                Path file = folder.resolve(fileName(unit, period));
                FormContents known = contents.apply(unit, priorYear(catalogue, lastYear, unit, period));
                DurableFiles.publish(file, form.write(unit, period, known));
                JobOptions.out().println(file);
            }
        } finally {
            lastYear.ifPresent(YearArchive::close);
        }
    }

    private static Map<ItemCode, BigDecimal> priorYear(
            Catalogue catalogue, Optional<YearArchive> lastYear, Unit unit, Period period) {
        Map<ItemCode, BigDecimal> values = new LinkedHashMap<>();
        lastYear.flatMap(archive -> archive.standing(unit.code(), period.yearBefore()))
                .ifPresent(submission -> submission.observations().stream()
                        .filter(row -> catalogue
                                .findItem(row.item())
                                .filter(Item::asksPriorYear)
                                .isPresent())
                        .forEach(
                                row -> row.value().amount().known().ifPresent(value -> values.put(row.item(), value))));
        return values;
    }

    /** Code first, so that names sort and need no guessing. */
    static String fileName(Unit unit, Period period) {
        return unit.code() + "-" + unit.nameZh() + "-" + period + ".xlsx";
    }
}
