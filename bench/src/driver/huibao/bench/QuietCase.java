package huibao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nights on which little or nothing has come in, in turn with the same at 14 units. */
final class QuietCase implements BenchCase {

    /** How often a form has been corrected: each correction is another one. */
    private int corrections;

    @Override
    public String name() {
        return "quiet";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        compare(lab, Claim.NOTHING_NEW, "a night with nothing new", this::nothing);
        compare(lab, Claim.CORRECTED, "a night with one form corrected", this::corrected);
        compare(lab, Claim.DISTRICT, "--district, its form corrected", this::district);
    }

    private interface QuietNight {
        Usage run(Lab lab, int size) throws IOException;
    }

    private static void compare(Lab lab, Claim claim, String what, QuietNight night) throws IOException {
        Map<Integer, List<Usage>> usages = new LinkedHashMap<>();
        for (int pair = 0; pair < lab.options().pairs(); pair++) {
            for (int size : List.of(Lab.FEW, lab.mainSize())) {
                lab.siteAfterTheNight(size);
                usages.computeIfAbsent(size, none -> new ArrayList<>()).add(night.run(lab, size));
            }
        }
        double few = lab.report().ran(what, Lab.FEW, usages.get(Lab.FEW)).cpuSeconds();
        double main = lab.report()
                .ran(what, lab.mainSize(), usages.get(lab.mainSize()))
                .cpuSeconds();
        lab.report().found(claim, lab.mainSize(), main - few);
    }

    private Usage nothing(Lab lab, int size) throws IOException {
        return lab.huibao().run(lab.site(size), "run", "--period", Lab.MONTH.toString());
    }

    private Usage corrected(Lab lab, int size) throws IOException {
        correct(lab, size);
        Usage usage = nothing(lab, size);
        check(lab, size);
        return usage;
    }

    private Usage district(Lab lab, int size) throws IOException {
        BenchUnit unit = correct(lab, size);
        Usage usage =
                lab.huibao().run(lab.site(size), "run", "--period", Lab.MONTH.toString(), "--district", unit.code());
        check(lab, size);
        return usage;
    }

    private BenchUnit correct(Lab lab, int size) throws IOException {
        corrections++;
        City city = lab.city(size);
        BenchUnit unit = city.units().get(corrections % 10);
        city.writeCorrected(Lab.MONTH, unit, corrections, lab.site(size).inbox());
        return unit;
    }

    /** Every form sent so far was accepted: the one that stands for each unit, and the corrected ones before it. */
    private static void check(Lab lab, int size) throws IOException {
        String accepted = "SELECT count(*) FROM submission WHERE state = 'ACCEPTED'";
        String others = "SELECT count(*) FROM submission WHERE state NOT IN ('ACCEPTED', 'SUPERSEDED')";
        long standing = lab.sqlite().number(lab.site(size).database(), accepted);
        long refused = lab.sqlite().number(lab.site(size).database(), others);
        if (standing != size || refused != 0) {
            throw new BenchException("after a correction " + standing + " of " + size + " units have an accepted form, "
                    + refused + " forms were returned or rejected");
        }
    }
}
