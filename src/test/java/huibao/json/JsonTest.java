package huibao.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

    @Test
    void keepsTheOrderOfMembersAndTheDigitsOfNumbers() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("b", "鄞州 \"区\"\n");
        members.put("a", new BigDecimal("12345678901234567890.120"));
        members.put("list", List.of(1, 2L, true, Map.of()));

        String text = Json.write(members);

        assertThat(text).startsWith("{\n  \"b\" : \"鄞州 \\\"区\\\"\\n\",\n  \"a\" : 12345678901234567890.120");
        assertThat(Json.readObject(text))
                .containsEntry("b", "鄞州 \"区\"\n")
                .containsEntry("a", new BigDecimal("12345678901234567890.120"));
    }

    @Test
    void refusesAFileThatIsNotText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cut.json");
        Files.writeString(file, "{\"a\":\"鄞\"}");
        assertThat(Json.readObject(file)).containsEntry("a", "鄞");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 8));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.readObject(file))
                .withMessage("not UTF-8");
    }

    @Test
    void refusesWhatIsNotOneObject() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.readObject("[1]"));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.readObject("{} {}"));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.readObject("{\"a\":"));
    }
}
