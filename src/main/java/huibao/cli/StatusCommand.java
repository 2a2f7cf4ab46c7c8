package huibao.cli;

import huibao.bulletin.PeriodStatus;
import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.json.Members;
import huibao.message.Lines;
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
            PeriodStatus status = PeriodStatus.of(catalogue, registry, wanted);
            if (json) {
                JobOptions.out().print(json(status));
            } else {
                print(JobOptions.out(), options.wording(catalogue), status);
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

    private static void print(PrintStream out, Wording wording, PeriodStatus status) {
        Catalogue catalogue = wording.catalogue();
        out.println(wording.text(
                "status.heading", status, "title", catalogue.settings().titleZh()));
        if (status.synthetic()) {
            out.println(wording.text("synthetic.banner"));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(wording.heads("status.columns"));
        for (UnitReporting line : status.reporting()) {
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
        out.println(wording.text("status.lights", status.lights()));
        review(out, wording, status);
    }

    /** What to look at first, and where the two paces part. */
    private static void review(PrintStream out, Wording wording, PeriodStatus status) {
        out.println(
                wording.text(status.open().stake().cells() == 0 ? "status.nothing_decides" : "status.decides", status));
        List<String> parted = status.contradicted().stream()
                .map(target -> wording.catalogue().requireTarget(target).nameZh())
                .toList();
        if (!parted.isEmpty()) {
            out.println(wording.text("status.two_paces", "targets", parted));
        }
        cityFindings(out, wording, status.cityFindings());
        new RunEvents(wording).broken(status.brokenRules()).forEach(event -> out.println(event.text()));
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

    private static String json(PeriodStatus status) {
        return Json.write(
                status,
                new Members()
                        .of(PeriodStatus.class, """
                                period expected=reporting.size accepted lights open_findings=open.findings
                                deciding_cells=open.stake.cells decided_targets=open.stake.targets broken_rules units=reporting
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
