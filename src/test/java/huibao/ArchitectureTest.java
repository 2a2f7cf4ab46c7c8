package huibao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The borders between packages: what each may import of ours and of others. A new package has to declare itself. */
class ArchitectureTest {

    private static final String CATALOGUE = "catalogue";
    private static final String MESSAGE = "message";

    /** Our packages each package may use, besides model. */
    private static final Map<String, Set<String>> SIBLINGS = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry(CATALOGUE, Set.of("schedule")),
            Map.entry("json", Set.of()),
            Map.entry("files", Set.of(MESSAGE)),
            Map.entry("intake", Set.of("json", "files", MESSAGE)),
            Map.entry("submission", Set.of()),
            Map.entry("validation", Set.of(CATALOGUE)),
            Map.entry("rollup", Set.of(CATALOGUE)),
            Map.entry("attainment", Set.of(CATALOGUE)),
            Map.entry("store", Set.of(MESSAGE)),
            Map.entry("dataset", Set.of()),
            Map.entry("workbook", Set.of(CATALOGUE, MESSAGE)),
            Map.entry("sample", Set.of(CATALOGUE)),
            Map.entry("schedule", Set.of()),
            Map.entry("notice", Set.of(CATALOGUE, MESSAGE)),
            Map.entry("delivery", Set.of(CATALOGUE, "json", "files")),
            Map.entry("metrics", Set.of()),
            Map.entry("log", Set.of("json")),
            Map.entry(MESSAGE, Set.of()),
            Map.entry(
                    "pipeline",
                    Set.of(
                            CATALOGUE,
                            "json",
                            "files",
                            "intake",
                            "submission",
                            "validation",
                            "rollup",
                            "attainment",
                            "store",
                            "dataset",
                            "workbook",
                            "notice",
                            "delivery",
                            "metrics",
                            MESSAGE)),
            Map.entry(
                    "cli",
                    Set.of(
                            CATALOGUE,
                            "json",
                            "files",
                            "intake",
                            "store",
                            "workbook",
                            "sample",
                            "schedule",
                            MESSAGE,
                            "notice",
                            "delivery",
                            "log",
                            "pipeline")));

    /** Third-party packages each package may use; the JDK and JSpecify are free. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry(CATALOGUE, List.of("de.siegmar.fastcsv", "org.snakeyaml")),
            Map.entry("json", List.of("com.fasterxml.jackson.core")),
            Map.entry("files", List.of()),
            Map.entry("intake", List.of()),
            Map.entry(
                    "submission",
                    List.of(
                            "org.apache.poi",
                            "org.apache.commons.compress.archivers.zip",
                            "com.fasterxml.aalto",
                            "org.codehaus.stax2")),
            Map.entry("validation", List.of()),
            Map.entry("rollup", List.of()),
            Map.entry("attainment", List.of()),
            Map.entry("store", List.of("com.zaxxer.hikari", "org.sqlite")),
            Map.entry("dataset", List.of("com.jerolba.carpet", "org.apache.parquet", "org.apache.hadoop")),
            Map.entry("workbook", List.of("org.apache.poi", "org.openxmlformats", "org.apache.xmlbeans")),
            Map.entry("sample", List.of()),
            Map.entry("schedule", List.of("org.springframework.scheduling")),
            Map.entry(MESSAGE, List.of()),
            Map.entry("notice", List.of()),
            Map.entry("delivery", List.of("jakarta.mail", "org.eclipse.angus.mail.smtp", "org.slf4j")),
            Map.entry("metrics", List.of()),
            Map.entry("log", List.of("org.slf4j", "ch.qos.logback")),
            Map.entry("pipeline", List.of("org.springframework", "com.zaxxer.hikari", "org.slf4j")),
            Map.entry("cli", List.of("picocli", "org.slf4j")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("huibao");

    @Test
    void everyPackageIsDeclaredHere() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(one -> found.add(packageOf(one)));

        assertThat(found).isEqualTo(new TreeSet<>(SIBLINGS.keySet()));
        assertThat(LIBRARIES.keySet()).isEqualTo(SIBLINGS.keySet());
    }

    @Test
    void siblingsDoNotKnowEachOther() {
        assertThat(violations((from, dependency) -> {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    return to.getPackageName().startsWith("huibao")
                            && !packageOf(to).equals(from)
                            && !packageOf(to).equals("model")
                            && !SIBLINGS.getOrDefault(from, Set.of()).contains(packageOf(to));
                }))
                .isEmpty();
    }

    @Test
    void everyLibraryStaysInItsPackage() {
        assertThat(violations((from, dependency) -> {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    String name = to.getName();
                    return !to.isPrimitive()
                            && !name.startsWith("java.")
                            && !name.startsWith("javax.")
                            && !name.startsWith("huibao.")
                            && !name.startsWith("org.jspecify.")
                            && LIBRARIES.getOrDefault(from, List.of()).stream().noneMatch(name::startsWith);
                }))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        for (String name : SIBLINGS.keySet()) {
            assertThat(Path.of("src/main/java/huibao", name, "package-info.java"))
                    .content()
                    .contains("@NullMarked")
                    .contains("/**");
        }
    }

    private static Set<String> violations(Border border) {
        Map<String, String> found = new TreeMap<>();
        for (JavaClass one : CLASSES) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                if (border.isCrossedBy(packageOf(one), dependency)) {
                    found.put(
                            one.getName() + " -> " + dependency.getTargetClass().getName(),
                            dependency.getDescription());
                }
            }
        }
        return found.keySet();
    }

    private static String packageOf(JavaClass one) {
        String name = one.getPackageName();
        return name.equals("huibao") ? "" : name.substring("huibao.".length()).split("\\.")[0];
    }

    private interface Border {
        boolean isCrossedBy(String from, Dependency dependency);
    }
}
