package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of forms that are sent again, replaced, corrected late, or come together. */
class LifeOfASubmissionTest {

    private static final String UNIT = "SEA-N";
    private static final String Q1 = "2024-Q1";
    private static final String Q2 = "2024-Q2";

    @TempDir
    Path folder;

    private Bureau bureau;
    private int night;

    @org.junit.jupiter.api.BeforeEach
    void open() {
        bureau = new Bureau(JobFolder.SEASIDE, folder);
    }

    @Test
    void whatWasReturnedForAnotherPeriodsMistakeIsAcceptedWhenItIsSentAgainAfterThat() throws IOException {
        send(Q1, Map.of("FISH", "90000"));
        night(Q1);
        send(Q2, Map.of("FISH", "50000"));
        night(Q2);
        assertThat(bureau.states(UNIT, Q2)).containsExactly("v1 RETURNED YTD_BELOW_PREVIOUS");

        send(Q1, Map.of("FISH", "40000"));
        night(Q1);
        send(Q2, Map.of("FISH", "50000"));
        night(Q2);

        assertThat(bureau.states(UNIT, Q2)).containsExactly("v1 RETURNED YTD_BELOW_PREVIOUS", "v2 ACCEPTED CLEAN");
    }

    @Test
    void ofAThenBThenAgainATheLastOneStands() throws IOException {
        for (String fish : List.of("40000", "41000", "40000")) {
            send(Q1, Map.of("FISH", fish));
            night(Q1);
        }

        assertThat(bureau.states(UNIT, Q1))
                .containsExactly(
                        "v1 SUPERSEDED SEA-N-2024-Q1-v2", "v2 SUPERSEDED SEA-N-2024-Q1-v3", "v3 ACCEPTED CLEAN");
        assertThat(standing(Q1)).containsExactly("40000");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT rule FROM finding WHERE submission_id = 'SEA-N-2024-Q1-v3'"))
                .as("the sender is told what it replaces")
                .contains("REPLACES_ACCEPTED");
    }

    @Test
    void whatStandsAlreadyIsTheSameSubmission() throws IOException {
        send(Q1, Map.of());
        night(Q1);
        send(Q1, Map.of());
        night(Q1);

        assertThat(bureau.states(UNIT, Q1)).containsExactly("v1 ACCEPTED CLEAN");
        assertThat(runs("duplicates")).containsExactly("0", "1");
    }

    @Test
    void whatIsReturnedAndSentAgainAsItWasIsReturnedAgain() throws IOException {
        for (int i = 0; i < 2; i++) {
            send(Q1, Map.of("FISH", "-3"));
            night(Q1);
        }

        assertThat(bureau.states(UNIT, Q1)).containsExactly("v1 RETURNED NOT_NEGATIVE", "v2 RETURNED NOT_NEGATIVE");
        assertThat(runs("exit_code")).containsExactly("3", "3");
    }

    @Test
    void theSameFileTwiceInOneNightIsOneSubmission() throws IOException {
        byte[] form = bureau.form(UNIT, Q1, Map.of("FISH", "-3"));
        bureau.drop("a.xlsx", form, huibao.model.Period.parse(Q1));
        bureau.drop("b.xlsx", form, huibao.model.Period.parse(Q1));
        night(Q1);

        assertThat(bureau.states(UNIT, Q1)).containsExactly("v1 RETURNED NOT_NEGATIVE");
    }

    @Test
    void aPeriodThatFallsBelowOneCorrectedLaterIsFoundThere() throws IOException {
        send(Q1, Map.of("FISH", "40000"));
        night(Q1);
        send(Q2, Map.of("FISH", "50000"));
        night(Q2);
        assertThat(fallen()).isEmpty();

        send(Q1, Map.of("FISH", "60000"));
        night(Q1);

        assertThat(bureau.states(UNIT, Q2))
                .as("it stands until it is corrected")
                .containsExactly("v1 ACCEPTED CLEAN");
        assertThat(fallen()).containsExactly(Q2 + " BELOW_CORRECTED");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT message_zh FROM city_finding WHERE rule = 'BELOW_CORRECTED'"))
                .singleElement()
                .asString()
                .contains("50000", "60000");

        send(Q2, Map.of("FISH", "70000"));
        night(Q2);
        assertThat(fallen()).isEmpty();
    }

    /** The same versions of one period in the same order, whatever came together in which night. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @Tag("long")
    void nightsDoNotDecideWhatStands(long seed) throws IOException {
        Random random = new Random(seed);
        List<Map<String, String>> versions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            versions.add(Map.of("FISH", List.of("40000", "41000", "42000", "-3").get(random.nextInt(4))));
        }
        List<String> expected = List.of();
        for (int split = 0; split < 2; split++) {
            bureau = new Bureau(JobFolder.SEASIDE, folder.resolve("split" + split));
            night = 0;
            for (int i = 0; i < versions.size(); i++) {
                bureau.drop(
                        "%02d.xlsx".formatted(i),
                        bureau.form(UNIT, Q1, versions.get(i)),
                        huibao.model.Period.parse(Q1));
                if (split == 0 || random.nextBoolean() || i == versions.size() - 1) {
                    night(Q1);
                }
            }
            List<String> stands = standing(Q1);
            expected = split == 0 ? stands : expected;
            assertThat(stands).as("split " + split + " of " + versions).isEqualTo(expected);
        }
    }

    private List<String> fallen() {
        return Trees.query(
                bureau.folders().database(),
                "SELECT time_period || ' ' || rule FROM city_finding WHERE rule = 'BELOW_CORRECTED'");
    }

    private List<String> standing(String period) {
        return Trees.query(
                bureau.folders().database(),
                "SELECT obs_value FROM current_observation WHERE item = 'FISH' AND ref_area = '" + UNIT
                        + "' AND time_period = '" + period + "'");
    }

    private List<String> runs(String column) {
        return Trees.query(bureau.folders().database(), "SELECT " + column + " FROM run ORDER BY run_no");
    }

    private void send(String period, Map<String, String> figures) throws IOException {
        bureau.drop(UNIT, period, "", figures);
    }

    private void night(String period) {
        bureau.run(period, "2024-08-%02dT00:00:00Z".formatted(++night));
    }
}
