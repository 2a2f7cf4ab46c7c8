package huibao.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What figures were taken on: without it they say little. */
final class Machine {

    private Machine() {}

    static Map<String, String> described() throws IOException {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put(
                "started", OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString());
        machine.put("processor", line(Path.of("/proc/cpuinfo"), "model name"));
        machine.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put("memory", line(Path.of("/proc/meminfo"), "MemTotal"));
        machine.put("load at the start", load());
        machine.put("Java", System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return machine;
    }

    /** How many processes wanted a core in the last minute. */
    static String load() {
        return Numbers.plain(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String line(Path file, String label) throws IOException {
        if (!Files.isReadable(file)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(label))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
