package huibao.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.cli.Console;
import huibao.cli.JobOptions;
import huibao.json.Json;
import huibao.lineage.Lineages;
import huibao.lineage.RuleLineage;
import huibao.lineage.Subject;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.pipeline.Registries;
import huibao.spec.FormEditor;
import huibao.store.Registry;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.JsonObjects;
import huibao.testing.Trees;
import huibao.wording.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trail of a figure: North Shore returned once and mended, South Shore missing. */
class ExplainCommandTest {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Locale EN = Locale.ENGLISH;

    @TempDir
    static Path folder;

    private static final Catalogue CATALOGUE = JobFolder.seaside();
    private static Bureau bureau;

    @BeforeAll
    static void runTwoNights() throws IOException {
        bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", ""));
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "1234.5", "FISH 核实说明", "渔港扩建，新增渔船十二艘"));
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
    }

    @Test
    void saysHowACityFigureIsMadeAndWhereEveryPartStands() {
        String text = text("FISH-CAP", "SEA", EN);

        assertThat(text)
                .contains("FISH-CAP  Catch kept within quota")
                .contains("target          ≤ 9000 吨")
                .contains("2024-Q1, edition 2, published 2024-04-09 01:00")
                .contains("completion      1234.5 ÷ 9000 × 100 = 13.72 % (unrounded 13.716666666667)")
                .contains("pace            1 ÷ 4 × 100 = 25.00 %")
                .contains("- South Shore FISH missing: ")
                .contains("- missing: South Shore")
                .contains("Against edition 1")
                .contains("level: — → 1234.5")
                .contains("North Shore SEA-N  v2  accepted")
                .contains("file            SEA-N-2024-Q1-2.xlsx")
                .contains("SHA-256         " + only("sha256", "SEA-N' AND state = 'ACCEPTED"))
                .contains("as typed \"1234.5\"  read as 1234.5  status A")
                .contains("\"渔港扩建，新增渔船十二艘\" 丙, 2024-04-09 01:00")
                .doesNotContain("RETURNED", "v1");
        assertThat(text).contains("FISH            填报表!" + cell("FISH", "value"));
    }

    @Test
    void saysTheSameInChinese() {
        assertThat(text("FISH-CAP", "SEA", ZH))
                .contains("一、报告怎么写、怎么读")
                .contains("完成程度        1234.5 ÷ 9000 × 100 = 13.72 %（未修约 13.716666666667）")
                .contains("缺：南岸")
                .contains("北岸 SEA-N  v2  通过")
                .contains("原样“1234.5”  读作 1234.5  状态 A")
                .contains("核实说明      “渔港扩建，新增渔船十二艘” 丙");
    }

    @Test
    void showsNumeratorAndDenominatorOfARatio() {
        String text = text("BEDS-RATE", "SEA", EN);

        assertThat(text)
                .contains("formula         sum of BEDS ÷ sum of HEADS × 1000")
                .contains("Item BEDS 医院床位 (张, end of period)", "Item HEADS 居民 (人, end of period)")
                .contains("BEDS            填报表!" + cell("BEDS", "value"))
                .contains("HEADS           填报表!" + cell("HEADS", "value"));
        Map<String, Object> attainment = object(json("BEDS-RATE", "SEA").get("attainment"));
        assertThat(text)
                .contains("with numbers    " + attainment.get("level_value") + " ÷ "
                        + attainment.get("denominator_value") + " × 1000 = "
                        + new BigDecimal(attainment.get("obs_value").toString())
                                .stripTrailingZeros()
                                .toPlainString());
    }

    @Test
    void aGrowthShowsWhoGaveNoPriorYearAndTheNumbersWithoutThem(@TempDir Path other) throws IOException {
        Bureau grown = new Bureau(JobFolder.SEASIDE, other);
        Period period = Period.parse("2024-Q1");
        grown.drop("SEA-N", "2024-Q1");
        grown.drop(
                "SEA-S.xlsx",
                FormEditor.apply(
                        grown.form("SEA-S", "2024-Q1", Map.of("FISH 核实说明", "上年同期未单独统计，无可比数据")),
                        List.of("FISH 上年同期 := —")),
                period);
        grown.run("2024-Q1", "2024-04-08T00:00:00Z");
        String growth = "FROM attainment WHERE indicator = 'FISH-UP' AND ref_area = 'SEA'";
        String level = query(grown, "SELECT level_value " + growth);
        String prior = query(grown, "SELECT prior_year_value " + growth);

        String text = text(grown, "2024-Q1", "FISH-UP", "SEA", EN);

        assertThat(level)
                .isEqualTo(query(
                        grown, "SELECT obs_value FROM current_observation WHERE ref_area = 'SEA-N' AND item = 'FISH'"));
        assertThat(query(grown, "SELECT depends_on " + growth)).isEqualTo("SEA-S");
        assertThat(text)
                .contains("with numbers    (" + level + " ÷ " + prior + " − 1) × 100 = ")
                .contains("no prior year, not in the growth")
                .contains("South Shore");
        assertThat(text(grown, "2024-Q1", "FISH-CAP", "SEA", EN))
                .contains("South Shore")
                .doesNotContain("not in the growth");
    }

    @Test
    void ofOneUnitShowsEveryVersionAndWhatWasFoundOnIt() {
        assertThat(text("FISH-CAP", "SEA-N", EN))
                .contains("judged against  allocated 5000, place 1 of the districts")
                .contains("every version the unit sent for the period, 2")
                .contains("North Shore SEA-N  v1  returned (REQUIRED ")
                .contains("North Shore SEA-N  v2  accepted")
                .contains("[mandatory] REQUIRED: ")
                .contains("read as blank");
    }

    @Test
    void aMilestoneShowsTheRowOfEachReporter() {
        assertThat(text("PIER", "SEA", EN))
                .contains("PIER  新码头")
                .contains("as written      建成")
                .contains("due             2024-06-30")
                .contains("North Shore SEA-N  v2  accepted")
                .contains("state           任务进展!");
        assertThat(text("PIER", "SEA-N", EN)).contains("North Shore SEA-N  v1  returned");
    }

    @Test
    void anItemShowsTheTargetsItServes() {
        assertThat(text("FISH", "SEA", EN))
                .contains("Item FISH 渔获量 (吨, year to date)")
                .contains(
                        "- FISH-UP Growth of the catch, growth", "- FISH-CAP Catch kept within quota, level: 1234.5, ");
    }

    @Test
    void neverRunsOverAHundredColumnsAndBreaksNoFigure() {
        for (String code : List.of("FISH-CAP", "FISH-UP", "BEDS-RATE", "FERRY-RUNS", "FISH", "PIER", "PLAN")) {
            for (Locale language : List.of(ZH, EN)) {
                assertThat(text(code, "SEA", language).lines())
                        .allSatisfy(line -> assertThat(Console.width(line)).isLessThanOrEqualTo(100));
            }
        }
    }

    @Test
    void jsonHoldsExactFiguresThatAddUp() {
        Map<String, Object> trail = json("FISH-CAP", "SEA");

        assertThat(trail)
                .containsEntry("kind", "target")
                .containsEntry("time_period", "2024-Q1")
                .containsEntry("edition", new BigDecimal(2));
        assertThat(object(trail.get("attainment")))
                .containsEntry("obs_value", "1234.5")
                .containsEntry("status", status());
        Map<String, Object> item = object(list(trail.get("items")).get(0));
        assertThat(item).containsEntry("missing", List.of("SEA-S"));
        assertThat(list(item.get("parts")).stream()
                        .map(part -> object(part).get("obs_value").toString())
                        .filter(value -> !value.isEmpty())
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1234.5");
        Map<String, Object> source = object(list(trail.get("sources")).get(0));
        assertThat(source).containsEntry("submission_id", "SEA-N-2024-Q1-v2").containsEntry("state", "ACCEPTED");
        Map<String, Object> value = object(
                list(object(list(source.get("figures")).get(0)).get("cells")).get(0));
        assertThat(value)
                .containsEntry("figure", "value")
                .containsEntry("cell", cell("FISH", "value"))
                .containsEntry("raw_text", "1234.5")
                .containsEntry("amount", "1234.5");
        assertThat(list(json("FISH-CAP", "SEA-N").get("sources"))).hasSize(2);
        assertThat(list(json("PIER", "SEA").get("reporters"))).hasSize(1);
        assertThat(list(json("FISH", "SEA").get("targets"))).hasSize(2);
    }

    @Test
    void changesNothingInTheFolderOfTheRegistry() throws IOException {
        Map<String, String> before = Trees.published(bureau.folders().output());
        byte[] database = Files.readAllBytes(bureau.folders().database());

        text("FISH-CAP", "SEA", EN);

        assertThat(Trees.published(bureau.folders().output())).isEqualTo(before);
        assertThat(bureau.folders().database()).hasBinaryContent(database);
        assertThat(bureau.folders().output().resolve("huibao.db-wal")).doesNotExist();
    }

    @Test
    void explainsADatabaseThatStandsByItself() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("elsewhere/as-of"));
        Files.copy(bureau.folders().database(), copy.resolve("huibao.db"), StandardCopyOption.REPLACE_EXISTING);
        JobOptions options = new JobOptions();
        options.job = JobFolder.SEASIDE;
        options.output = copy;

        assertThat(options.published(CATALOGUE).database()).exists().hasParent(copy);
        options.output = folder.resolve("output");
        assertThat(options.published(CATALOGUE).output())
                .isEqualTo(folder.resolve("output").resolve("seaside-2024"));
    }

    @Test
    void saysThatWhatTheRestOfTheYearNeedsIsReckonedAtTheUnfavourableEndWhileAFigureIsMissing(@TempDir Path other)
            throws IOException {
        Bureau silent = new Bureau(JobFolder.SEASIDE, other);
        silent.drop("SEA", "2024-Q1", "", Map.of("FERRY", "300"));
        silent.run("2024-Q1", "2024-04-08T00:00:00Z");
        silent.drop("SEA-N", "2024-Q2");
        silent.run("2024-Q2", "2024-07-08T00:00:00Z");

        assertThat(text(silent, "2024-Q2", "FERRY-RUNS", "SEA", EN).replaceAll("\\s+", " "))
                .contains("bounds 300 to 600")
                .contains("needs 450 班 per quarter from now on, 150 per quarter so far; missing figures are taken at "
                        + "the unfavourable end");
        assertThat(text(silent, "2024-Q1", "FERRY-RUNS", "SEA", EN)).doesNotContain("unfavourable");
    }

    @Test
    void aRuleOverTheCitysSumsSaysHowOftenItFired(@TempDir Path other) throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, other.resolve("job"));
        Files.writeString(
                job.resolve("rules.csv"),
                Files.readString(job.resolve("rules.csv")) + "FISH_MOVED,SHARE_JUMP,VERIFY,ON,FISH,points=5,\n");
        Bureau moved = new Bureau(job, other);
        moved.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "1000.5"));
        moved.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "1000.5"));
        moved.run("2024-Q1", "2024-04-08T00:00:00Z");
        moved.drop("SEA-N", "2024-Q2", "", Map.of("FISH", "4000.5"));
        moved.drop("SEA-S", "2024-Q2", "", Map.of("FISH", "1001.5"));
        moved.run("2024-Q2", "2024-07-08T00:00:00Z");
        Catalogue catalogue = CatalogueReader.read(job);
        Messages messages = Messages.in(EN);
        Subject.OfRule rule =
                (Subject.OfRule) Subject.find(catalogue, messages, "FISH_MOVED").orElseThrow();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Registry registry = Registries.openToRead(catalogue, moved.folders())) {
            new RuleText(new Wording(catalogue, messages), new PrintStream(out, true, StandardCharsets.UTF_8))
                    .history(rule, registry);
            assertThat(Json.write(RuleLineage.of(rule, catalogue, registry)).replaceAll("\\s", ""))
                    .contains("\"hits\":2", "\"periods\":[\"2024-Q2\"]", "\"submissions\":[]");
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("FISH_MOVED  It stands 2 times against the city's sums as published.")
                .contains("North Shore");
    }

    @Test
    void suggestsWhatACodeMayHaveMeant() {
        NearMisses near = new NearMisses(CATALOGUE, Messages.in(EN));

        assertThat(near.of("FISH-CUP")).contains("FISH-CAP Catch kept within quota");
        assertThat(near.of("requierd")).first().asString().startsWith("REQUIRED ");
        assertThat(near.of("ferry")).contains("FERRY-RUNS Ferry runs");
        assertThat(near.of("XYZZY")).isEmpty();
    }

    private static String text(String code, String area, Locale language) {
        return text(bureau, "2024-Q1", code, area, language);
    }

    private static String text(Bureau of, String period, String code, String area, Locale language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Registry registry = Registries.openToRead(CATALOGUE, of.folders())) {
            Wording wording = new Wording(CATALOGUE, Messages.in(language));
            new LineageText(wording, new Page(new PrintStream(out, true, StandardCharsets.UTF_8), wording))
                    .print(new Lineages(CATALOGUE, registry, wording.messages(), Period.parse(period))
                            .of(subject(code), CATALOGUE.requireUnit(new UnitCode(area))));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> json(String code, String area) {
        try (Registry registry = Registries.openToRead(CATALOGUE, bureau.folders())) {
            Lineages trails = new Lineages(CATALOGUE, registry, Messages.in(EN), Period.parse("2024-Q1"));
            return JsonObjects.read(Json.write(trails.of(subject(code), CATALOGUE.requireUnit(new UnitCode(area)))));
        }
    }

    private static Subject subject(String code) {
        return Subject.find(CATALOGUE, Messages.in(EN), code).orElseThrow();
    }

    private static String status() {
        return String.join(
                "",
                Trees.query(
                        bureau.folders().database(),
                        "SELECT status FROM attainment WHERE indicator = 'FISH-CAP' AND ref_area = 'SEA'"));
    }

    private static String query(Bureau of, String sql) {
        return String.join("", Trees.query(of.folders().database(), sql));
    }

    private static String only(String column, String unit) {
        return String.join(
                "",
                Trees.query(
                        bureau.folders().database(),
                        "SELECT " + column + " FROM submission WHERE ref_area = '" + unit + "'"));
    }

    private static String cell(String item, String figure) {
        return String.join(
                "",
                Trees.query(
                        bureau.folders().database(),
                        "SELECT cell FROM observation_cell WHERE submission_id = 'SEA-N-2024-Q1-v2' AND item = '" + item
                                + "' AND figure = '" + figure + "'"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
