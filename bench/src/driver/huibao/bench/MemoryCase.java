package huibao.bench;

import java.io.IOException;
import java.util.List;

/** The full night in little memory, at the main size and at the largest. */
final class MemoryCase implements BenchCase {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        double main = peak(lab, lab.mainSize());
        lab.report().found(Claim.NIGHT_MEMORY, lab.mainSize(), main);
        double largest = lab.largest() == lab.mainSize() ? main : peak(lab, lab.largest());
        lab.report().found(Claim.MEMORY_GROWTH, lab.largest(), 100 * (largest / main - 1));
    }

    private static double peak(Lab lab, int size) throws IOException {
        Site site = lab.city(size).site(Lab.MONTH, "memory");
        Usage usage = new Night(lab.sqlite())
                .first(lab.huibao().withJavaOptions("-Xmx512m"), site, Lab.MONTH, lab.forms(size));
        Folders.remove(site.input());
        Folders.remove(site.output());
        return lab.report().ran("full night, -Xmx512m", size, List.of(usage)).peakMegabytes();
    }
}
