package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.catalogue.CatalogueException;
import huibao.catalogue.CatalogueReader;
import huibao.model.CaptionGroup;
import huibao.model.CaptionWords;
import huibao.spreadsheet.Text;
import huibao.testing.JobFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptionsTest {

    private static final int YEAR = 2023;
    private static final Captions CAPTIONS = new Captions(CaptionWords.builtIn(), YEAR);

    @ParameterizedTest
    @MethodSource("captions")
    void meansWhatAPersonReads(String line) {
        String meaning = line.substring(0, line.indexOf(' '));
        assertThat(meaning(CAPTIONS, line.substring(meaning.length() + 1))).isEqualTo(meaning);
    }

    static Stream<String> captions() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CaptionsTest.class.getResourceAsStream("/huibao/submission/captions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    @Test
    void knowsWhatTheJobAdds() {
        Captions more = new Captions(
                CaptionWords.builtIn()
                        .with(new CaptionWords(Map.of(
                                CaptionGroup.PLAIN_VALUE, List.of("战果"),
                                CaptionGroup.VALUE, List.of("战果"),
                                CaptionGroup.LABEL_UNIT, List.of("单位（盖章）")))),
                YEAR);

        assertThat(meaning(CAPTIONS, "战果")).isEqualTo("-");
        assertThat(meaning(more, "战 果")).isEqualTo("VALUE");
        assertThat(more.isWhole("战果", Column.VALUE)).isTrue();
        assertThat(meaning(more, "本年累计")).isEqualTo("VALUE");
    }

    @Test
    void aJobNamesItsOwnWordsAndNoGroupThatIsNone(@TempDir Path folder) throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Path yaml = job.resolve("job.yaml");
        Files.writeString(yaml, Files.readString(yaml) + "\ncaptions:\n  value: [战果]\n");
        assertThat(CatalogueReader.read(job).settings().captions().of(CaptionGroup.VALUE))
                .containsExactly("战果");

        Files.writeString(yaml, Files.readString(yaml) + "  worth: [战果]\n");
        assertThatThrownBy(() -> CatalogueReader.read(job))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("job.yaml")
                .hasMessageContaining("captions.worth")
                .hasMessageContaining("plain_value");
    }

    private static String meaning(Captions captions, String rows) {
        List<String> parts = Stream.of(rows.split(" > ")).map(Text::key).toList();
        return captions.of(parts.get(parts.size() - 1), String.join("", parts))
                .map(Column::name)
                .orElse("-");
    }
}
