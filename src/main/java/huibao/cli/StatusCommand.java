package huibao.cli;

import huibao.bulletin.Bulletins;
import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.json.Members;
import huibao.message.Lines;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.Period;
import huibao.model.UnitReporting;
import huibao.pipeline.Registries;
import huibao.store.Registry;
import huibao.wording.Wording;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
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
        try (Registry registry = Registries.openToRead(catalogue, options.usedFolders(catalogue))) {
            Period wanted = Optional.ofNullable(period)
                    .map(text -> options.period(text, catalogue))
                    .orElseGet(() -> latest(catalogue, registry));
            Bulletin bulletin = Bulletins.asPublished(catalogue, registry).of(wanted);
            if (json) {
                JobOptions.out().print(json(bulletin));
            } else {
                print(JobOptions.out(), options.wording(catalogue), bulletin);
            }
        }
        return ExitCodes.DONE;
    }

    /** The last period anybody has sent something for. */
    public static Period latest(Catalogue catalogue, Registry registry) {
        return catalogue.periods().stream()
                .filter(registry::isAnythingSentFor)
                .reduce((first, second) -> second)
                .orElseGet(() -> catalogue.periods().get(0));
    }

    private static void print(PrintStream out, Wording wording, Bulletin bulletin) {
        Catalogue catalogue = wording.catalogue();
        out.println(wording.text(
                "status.heading", bulletin, "title", catalogue.settings().titleZh()));
        if (bulletin.synthetic()) {
            out.println(wording.text("synthetic.banner"));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(wording.heads("status.columns"));
        for (UnitReporting line : bulletin.reporting()) {
            rows.add(List.of(
                    line.unit().value(),
                    catalogue.requireUnit(line.unit()).nameZh(),
                    line.state().map(wording::said).orElse(wording.text("status.missing")),
                    line.acceptedVersion().isPresent()
                            ? "v" + line.acceptedVersion().getAsInt()
                            : "—",
                    wording.orDash(line.latestReceivedAt()),
                    wording.text(
                            line.firstReceivedAt().isEmpty()
                                    ? "status.not_received"
                                    : line.onTime() ? "status.on_time" : "status.late")));
        }
        Console.table(out, rows);
        out.println(wording.text("status.lights", bulletin.lights()));
        review(out, wording, bulletin);
    }

    /** What to look at first, and where the two paces part. */
    private static void review(PrintStream out, Wording wording, Bulletin bulletin) {
        out.println(
                wording.text(bulletin.stake().cells() == 0 ? "status.nothing_decides" : "status.decides", bulletin));
        List<String> parted = bulletin.cityAttainments().stream()
                .filter(row -> row.seasonal().contradicts(row.status()))
                .map(row -> wording.catalogue().requireTarget(row.target()).nameZh())
                .toList();
        if (!parted.isEmpty()) {
            out.println(wording.text("status.two_paces", "targets", parted));
        }
        cityFindings(out, wording, bulletin.cityFindings());
        new RunEvents(wording).broken(bulletin.brokenRules()).forEach(event -> out.println(event.text()));
    }

    private static void cityFindings(PrintStream out, Wording wording, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        out.println(wording.text("status.city_findings", "count", findings.size()));
        findings.stream()
                .limit(SHOWN)
                .map(finding -> "  [" + wording.said(finding.severity()) + "] "
                        + Lines.oneLine(wording.messages().message(finding)))
                .forEach(line -> out.println(Console.cut(line, COLUMNS)));
        if (findings.size() > SHOWN) {
            out.println("  " + wording.text("status.more", "count", findings.size() - SHOWN));
        }
    }

    private static String json(Bulletin bulletin) {
        return Json.write(
                bulletin,
                new Members()
                        .of(Bulletin.class, """
                                period expected=reporting.size accepted lights open_findings=review.size
                                deciding_cells=stake.cells decided_targets=stake.targets broken_rules units=reporting
                                city_findings""")
                        .of(UnitReporting.class, "unit state accepted_version on_time submissions returns")
                        .of(
                                Finding.class,
                                "rule severity item units=area cells found",
                                Map.of(
                                        "cells",
                                        finding -> finding.cells().stream()
                                                .distinct()
                                                .toList())));
    }
}
