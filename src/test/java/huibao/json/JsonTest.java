package huibao.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import huibao.model.CellRef;
import huibao.model.Light;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.testing.JsonObjects;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

    private static final Instant TIME = Instant.parse("2024-04-08T00:00:00Z");

    private record Cell(String sheet, String cell) {}

    private record Form(
            UnitCode refArea,
            Period timePeriod,
            Instant receivedAt,
            OptionalInt version,
            Optional<List<String>> notes,
            Optional<Cell> cell,
            Map<String, Object> said) {}

    private record Figure(
            Optional<BigDecimal> value, Optional<Light> light, Optional<Cell> at, OptionalInt rank, String why) {

        public boolean isRanked() {
            return rank.isPresent();
        }

        public List<Integer> ranks() {
            return rank.stream().boxed().toList();
        }
    }

    private record Mixed(LocalDate due, CellRef at, Map<Light, Long> lights, boolean trial) {}

    @Test
    void writesARecordsComponentsInTheirOrderAndValuesAsTexts() {
        Mixed mixed = new Mixed(
                LocalDate.of(2024, 6, 30),
                new CellRef("填报表", "D12"),
                new LinkedHashMap<>(Map.of(Light.BLUE, 2L)),
                true);
        assertThat(Json.write(mixed)).isEqualTo("""
                        {
                          "due" : "2024-06-30",
                          "at" : "填报表!D12",
                          "lights" : {
                            "BLUE" : 2
                          },
                          "trial" : true
                        }
                        """);
    }

    @Test
    void writesNothingAsAnEmptyTextAnEmptyObjectOrZero() {
        assertThat(Json.write(
                        new Figure(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), "")))
                .isEqualTo("""
                        {
                          "value" : "",
                          "light" : "",
                          "at" : { },
                          "rank" : 0,
                          "why" : ""
                        }
                        """);
        assertThat(Json.write(new Figure(
                        Optional.of(new BigDecimal("1.50E+4")),
                        Optional.of(Light.RED),
                        Optional.of(new Cell("填报表", "E7")),
                        OptionalInt.of(3),
                        "x")))
                .isEqualToIgnoringWhitespace("""
                        {"value": "15000", "light": "RED", "at": {"sheet": "填报表", "cell": "E7"}, "rank": 3, "why": "x"}
                        """);
    }

    @Test
    void writesTheMembersListedUnderTheirNames() {
        Members members = new Members()
                .of(
                        Figure.class,
                        "obs_value=value at.* place=at.cell said why? count=ranks.size",
                        Map.of("said", figure -> figure.isRanked() ? "ranked" : ""));
        assertThat(Json.write(
                        List.of(
                                new Figure(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new Cell("a", "E7")),
                                        OptionalInt.of(3),
                                        "x"),
                                new Figure(
                                        Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), "")),
                        members))
                .isEqualToIgnoringWhitespace("""
                        [{"obs_value": "", "sheet": "a", "cell": "E7", "place": "E7", "said": "ranked", "why": "x",
                          "count": 1},
                         {"obs_value": "", "place": "", "said": "", "count": 0}]
                        """);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Members().of(Figure.class, "obs_value=worth"))
                .withMessageStartingWith("no worth of ");
    }

    @Test
    void keepsTheOrderOfMembersAndEveryCharacter() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("b", "鄞州 \"区\"\n");
        members.put("a", 12345678901234L);
        members.put("list", List.of(1, 2L, true, Map.of()));

        String text = Json.write(members);

        assertThat(text).startsWith("{\n  \"b\" : \"鄞州 \\\"区\\\"\\n\",\n  \"a\" : 12345678901234");
        assertThat(JsonObjects.read(text))
                .containsEntry("b", "鄞州 \"区\"\n")
                .containsEntry("a", new BigDecimal("12345678901234"));
        assertThat(Json.line(Map.of("b", "鄞州 \"区\"\n"))).isEqualTo("{\"b\":\"鄞州 \\\"区\\\"\\n\"}");
    }

    @Test
    void readsWhatItWrote() {
        Form full = new Form(
                new UnitCode("SEA"),
                Period.parse("2024-Q1"),
                TIME,
                OptionalInt.of(0),
                Optional.of(List.of("a")),
                Optional.of(new Cell("填报表", "E7")),
                Map.of("list", List.of("b"), "count", 2, "so", true));
        Form bare = new Form(
                new UnitCode("SEA"),
                Period.parse("2024-Q1"),
                TIME,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());

        assertThat(Json.read(Json.write(full), Form.class)).isEqualTo(full);
        assertThat(Json.read(
                        "{\"ref_area\":\"SEA\",\"time_period\":\"2024-Q1\",\"received_at\":\"" + TIME
                                + "\",\"said\":{},\"x\":1}",
                        Form.class))
                .isEqualTo(bare);
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("{\"sheet\":\"a\"}", Cell.class))
                .withMessage("no cell");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("{\"ref_area\":\"SEA\",\"time_period\":\"2024-Q7\"}", Form.class))
                .withMessageStartingWith("time_period: ")
                .withMessageContaining("2024-Q7");
    }

    @Test
    void refusesAFileThatIsNotText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cut.json");
        Files.writeString(file, "{\"sheet\":\"鄞\",\"cell\":\"\"}");
        assertThat(Json.read(file, Cell.class)).isEqualTo(new Cell("鄞", ""));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 12));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(file, Cell.class))
                .withMessage("not UTF-8");
    }

    @Test
    void refusesWhatIsNotOneObject() {
        for (String text : List.of("[1]", "{\"sheet\":\"\",\"cell\":\"\"} {}", "{\"sheet\":", "", "null")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Json.read(text, Cell.class));
        }
    }
}
