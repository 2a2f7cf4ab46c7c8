package huibao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, as Markdown and as JSON. */
final class Report {

    private record Run(String what, int units, List<Usage> usages) {}

    private record Piece(String what, int units, double milliseconds) {}

    private record Result(int units, double value) {}

    private final Map<String, String> machine;
    private final List<Run> runs = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Claim, Result> results = new EnumMap<>(Claim.class);
    private final Map<Claim, String> unmeasured = new EnumMap<>(Claim.class);

    /**
     * @param machine what the figures were taken on
     */
    Report(Map<String, String> machine) {
        this.machine = new LinkedHashMap<>(machine);
    }

    /** Keeps runs of one thing, says so on the console, and gives their medians. */
    Usage ran(String what, int units, List<Usage> usages) {
        runs.add(new Run(what, units, List.copyOf(usages)));
        Usage middle = Numbers.middle(usages);
        System.out.printf(
                "%-44s %6d units %8s CPU s %8s s %6s MB  (%d)%n",
                what,
                units,
                Numbers.plain(middle.cpuSeconds()),
                Numbers.plain(middle.wallSeconds()),
                Numbers.plain(Math.rint(middle.peakMegabytes())),
                usages.size());
        return middle;
    }

    /** Keeps the CPU time of a piece of work that is repeated in one process. */
    void piece(String what, int units, double milliseconds) {
        pieces.add(new Piece(what, units, milliseconds));
        System.out.printf("%-44s %6d units %8s CPU ms%n", what, units, Numbers.plain(milliseconds));
    }

    /** Keeps what was found about a claim. */
    void found(Claim claim, int units, double value) {
        results.put(claim, new Result(units, value));
        System.out.printf(
                "  %s: %s %s (%s)%n",
                claim.text(),
                Numbers.plain(value),
                claim.measure(),
                claim.isMetBy(value) ? "met" : "missed: " + claim.must());
    }

    /** Keeps why a claim cannot be looked at here. */
    void notMeasured(Claim claim, String why) {
        unmeasured.put(claim, why);
        System.out.printf("  %s: not measured: %s%n", claim.text(), why);
    }

    /** The claims nothing at all is known of. */
    List<Claim> open() {
        return List.of(Claim.values()).stream()
                .filter(claim -> !results.containsKey(claim) && !unmeasured.containsKey(claim))
                .toList();
    }

    /** Keeps one more thing known of the machine. */
    void machine(String what, String value) {
        machine.put(what, value);
    }

    void write(Path markdown, Path json) throws IOException {
        Files.createDirectories(markdown.toAbsolutePath().getParent());
        Files.writeString(markdown, markdown());
        Files.writeString(json, json());
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# Measured\n\n");
        machine.forEach((what, value) ->
                text.append("- ").append(what).append(": ").append(value).append('\n'));
        text.append("\n| what | units | measured | must | |\n|---|---:|---:|---:|---|\n");
        for (Claim claim : Claim.values()) {
            if (results.containsKey(claim)) {
                Result result = results.get(claim);
                text.append("| %s | %d | %s %s | %s | %s |%n"
                        .formatted(
                                claim.text(),
                                result.units(),
                                Numbers.plain(result.value()),
                                claim.measure(),
                                claim.must(),
                                claim.isMetBy(result.value()) ? "met" : "**missed**"));
            } else if (unmeasured.containsKey(claim)) {
                text.append("| %s | | not measured: %s | %s | |%n"
                        .formatted(claim.text(), unmeasured.get(claim), claim.must()));
            }
        }
        text.append(
                "\nMedians of the runs; memory is the largest any process held.\n\n"
                        + "| run | units | runs | CPU s | wall s | peak MB | CPU ms per unit |\n|---|---:|---:|---:|---:|---:|---:|\n");
        for (Run run : runs) {
            Usage middle = Numbers.middle(run.usages());
            text.append("| %s | %d | %d | %s | %s | %s | %s |%n"
                    .formatted(
                            run.what(),
                            run.units(),
                            run.usages().size(),
                            Numbers.plain(middle.cpuSeconds()),
                            Numbers.plain(middle.wallSeconds()),
                            Numbers.plain(Math.rint(middle.peakMegabytes())),
                            Numbers.plain(middle.cpuSeconds() * 1000 / run.units())));
        }
        if (!pieces.isEmpty()) {
            text.append("\nWarm, in one process.\n\n| piece | units | CPU ms |\n|---|---:|---:|\n");
            pieces.forEach(piece -> text.append(
                    "| %s | %d | %s |%n".formatted(piece.what(), piece.units(), Numbers.plain(piece.milliseconds()))));
        }
        return text.toString();
    }

    private String json() {
        List<String> parts = new ArrayList<>();
        parts.add("  \"machine\" : {\n"
                + machine.entrySet().stream()
                        .map(entry -> "    " + quoted(entry.getKey()) + " : " + quoted(entry.getValue()))
                        .collect(Collectors.joining(",\n"))
                + "\n  }");
        parts.add("  \"claims\" : [\n"
                + results.entrySet().stream()
                        .map(entry -> "    { \"claim\" : "
                                + quoted(entry.getKey().name())
                                + ", \"units\" : " + entry.getValue().units()
                                + ", \"value\" : " + entry.getValue().value()
                                + ", \"measure\" : " + quoted(entry.getKey().measure())
                                + ", \"must\" : " + quoted(entry.getKey().must())
                                + ", \"met\" : "
                                + entry.getKey().isMetBy(entry.getValue().value()) + " }")
                        .collect(Collectors.joining(",\n"))
                + "\n  ]");
        parts.add("  \"runs\" : [\n"
                + runs.stream()
                        .map(run -> "    { \"run\" : " + quoted(run.what()) + ", \"units\" : " + run.units()
                                + ", \"taken\" : ["
                                + run.usages().stream()
                                        .map(usage -> "{ \"cpu_seconds\" : " + usage.cpuSeconds()
                                                + ", \"wall_seconds\" : " + usage.wallSeconds()
                                                + ", \"peak_megabytes\" : " + usage.peakMegabytes() + " }")
                                        .collect(Collectors.joining(", "))
                                + "] }")
                        .collect(Collectors.joining(",\n"))
                + "\n  ]");
        parts.add("  \"pieces\" : [\n"
                + pieces.stream()
                        .map(piece -> "    { \"piece\" : " + quoted(piece.what()) + ", \"units\" : " + piece.units()
                                + ", \"cpu_milliseconds\" : " + piece.milliseconds() + " }")
                        .collect(Collectors.joining(",\n"))
                + "\n  ]");
        return "{\n" + String.join(",\n", parts) + "\n}\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
