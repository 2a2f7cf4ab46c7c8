package huibao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The night of a city as small as the shipped one, where starting is much of the work. */
final class ColdCase implements BenchCase {

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        List<Usage> nights = new ArrayList<>();
        for (int run = 0; run < lab.options().pairs(); run++) {
            nights.add(new Night(lab.sqlite()).first(lab.huibao(), lab.site(Lab.FEW), Lab.MONTH, lab.forms(Lab.FEW)));
        }
        lab.report()
                .found(
                        Claim.COLD,
                        Lab.FEW,
                        lab.report().ran("14 units, cold", Lab.FEW, nights).cpuSeconds());
    }
}
