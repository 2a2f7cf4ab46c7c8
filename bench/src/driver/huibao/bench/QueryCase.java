package huibao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands that only look, after a night. */
final class QueryCase implements BenchCase {

    private record Query(Claim few, Claim main, List<String> command) {}

    private static final List<Query> QUERIES = List.of(
            new Query(Claim.STATUS_FEW, Claim.STATUS, List.of("status", "--period", Lab.MONTH.toString())),
            new Query(Claim.EXPLAIN_FEW, Claim.EXPLAIN, List.of("explain", "T0304", "--period", Lab.MONTH.toString())),
            new Query(Claim.HISTORY_FEW, Claim.HISTORY, List.of("history")));

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        for (Query query : QUERIES) {
            Map<Integer, List<Usage>> usages = new LinkedHashMap<>();
            for (int pair = 0; pair < lab.options().pairs(); pair++) {
                for (int size : List.of(Lab.FEW, lab.mainSize())) {
                    usages.computeIfAbsent(size, none -> new ArrayList<>())
                            .add(lab.huibao()
                                    .run(
                                            lab.siteAfterTheNight(size),
                                            query.command().toArray(String[]::new)));
                }
            }
            for (Map.Entry<Integer, List<Usage>> of : usages.entrySet()) {
                double cpu = lab.report()
                        .ran(String.join(" ", query.command()), of.getKey(), of.getValue())
                        .cpuSeconds();
                lab.report().found(of.getKey() == Lab.FEW ? query.few() : query.main(), of.getKey(), cpu);
            }
        }
    }
}
