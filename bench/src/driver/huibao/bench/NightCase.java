package huibao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The full night: the forms of all units for the first time, all outputs. */
final class NightCase implements BenchCase {

    @Override
    public String name() {
        return "night";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        Map<Integer, Double> perUnit = new TreeMap<>();
        for (int size : lab.options().units()) {
            perUnit.put(size, measure(lab, size).cpuSeconds() / size);
        }
        double smallest = perUnit.get(lab.options().units().get(0));
        double most =
                perUnit.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        lab.report().found(Claim.CPU_PER_UNIT, lab.largest(), 100 * (most / smallest - 1));
    }

    private static Usage measure(Lab lab, int size) throws IOException {
        Forms forms = lab.forms(size);
        Site site = lab.site(size);
        Night night = new Night(lab.sqlite());
        Floor floor =
                new Floor(lab.program(), lab.sqlite(), lab.options().work().resolve("rows"));
        List<Usage> nights = new ArrayList<>();
        List<Usage> inflated = new ArrayList<>();
        List<Usage> unzipped = new ArrayList<>();
        List<Usage> loaded = new ArrayList<>();
        for (int pair = 0; pair < lab.options().pairs(); pair++) {
            nights.add(night.first(lab.huibao(), site, Lab.MONTH, forms));
            if (pair == 0) {
                floor.take(site.database());
            }
            inflated.add(floor.inflate(forms.folder()));
            unzipped.add(floor.unzip(forms.folder()));
            loaded.add(floor.load());
        }
        Usage full = lab.report().ran("full night", size, nights);
        Usage least = lab.report()
                .ran("floor: inflate every sheet", size, inflated)
                .plus(lab.report().ran("floor: import the finished rows", size, loaded));
        lab.report().ran("unzip every sheet, a process a form", size, unzipped);
        if (size == lab.mainSize()) {
            lab.report().found(Claim.NIGHT_CPU, size, full.cpuSeconds() / least.cpuSeconds());
            lab.report().found(Claim.NIGHT_WALL, size, full.wallSeconds() / least.wallSeconds());
        }
        return full;
    }
}
