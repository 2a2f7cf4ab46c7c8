package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Decision;
import huibao.model.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One cause of many findings, on forms of units large and small: it is told, first and once, and nothing it brings. */
@Tag("long")
class CausesTest {

    private static final List<String> UNITS = List.of("鄞州区", "海曙区", "慈溪市", "宁海县", "前湾新区");

    private static final List<Told> OF_ITSELF = List.of(
            new Told("exchange T0201 to T1009", "COLUMNS_EXCHANGED"),
            new Told("exchange T0301 to T0307", "COLUMNS_EXCHANGED"),
            new Told("exchange T0701 to T0705", "COLUMNS_EXCHANGED"),
            new Told("exchange T0403 to T0405", "COLUMNS_EXCHANGED"),
            new Told("exchange T0301 to T0307 ; T0502 本年累计 := -5", "COLUMNS_EXCHANGED", "NOT_NEGATIVE"),
            new Told("shift T0301 to T0305 down", "ROWS_SHIFTED"),
            new Told("shift T0302 to T0307 up", "ROWS_SHIFTED"),
            new Told("shift T0204 to T0302 down", "ROWS_SHIFTED"),
            new Told("shift T0208 to T0302 up", "ROWS_SHIFTED"),
            new Told("shift T0201 to T1008B down", "ROWS_SHIFTED"),
            new Told("shift T0202 to T1009 up", "ROWS_SHIFTED"),
            new Told("shift T0702 to T0703 down", "ROWS_SHIFTED"),
            new Told("shift T0301 to T0305 down ; @填表人 := (blank)", "ROWS_SHIFTED", "HEADER_INCOMPLETE"),
            new Told("exchange T0301 to T0307 ; shift T0701 to T0704 down", "COLUMNS_EXCHANGED", "ROWS_SHIFTED"),
            new Told("accepted before: 2023-08 ; figures of: 2023-08", "FORM_COPIED"),
            new Told("reported before: 北仑区 ; reported before: 奉化区 ; figures of: 奉化区", "OTHER_UNITS_FIGURES"),
            new Told("accepted before: 奉化区 ; figures of: 奉化区", "FORM_COPIED"),
            new Told("standing: as it is ; figures of: 2023-10", "NEXT_PERIODS_FIGURES", "REPLACES_ACCEPTED"),
            new Told("reported before: 北仑区 ; reported before: 奉化区"),
            new Told("standing: T0204 本年累计 := 1", "REPLACES_ACCEPTED"),
            new Told("as it is"));

    @TempDir
    Path folder;

    /**
     * What is said of a form.
     *
     * @param steps what is done to it
     * @param rules all that is said, the first first
     */
    private record Told(String steps, List<String> rules) {

        Told(String steps, String... rules) {
            this(steps, List.of(rules));
        }
    }

    static List<Told> cases() {
        List<Told> cases = new ArrayList<>();
        for (String unit : UNITS) {
            for (Told one : OF_ITSELF) {
                String before = one.steps().contains("standing: ") ? "" : "previous: as it is ; ";
                cases.add(new Told("unit: " + unit + " ; period: 2023-09 ; " + before + one.steps(), one.rules()));
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsTheCauseAndNothingThatFollowsFromIt(Told told) throws IOException {
        Sent sent = new Sent(Steps.of(told.steps()), folder);

        Decision decision = sent.judge(sent.read(sent.workbook()));

        assertThat(decision.findings().stream().map(Finding::rule)).containsExactlyElementsOf(told.rules());
    }
}
