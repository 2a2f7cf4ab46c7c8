package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are few and short here, so that they stand within each other, are shared, and are told by half. */
class UnitNamesTest {

    private static final int YEAR = 2023;
    private static final int TEXTS = 400;
    private static final List<String> SYLLABLES = List.of("海", "曙", "江北", "鄞", "州", "慈溪", "a1", "B");
    private static final List<String> ENDS = List.of("区", "县", "市", "新区", "");
    private static final List<String> BETWEEN = List.of(
            "", "", "", " ", "、", "和", "-", "2023", "统计局", "(全域)", "（含", "）", "本级", "包括", "大口径", "人民政府", "1", "上报",
            "x");

    @ParameterizedTest(name = "answers as names tried one after the other do, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void answersAsNamesTriedOneAfterTheOtherDo(long seed) {
        Random random = new Random(seed);
        List<Unit> units = units(random);
        UnitNames names = new UnitNames(units, YEAR);
        PlainUnitNames plain = new PlainUnitNames(units, YEAR);

        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, units);
            assertThat(names.find(text)).as(text).isEqualTo(plain.find(text));
            assertThat(names.findInFullScope(text)).as(text).isEqualTo(plain.findInFullScope(text));
            assertThat(names.findWithScope(text)).as(text).isEqualTo(plain.findWithScope(text));
            assertThat(names.mentioned(text)).as(text).containsExactlyElementsOf(plain.mentioned(text));
            assertThat(names.suggestion(text)).as(text).isEqualTo(plain.suggestion(text));
        }
    }

    @ParameterizedTest(name = "knows every unit by its code, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void knowsEveryUnitByItsCode(long seed) {
        List<Unit> units = units(new Random(seed));
        UnitNames names = new UnitNames(units, YEAR);

        assertThat(units)
                .allSatisfy(unit -> assertThat(names.withCode(unit.code())).contains(unit));
        assertThat(names.withCode(new UnitCode("nobody"))).isEmpty();
    }

    private static List<Unit> units(Random random) {
        List<Unit> units = new ArrayList<>();
        int count = 3 + random.nextInt(25);
        for (int place = 1; place <= count; place++) {
            Optional<UnitCode> host = units.isEmpty() || random.nextInt(3) > 0
                    ? Optional.empty()
                    : units.stream()
                            .filter(unit -> unit.kind() == UnitKind.DISTRICT)
                            .skip(random.nextInt(3))
                            .findFirst()
                            .map(Unit::code);
            String name = name(random);
            units.add(new Unit(
                    new UnitCode(random.nextInt(4) == 0 ? "u" + place : Integer.toString(3302 + place)),
                    name + pick(random, ENDS),
                    name,
                    "unit " + place,
                    host.isPresent() ? UnitKind.ZONE : UnitKind.DISTRICT,
                    host,
                    place,
                    IntStream.range(0, random.nextInt(3))
                            .mapToObj(i -> alias(random))
                            .toList()));
        }
        if (random.nextInt(4) > 0) {
            units.add(
                    random.nextInt(units.size()),
                    new Unit(
                            new UnitCode("3302"),
                            "宁海市",
                            "宁海",
                            "city",
                            UnitKind.CITY,
                            Optional.empty(),
                            count + 1,
                            List.of()));
        }
        return units;
    }

    private static String alias(Random random) {
        String alias = name(random) + pick(random, ENDS);
        return random.nextInt(3) == 0 ? alias + "~" + (YEAR - 1 + random.nextInt(2)) : alias;
    }

    private static String name(Random random) {
        return pick(random, SYLLABLES) + (random.nextBoolean() ? pick(random, SYLLABLES) : "");
    }

    private static String text(Random random, List<Unit> units) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            Unit unit = pick(random, units);
            text.append(pick(random, BETWEEN));
            text.append(
                    switch (random.nextInt(7)) {
                        case 0 -> unit.code().value();
                        case 1 -> unit.code().value() + ".0";
                        case 2 -> "宁海市" + unit.nameZh();
                        case 3 -> unit.shortZh();
                        case 4 -> pick(random, SYLLABLES) + pick(random, ENDS);
                        case 5 -> alias(random).replaceFirst("~.*", "");
                        default -> unit.nameZh();
                    });
        }
        return text.append(pick(random, BETWEEN)).toString();
    }

    private static <T> T pick(Random random, List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
