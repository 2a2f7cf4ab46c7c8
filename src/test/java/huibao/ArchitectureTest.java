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

    private static final String PROGRAM = "";

    /** Our packages each package may use, besides model; the program itself stands under its own name. */
    private static final Map<String, Set<String>> SIBLINGS = Map.ofEntries(
            uses("model"),
            uses("catalogue", "schedule"),
            uses("schedule"),
            uses("binary"),
            uses("facts"),
            uses("json", "facts"),
            uses("message"),
            uses("files", "message"),
            uses("log", "json"),
            uses("metrics"),
            uses("spreadsheet"),
            uses("submission", "spreadsheet"),
            uses("validation", "catalogue"),
            uses("rollup", "catalogue"),
            uses("attainment", "catalogue"),
            uses("column"),
            uses("store", "column", "message"),
            uses("dataset", "column"),
            uses("notice", "catalogue", "json", "message", "wording"),
            uses("delivery", "catalogue", "files", "json"),
            uses("sample", "catalogue"),
            uses("workbook", "message"),
            uses("workbook.form", "catalogue", "message", "workbook"),
            uses("workbook.returned", "catalogue", "message", "workbook", "workbook.form"),
            uses("workbook.stream", "workbook"),
            uses("workbook.summary", "catalogue", "message", "workbook", "workbook.stream"),
            uses("archive", "catalogue", "files", "json", "message", "notice", "store"),
            uses("intake", "archive", "files", "message"),
            uses("bulletin", "attainment", "catalogue", "rollup", "store", "validation"),
            uses("wording", "catalogue", "facts", "message"),
            uses("lineage", "bulletin", "catalogue", "store"),
            uses(
                    "pipeline",
                    "archive",
                    "binary",
                    "bulletin",
                    "catalogue",
                    "column",
                    "dataset",
                    "delivery",
                    "files",
                    "intake",
                    "json",
                    "message",
                    "metrics",
                    "notice",
                    "spreadsheet",
                    "store",
                    "submission",
                    "validation",
                    "workbook.returned",
                    "workbook.summary"),
            uses("recovery", "archive", "bulletin", "catalogue", "files", "json", "message", "pipeline", "store"),
            uses(
                    "reminder",
                    "archive",
                    "bulletin",
                    "catalogue",
                    "delivery",
                    "files",
                    "message",
                    "notice",
                    "pipeline",
                    "store"),
            uses(
                    "cli",
                    "archive",
                    "bulletin",
                    "catalogue",
                    "delivery",
                    "facts",
                    "files",
                    "intake",
                    "json",
                    "log",
                    "message",
                    "notice",
                    "pipeline",
                    "recovery",
                    "reminder",
                    "sample",
                    "store",
                    "wording",
                    "workbook.form"),
            uses(
                    "cli.explain",
                    "bulletin",
                    "catalogue",
                    "cli",
                    "json",
                    "lineage",
                    "message",
                    "pipeline",
                    "store",
                    "wording"),
            uses(
                    "cli.watch",
                    "archive",
                    "catalogue",
                    "cli",
                    "files",
                    "intake",
                    "log",
                    "message",
                    "pipeline",
                    "reminder",
                    "schedule",
                    "store",
                    "wording"),
            uses(PROGRAM, "catalogue", "cli", "cli.explain", "cli.watch", "log", "message", "pipeline"));

    /** Third-party packages each package may use; the JDK and JSpecify are free. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("catalogue", List.of("de.siegmar.fastcsv", "org.snakeyaml")),
            Map.entry("schedule", List.of("org.springframework.scheduling")),
            Map.entry("json", List.of("com.fasterxml.jackson")),
            Map.entry("log", List.of("org.slf4j", "ch.qos.logback")),
            Map.entry(
                    "spreadsheet",
                    List.of(
                            "org.apache.poi",
                            "org.apache.logging.log4j",
                            "org.apache.commons.compress.archivers.zip",
                            "com.fasterxml.aalto",
                            "org.codehaus.stax2")),
            Map.entry("store", List.of("com.zaxxer.hikari", "org.sqlite")),
            Map.entry(
                    "dataset",
                    List.of("com.github.luben.zstd", "com.jerolba.carpet", "org.apache.parquet", "org.apache.hadoop")),
            Map.entry("delivery", List.of("jakarta.mail", "org.eclipse.angus.mail.smtp", "org.slf4j")),
            Map.entry(
                    "workbook",
                    List.of("org.apache.poi", "org.openxmlformats", "org.apache.commons.compress.archivers.zip")),
            Map.entry("workbook.form", List.of("org.apache.poi", "org.openxmlformats")),
            Map.entry("workbook.returned", List.of("org.apache.poi", "org.openxmlformats", "org.apache.xmlbeans")),
            Map.entry("workbook.stream", List.of("org.apache.poi", "org.openxmlformats")),
            Map.entry("workbook.summary", List.of("org.apache.poi", "org.openxmlformats", "org.apache.xmlbeans")),
            Map.entry("pipeline", List.of("org.springframework", "com.zaxxer.hikari", "org.slf4j")),
            Map.entry("recovery", List.of("org.slf4j")),
            Map.entry("cli", List.of("picocli", "org.slf4j")),
            Map.entry("cli.explain", List.of("picocli")),
            Map.entry("cli.watch", List.of("picocli", "org.slf4j")),
            Map.entry(PROGRAM, List.of("picocli")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("huibao");

    @Test
    void everyPackageIsDeclaredHere() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(one -> found.add(packageOf(one)));

        assertThat(found).isEqualTo(new TreeSet<>(SIBLINGS.keySet()));
        assertThat(SIBLINGS.keySet()).containsAll(LIBRARIES.keySet());
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
    void noArrowRunsInACircle() {
        Map<String, Set<String>> left = new TreeMap<>(SIBLINGS);
        boolean further = true;
        while (further) {
            further = left.entrySet().removeIf(one -> one.getValue().stream().noneMatch(left::containsKey));
        }

        assertThat(left).isEmpty();
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
            assertThat(Path.of("src/main/java/huibao", name.replace('.', '/'), "package-info.java"))
                    .content()
                    .contains("@NullMarked")
                    .contains("/**");
        }
    }

    private static Map.Entry<String, Set<String>> uses(String one, String... others) {
        return Map.entry(one, Set.of(others));
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
        return name.equals("huibao") ? PROGRAM : name.substring("huibao.".length());
    }

    private interface Border {
        boolean isCrossedBy(String from, Dependency dependency);
    }
}
