package huibao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One form read and decided on, warm, by CPU time: beside inflating it, and beside pandas and openpyxl, which
 * only add its figures up.
 */
final class FormCase implements BenchCase {

    private static final String NO_PEERS = "pandas and openpyxl are not installed"
            + " (Debian and Ubuntu: apt-get install python3-pandas python3-openpyxl)";

    @Override
    public String name() {
        return "form";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        int size = lab.mainSize();
        String district = lab.city(size).units().get(0).code();
        Path form = Folders.files(lab.forms(size).folder()).stream()
                .filter(file -> file.getFileName().toString().startsWith(district + "-"))
                .findFirst()
                .orElseThrow();
        Map<String, Double> ours = Jmh.run(
                lab, "OneForm", new TreeMap<>(Map.of("job", lab.site(size).job().toString(), "form", form.toString())));
        if (ours.isEmpty()) {
            lab.report().notMeasured(Claim.FORM_INFLATE, Jmh.NO_MAVEN);
            lab.report().notMeasured(Claim.FORM_PANDAS, Jmh.NO_MAVEN);
            return;
        }
        double inflated = ours.get("inflate");
        double decided = ours.get("readAndDecide");
        lab.report().piece("one form, its sheets inflated", size, inflated);
        lab.report().piece("one form, read and decided", size, decided);
        lab.report().found(Claim.FORM_INFLATE, size, decided / inflated);
        List<Double> peers = peers(lab, form);
        if (peers.isEmpty()) {
            lab.report().notMeasured(Claim.FORM_PANDAS, NO_PEERS);
        } else {
            double peer = Numbers.median(peers);
            lab.report().piece("one form, summed by pandas and openpyxl", size, peer);
            lab.report().found(Claim.FORM_PANDAS, size, peer / decided);
        }
    }

    /** CPU milliseconds; nothing where no Python has both. */
    private static List<Double> peers(Lab lab, Path form) throws IOException {
        List<Double> taken = new ArrayList<>();
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (taken.isEmpty() && lab.program().isInstalled(python, "-c", "import pandas, openpyxl")) {
                for (int pair = 0; pair < lab.options().pairs(); pair++) {
                    lab.program()
                            .run(List.of(
                                    python,
                                    lab.home().resolve("bench/peer.py").toString(),
                                    form.toString(),
                                    lab.options().isShort() ? "3" : "15"));
                    taken.add(Double.parseDouble(
                            Files.readString(lab.program().printed()).split(" ")[0]));
                }
            }
        }
        return taken;
    }
}
