package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials (CycloneDX) built with the program. */
class BillOfMaterialsIT {

    private static final Pattern LIBRARY = Pattern.compile("\"purl\" : \"pkg:maven/[^/]+/([^@]+)@([^?]+)\\?type=jar\"");

    @Test
    void namesEveryLibraryTheProgramRunsWithAndNoOther() throws IOException {
        String bill = Files.readString(Path.of("target", "huibao-bom.json"));
        List<String> named = LIBRARY.matcher(bill)
                .results()
                .map(match -> match.group(1) + "-" + match.group(2) + ".jar")
                .filter(jar -> !jar.startsWith("huibao-") && !jar.startsWith("cyclonedx-"))
                .distinct()
                .toList();
        try (JarFile program = new JarFile("target/huibao.jar")) {
            String loaded = program.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            assertThat(named)
                    .containsExactlyInAnyOrder(loaded.replace("lib/", "").split(" "));
        }
        assertThat(bill).contains("\"bomFormat\" : \"CycloneDX\"");
    }
}
