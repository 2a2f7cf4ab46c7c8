package huibao.bench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The steps from all units' figures to what is published, one by one; nothing is promised of them. */
final class PiecesCase implements BenchCase {

    @Override
    public String name() {
        return "pieces";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        int size = lab.options().units().get(0);
        Site site = lab.siteAfterTheNight(size);
        Map<String, Double> pieces = Jmh.run(
                lab,
                "OnePeriod",
                new TreeMap<>(Map.of(
                        "job", site.job().toString(),
                        "output", site.database().getParent().toString(),
                        "period", Lab.MONTH.toString())));
        pieces.forEach((name, milliseconds) -> lab.report().piece("one period, " + name, size, milliseconds));
    }
}
