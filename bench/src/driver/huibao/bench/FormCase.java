package huibao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form read and decided on, warm, by CPU time: beside inflating it, by JMH, and beside pandas and
 * openpyxl, which only add its figures up.
 */
final class FormCase implements BenchCase {

    private static final Pattern CPU = Pattern.compile("\"cpu\"\\s*:\\s*\\{\\s*\"score\"\\s*:\\s*([0-9.E+-]+)");
    private static final String PEERS_MISSING = "pandas and openpyxl are not installed"
            + " (Debian and Ubuntu: apt-get install python3-pandas python3-openpyxl)";

    @Override
    public String name() {
        return "form";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        Path form = Folders.files(lab.forms(lab.mainSize()).folder()).get(0);
        Map<String, Double> ours = byJmh(lab, form);
        if (ours.isEmpty()) {
            String why = "Maven is not installed";
            lab.report().notMeasured(Claim.FORM_INFLATE, why);
            lab.report().notMeasured(Claim.FORM_PANDAS, why);
            return;
        }
        double inflated = ours.get("inflate");
        double decided = ours.get("readAndDecide");
        lab.report().found(Claim.FORM_INFLATE, lab.mainSize(), decided / inflated);
        List<Double> peers = peers(lab, form);
        if (peers.isEmpty()) {
            lab.report().notMeasured(Claim.FORM_PANDAS, PEERS_MISSING);
        } else {
            double peer = Numbers.median(peers);
            lab.report().ran("one form, pandas and openpyxl", 1, List.of(new Usage(peer / 1000, 0, 0)));
            lab.report().found(Claim.FORM_PANDAS, lab.mainSize(), peer / decided);
        }
    }

    /** CPU milliseconds by name of the benchmark; nothing where it cannot be built. */
    private static Map<String, Double> byJmh(Lab lab, Path form) throws IOException {
        if (!isInstalled(lab, "mvn", "-version")) {
            return Map.of();
        }
        Path bench = lab.home().resolve("bench");
        lab.program()
                .run(List.of(
                        "mvn",
                        "-B",
                        "-q",
                        "-f",
                        bench.resolve("pom.xml").toString(),
                        "process-classes"));
        Path json = lab.options().work().resolve("jmh.json");
        List<String> command = new ArrayList<>(List.of(
                Lab.java(),
                "-cp",
                bench.resolve("target/classes") + ":" + bench.resolve("target/lib") + "/*:"
                        + lab.home().resolve("target/huibao.jar"),
                "org.openjdk.jmh.Main",
                "OneForm",
                "-p",
                "job=" + lab.site(lab.mainSize()).job(),
                "-p",
                "form=" + form,
                "-prof",
                "huibao.bench.jmh.CpuProfiler",
                "-rf",
                "json",
                "-rff",
                json.toString()));
        if (lab.options().isShort()) {
            command.addAll(List.of("-wi", "1", "-i", "1", "-w", "2", "-r", "1"));
        }
        lab.program().run(command);
        Map<String, Double> milliseconds = new LinkedHashMap<>();
        for (String part : Files.readString(json).split("\"benchmark\"")) {
            Matcher cpu = CPU.matcher(part);
            if (cpu.find()) {
                String name = part.substring(part.indexOf("OneForm.") + "OneForm.".length());
                name = name.substring(0, name.indexOf('"'));
                milliseconds.put(name, Double.parseDouble(cpu.group(1)));
                lab.report()
                        .ran("one form, " + name, 1, List.of(new Usage(milliseconds.get(name) / 1000, 0, 0)));
            }
        }
        return milliseconds;
    }

    /** CPU milliseconds; nothing where no Python has both. */
    private static List<Double> peers(Lab lab, Path form) throws IOException {
        List<Double> taken = new ArrayList<>();
        for (String python : List.of("python3", "/usr/bin/python3")) {
            List<String> command = List.of(
                    python, lab.home().resolve("bench/peer.py").toString(), form.toString(), lab.options().isShort() ? "3" : "15");
            if (taken.isEmpty() && isInstalled(lab, python, "-c", "import pandas, openpyxl")) {
                for (int pair = 0; pair < lab.options().pairs(); pair++) {
                    lab.program().run(command);
                    taken.add(Double.parseDouble(
                            Files.readString(lab.program().printed()).split(" ")[0]));
                }
            }
        }
        return taken;
    }

    private static boolean isInstalled(Lab lab, String... command) throws IOException {
        try {
            lab.program().run(List.of(command), Set.of(0), lab.program().printed());
            return true;
        } catch (BenchException e) {
            return false;
        }
    }
}
