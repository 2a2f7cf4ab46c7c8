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
        try {
            double main = peak(lab, lab.mainSize());
            lab.report().found(Claim.NIGHT_MEMORY, lab.mainSize(), main);
            double largest = lab.largest() == lab.mainSize() ? main : peak(lab, lab.largest());
            lab.report().found(Claim.MEMORY_GROWTH, lab.largest(), 100 * (largest / main - 1));
        } catch (BenchException e) {
            if (lab.options().isShort()) {
                throw e;
            }
            // What follows can be measured all the same, and the table says what came of this.
            System.err.println(e.getMessage());
            lab.report().open().stream()
                    .filter(claim -> claim == Claim.NIGHT_MEMORY || claim == Claim.MEMORY_GROWTH)
                    .forEach(claim -> lab.report().notMeasured(claim, "the night did not end well"));
        }
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
