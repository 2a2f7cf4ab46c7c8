package huibao.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.pipeline.Registries;
import huibao.store.Registry;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 核实说明 from one period to the next: kept, carried forward, lapsed. */
@Tag("long")
class CarriedExplanationsTest {

    private static final String REASON = "省级技术市场并入，口径扩大";

    @TempDir
    Path folder;

    private Bureau bureau;

    @BeforeEach
    void explainedInMay() throws IOException {
        bureau = new Bureau(JobFolder.NINGBO, folder);
        bureau.drop("330212", "2023-05", "", Map.of("T0205", "40", "T0205 核实说明", REASON));
        bureau.run("2023-05", "2023-06-08T00:00:00Z");
    }

    @Test
    void isKeptWithWhoGaveItWhenAndWhere() {
        assertThat(bureau.states("330212", "2023-05")).containsExactly("v1 ACCEPTED CLEAN");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT submission_id || ' ' || item || ' ' || text || ' ' || author || ' ' || at || ' '"
                                + " || sheet || '!' || cell || ' ' || usable || ' ' || first_submission"
                                + " FROM explanation"))
                .containsExactly(
                        "330212-2023-05-v1 T0205 " + REASON + " 丙 2023-06-08T00:00:00Z 填报表!I14 1 330212-2023-05-v1");
    }

    @Test
    void goesIntoTheNextFormUntilTheFigureChanges() throws IOException {
        assertThat(carriedInto("2023-06")).containsExactly(Map.entry(new ItemCode("T0205"), REASON));

        bureau.drop("330212", "2023-06", "", Map.of("T0205", "41", "T0205 核实说明", "总量与上月相当，另增一家机构1亿元"));
        bureau.run("2023-06", "2023-07-08T00:00:00Z");
        assertThat(carriedInto("2023-07")).containsExactly(Map.entry(new ItemCode("T0205"), "总量与上月相当，另增一家机构1亿元"));
    }

    @Test
    void repeatedForAnotherFigureDoesNotCountUntilItIsRewritten() throws IOException {
        bureau.drop("330212", "2023-06", "", Map.of("T0205", "80", "T0205 核实说明", REASON + "。"));
        bureau.run("2023-06", "2023-07-08T00:00:00Z");

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT message_zh FROM finding WHERE rule = 'EXPLANATION_UNUSABLE'"))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).contains("沿用自 2023-05"));
        assertThat(bureau.states("330212", "2023-06"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("v1 RETURNED");

        // Judged again, it is compared with what stood then, and nothing is different.
        bureau.run("2023-06", "2023-07-09T00:00:00Z", "330212");
        assertThat(bureau.states("330212", "2023-06"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("v1 RETURNED");

        bureau.drop("330212", "2023-06", "-2", Map.of("T0205", "80", "T0205 核实说明", "六月又有两家中心并入，增加1000亿元"));
        bureau.run("2023-06", "2023-07-10T00:00:00Z");
        assertThat(bureau.states("330212", "2023-06")).last().asString().startsWith("v2 ACCEPTED");
    }

    @Test
    void remembersInWhichSubmissionATextStoodFirst() throws IOException {
        bureau.drop("330212", "2023-06", "", Map.of("T0205", "80", "T0205 核实说明", REASON));
        bureau.run("2023-06", "2023-07-08T00:00:00Z");
        // An earlier period that comes late was first all the same.
        bureau.drop("330212", "2023-04", "", Map.of("T0205", "40", "T0205 核实说明", REASON));
        bureau.run("2023-06", "2023-07-09T00:00:00Z");

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT submission_id || ' ' || first_submission FROM explanation ORDER BY submission_id"))
                .containsExactly(
                        "330212-2023-04-v1 330212-2023-04-v1",
                        "330212-2023-05-v1 330212-2023-04-v1",
                        "330212-2023-06-v1 330212-2023-04-v1");
    }

    @Test
    void anotherDistrictsFiguresAreRecognised() throws IOException {
        bureau.drop("330203", "2023-06");
        bureau.run("2023-06", "2023-07-08T00:00:00Z");
        bureau.drop("330212", "2023-06", "", bureau.figuresOf("330203", "2023-06"));
        bureau.run("2023-06", "2023-07-09T00:00:00Z");

        assertThat(bureau.states("330203", "2023-06")).containsExactly("v1 ACCEPTED CLEAN");
        assertThat(bureau.states("330212", "2023-06")).containsExactly("v1 RETURNED FORM_COPIED");
        assertThat(messages("330212-2023-06-v1", "FORM_COPIED"))
                .first()
                .asString()
                .contains("海曙区", "2023-06");
    }

    @Test
    void theUnitsOwnEarlierFormIsRecognised() throws IOException {
        bureau.drop("330203", "2023-05");
        bureau.run("2023-05", "2023-06-09T00:00:00Z");
        bureau.drop("330203", "2023-06", "", bureau.figuresOf("330203", "2023-05"));
        bureau.run("2023-06", "2023-07-09T00:00:00Z");

        assertThat(bureau.states("330203", "2023-06")).containsExactly("v1 RETURNED FORM_COPIED");
        assertThat(messages("330203-2023-06-v1", "FORM_COPIED"))
                .first()
                .asString()
                .contains("本单位 2023-05");
    }

    private List<String> messages(String submission, String rule) {
        return Trees.query(
                bureau.folders().database(),
                "SELECT message_zh FROM finding WHERE submission_id = '" + submission + "' AND rule = '" + rule + "'");
    }

    private Map<ItemCode, String> carriedInto(String period) {
        try (Registry registry = Registries.open(bureau.catalogue(), bureau.folders())) {
            return new CarriedExplanations(bureau.catalogue(), registry)
                    .into(new UnitCode("330212"), Period.parse(period));
        }
    }
}
