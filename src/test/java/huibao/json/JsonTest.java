package huibao.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void refusesWhatIsNotOneObject() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.readObject("[1]"));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.readObject("{} {}"));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.readObject("{\"a\":"));
    }
}
