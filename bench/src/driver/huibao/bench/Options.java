package huibao.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param make how many units a city has that is made and left to its maker; empty for measuring
 * @param to where it is made
 * @param months the months it has forms of
 * @param cases the cases to be measured; empty for all
 * @param units sizes of cities, ascending
 * @param pairs how often each pair is measured
 * @param nights how many months the last is after the first, both counted
 * @param isShort whether every case has to have given a result
 * @param work a folder for forms, jobs and outputs
 * @param results where the results go
 */
record Options(
        Optional<Integer> make,
        Optional<Path> to,
        List<Month> months,
        List<String> cases,
        List<Integer> units,
        int pairs,
        int nights,
        boolean isShort,
        Path work,
        Path results) {

    static final String USAGE = """
            bench/run [--short] [--case NAME,...] [--units N,...] [--pairs N] [--nights N] [--work DIR] [--results DIR]
            bench/run --make N --to DIR [--months 2023-03,...]

              --case      night, memory, form, pieces, cold, queries, quiet, blank, months; all without this
              --units     sizes of cities, 300,1000,3000,10000 without this
              --pairs     how often each is measured in turn with what it is compared with, 3 without this
              --nights    how many months are run one after the other, 60 without this
              --short     every case once, 14 and 100 units, three nights: shows that everything runs
              --make N    makes a job of N units and their filled forms, and measures nothing
            """;

    private static final List<String> KNOWN =
            List.of("--make", "--to", "--months", "--case", "--units", "--pairs", "--nights", "--work", "--results");

    /**
     * @throws BenchException if the command line makes no sense
     */
    static Options of(List<String> arguments, Path bench) {
        Map<String, String> given = new TreeMap<>();
        boolean isShort = false;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--short")) {
                isShort = true;
            } else if (KNOWN.contains(arguments.get(i)) && i + 1 < arguments.size()) {
                given.put(arguments.get(i), arguments.get(i + 1));
                i++;
            } else {
                throw new BenchException(USAGE);
            }
        }
        try {
            return new Options(
                    Optional.ofNullable(given.get("--make")).map(Integer::valueOf),
                    Optional.ofNullable(given.get("--to")).map(Path::of).map(Path::toAbsolutePath),
                    words(given, "--months", "2023-03").map(Month::of).toList(),
                    words(given, "--case", "").toList(),
                    words(given, "--units", isShort ? "14,100" : "300,1000,3000,10000")
                            .map(Integer::valueOf)
                            .sorted()
                            .toList(),
                    Integer.parseInt(given.getOrDefault("--pairs", isShort ? "1" : "3")),
                    Integer.parseInt(given.getOrDefault("--nights", isShort ? "3" : "60")),
                    isShort,
                    Path.of(given.getOrDefault(
                                    "--work", bench.resolve("target/work").toString()))
                            .toAbsolutePath(),
                    Path.of(given.getOrDefault(
                                    "--results", bench.resolve("target/results").toString()))
                            .toAbsolutePath());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new BenchException(e.getMessage() + "\n" + USAGE);
        }
    }

    private static Stream<String> words(Map<String, String> given, String option, String otherwise) {
        return Stream.of(given.getOrDefault(option, otherwise).split(",")).filter(word -> !word.isEmpty());
    }
}
