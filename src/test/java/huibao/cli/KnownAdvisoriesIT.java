package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No library the program runs with is of a version that a published advisory names. */
class KnownAdvisoriesIT {

    private static final Path ADVISORIES = Path.of("src/test/resources/huibao/advisories.csv");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.-]*)\\.jar");

    /** Versions of one library that an advisory names: from the first, below the second. */
    private record Advisory(String artifact, String from, String fixedIn, String name) {

        boolean affects(String version) {
            return compare(version, from) >= 0 && compare(version, fixedIn) < 0;
        }
    }

    @Test
    void noneIsAffected() throws IOException {
        Map<String, String> libraries = libraries();
        for (Advisory advisory : advisories()) {
            assertThat(libraries).as("a line nobody needs any more").containsKey(advisory.artifact());
            String version = libraries.get(advisory.artifact());
            assertThat(advisory.affects(version))
                    .as(advisory.artifact() + " " + version + ": " + advisory.name())
                    .isFalse();
        }
    }

    @Test
    void anAffectedVersionWouldBeSeen() throws IOException {
        Advisory snappy = advisories().stream()
                .filter(advisory -> advisory.artifact().equals("snappy-java"))
                .findFirst()
                .orElseThrow();

        assertThat(snappy.affects("1.1.10.3")).isTrue();
        assertThat(snappy.affects("1.1.9")).isTrue();
        assertThat(snappy.affects("1.1.10.4")).isFalse();
        assertThat(snappy.affects("1.1.10.10")).isFalse();
        assertThat(snappy.affects("1.0.5")).isFalse();
    }

    private static List<Advisory> advisories() throws IOException {
        List<Advisory> advisories = new ArrayList<>();
        for (String line : Files.readAllLines(ADVISORIES).stream().skip(1).toList()) {
            String[] cells = line.split(",", 4);
            advisories.add(new Advisory(cells[0], cells[1], cells[2], cells[3]));
        }
        return advisories;
    }

    private static Map<String, String> libraries() throws IOException {
        Map<String, String> libraries = new LinkedHashMap<>();
        try (JarFile program = new JarFile("target/huibao.jar")) {
            String loaded = program.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String jar : loaded.replace("lib/", "").split(" ")) {
                Matcher name = JAR.matcher(jar);
                assertThat(name.matches()).as(jar).isTrue();
                libraries.put(name.group(1), name.group(2));
            }
        }
        return libraries;
    }

    private static int compare(String one, String other) {
        int[] a = numbers(one);
        int[] b = numbers(other);
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int difference = Integer.compare(i < a.length ? a[i] : 0, i < b.length ? b[i] : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[.-]"))
                .filter(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
