package huibao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Benchmarks of single pieces, built by Maven and run by JMH in a process of their own. */
final class Jmh {

    /** Why nothing is known where they cannot be built. */
    static final String NO_MAVEN = "Maven is not installed";

    private static final Pattern NAME = Pattern.compile("^\\s*:\\s*\"[\\w.]*\\.(\\w+)\"");
    private static final Pattern CPU = Pattern.compile("\"cpu\"\\s*:\\s*\\{\\s*\"score\"\\s*:\\s*([0-9.E+-]+)");
    private static final List<String> BRIEFLY = List.of("-wi", "1", "-i", "1", "-w", "1", "-r", "1");

    private Jmh() {}

    /**
     * Runs the benchmarks of a class.
     *
     * @param parameters what the class takes
     * @return CPU milliseconds by name of the benchmark; nothing where there is no Maven
     */
    static Map<String, Double> run(Lab lab, String benchmarks, Map<String, String> parameters) throws IOException {
        if (!lab.program().isInstalled("mvn", "-version")) {
            return Map.of();
        }
        Path bench = lab.home().resolve("bench");
        // Maven does not see that the program they call has changed.
        Folders.remove(bench.resolve("target/classes"));
        Folders.remove(bench.resolve("target/maven-status"));
        lab.program()
                .run(List.of("mvn", "-B", "-q", "-f", bench.resolve("pom.xml").toString(), "process-classes"));
        Path json = lab.options().work().resolve("jmh.json");
        List<String> command = new ArrayList<>(List.of(
                Lab.java(),
                "-cp",
                String.join(
                        ":",
                        bench.resolve("target/classes").toString(),
                        bench.resolve("target/lib") + "/*",
                        lab.home().resolve("target/huibao.jar").toString()),
                "org.openjdk.jmh.Main",
                "\\." + benchmarks + "\\.",
                "-prof",
                "huibao.bench.jmh.CpuProfiler",
                "-foe",
                "true",
                "-rf",
                "json",
                "-rff",
                json.toString()));
        parameters.forEach((name, value) -> command.addAll(List.of("-p", name + "=" + value)));
        if (lab.options().isShort()) {
            command.addAll(BRIEFLY);
        }
        lab.program().run(command);
        Map<String, Double> milliseconds = new LinkedHashMap<>();
        for (String part : Files.readString(json).split("\"benchmark\"")) {
            Matcher name = NAME.matcher(part);
            Matcher cpu = CPU.matcher(part);
            if (name.find() && cpu.find()) {
                milliseconds.put(name.group(1), Double.parseDouble(cpu.group(1)));
            }
        }
        return milliseconds;
    }
}
