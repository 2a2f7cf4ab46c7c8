package huibao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import huibao.model.Accumulation;
import huibao.model.FindingKind;
import huibao.model.Frequency;
import huibao.model.Imputation;
import huibao.model.ItemCode;
import huibao.model.Measure;
import huibao.model.MilestoneCode;
import huibao.model.Pace;
import huibao.model.ReadingLimits;
import huibao.model.Rule;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.TargetComparator;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.testing.JobFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsTheLimitsAJobSetsAndTakesTheUsualOnesForTheRest() throws IOException {
        assertThat(JobFolder.ningbo().settings().limits()).isEqualTo(ReadingLimits.DEFAULT);
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(
                job, "job.yaml", "form:\n", "limits:\n  file_megabytes: 8\n  cells: 5000\n  seconds: 5\nform:\n");

        ReadingLimits limits = CatalogueReader.read(job).settings().limits();

        assertThat(limits.fileBytes()).isEqualTo(8L << 20);
        assertThat(limits.cells()).isEqualTo(5000);
        assertThat(limits.seconds()).isEqualTo(5);
        assertThat(limits.sheets()).isEqualTo(ReadingLimits.DEFAULT.sheets());
        assertThat(limits.partBytes()).isEqualTo(ReadingLimits.DEFAULT.partBytes());
    }

    @ParameterizedTest
    @CsvSource({
        "cells: 0, limits.cells, 0",
        "seconds: fast, limits.seconds, fast",
        "texts: 1000000001, limits.texts, 1000000001",
        "file_megabytes: -1, limits.file_megabytes, -1",
        "patience: 5, unknown key, limits.patience"
    })
    void tellsAWrongLimitWithItsLine(String line, String what, String found) throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, "job.yaml", "form:\n", "limits:\n  " + line + "\nform:\n");

        CatalogueException mistakes = catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(job));

        assertThat(mistakes.problems()).singleElement().satisfies(mistake -> {
            assertThat(mistake.file()).isEqualTo("job.yaml");
            assertThat(mistake.line()).isEqualTo(14);
            assertThat(mistake.what()).isEqualTo(what);
            assertThat(mistake.found()).isEqualTo(found);
        });
    }

    @Test
    void readsEveryFigureAndPromiseOfTheReport() {
        Catalogue catalogue = JobFolder.ningbo();

        assertThat(catalogue.targets()).hasSize(63);
        assertThat(catalogue.items()).hasSize(67);
        assertThat(catalogue.milestones()).hasSize(163);
        assertThat(catalogue.units()).hasSize(14);
        assertThat(catalogue.ofKind(UnitKind.DISTRICT)).hasSize(10);
        assertThat(catalogue.ofKind(UnitKind.ZONE)).hasSize(3);
        assertThat(catalogue.city().code()).isEqualTo(new UnitCode("330200"));
        assertThat(catalogue.periods())
                .hasSize(12)
                .allMatch(period -> catalogue.due(period).isPresent());
    }

    @Test
    void keepsDistrictsInCustomaryOrderAndNotInCodeOrder() {
        assertThat(JobFolder.ningbo().units().stream().map(Unit::shortZh))
                .containsExactly("海曙", "江北", "镇海", "北仑", "鄞州", "奉化", "余姚", "慈溪", "宁海", "象山", "前湾", "高新", "东钱湖", "宁波");
    }

    @ParameterizedTest
    @CsvSource({
        "T0204, MORE_THAN, 600, 亿元, LINEAR, LEVEL",
        "T0206, AT_LEAST, 100, %, NONE, GROWTH",
        "T0402, MORE_THAN, 13, 万吨, LINEAR, LEVEL",
        "T0504, MORE_THAN, 10, 家, NONE, LEVEL",
        "T0701, HOLD_AT, 171, 万亩, LUMPY, LEVEL",
        "T0708, AT_LEAST, 10, %, NONE, GROWTH_PER_HEAD",
        "T0801, AT_LEAST, 92, %, NONE, RATIO",
        "T1008, AT_LEAST, 4, 个, NONE, RATIO",
        "T1009, AT_LEAST, 4.3, 万套(间), LINEAR, LEVEL",
    })
    void readsTheTargetsOfTheReport(
            String code, TargetComparator comparator, BigDecimal value, String unit, Pace pace, Measure measure) {
        Target target = JobFolder.ningbo().requireTarget(new TargetCode(code));

        assertThat(target.comparator()).isEqualTo(comparator);
        assertThat(target.value()).isEqualByComparingTo(value);
        assertThat(target.unitMeasure()).isEqualTo(unit);
        assertThat(target.pace()).isEqualTo(pace);
        assertThat(target.measure()).isEqualTo(measure);
    }

    @Test
    void splitsCityTargetsCompletelyAndSaysThatTheSplitIsIllustrative() {
        Catalogue catalogue = JobFolder.ningbo();

        assertThat(catalogue.allocations()).isNotEmpty().allMatch(allocation -> allocation.illustrative());
        for (Target target : catalogue.targets()) {
            BigDecimal sum = catalogue.allocations().stream()
                    .filter(allocation -> allocation.target().equals(target.code()))
                    .map(allocation -> allocation.value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum.signum() == 0 || sum.compareTo(target.value()) == 0)
                    .as(target.code() + " is split into " + sum)
                    .isTrue();
        }
    }

    @Test
    void knowsNothingOfNingboInCode() {
        Catalogue catalogue = JobFolder.seaside();

        assertThat(catalogue.settings().frequency()).isEqualTo(Frequency.QUARTERLY);
        assertThat(catalogue.settings().rounding()).isEqualTo(RoundingMode.HALF_UP);
        assertThat(catalogue.requireItem(new ItemCode("BEDS")).accumulation()).isEqualTo(Accumulation.POINT);
        assertThat(catalogue.milestonesFor(catalogue.requireUnit(new UnitCode("SEA-N"))))
                .extracting(milestone -> milestone.code().value())
                .containsExactly("PIER");
        assertThat(catalogue.due(new MilestoneCode("PIER"))).isPresent();
        assertThat(catalogue.limit(FindingKind.PERIOD_SWING, new ItemCode("BEDS"), "percent"))
                .contains(new BigDecimal("10"));
        assertThat(catalogue.limit(FindingKind.PERIOD_SWING, new ItemCode("FISH"), "percent"))
                .isEqualTo(Optional.empty());
    }

    @Test
    void tellsEveryMistakeAtOnceWithFileAndLine() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, "job.yaml", "year: 2024", "year: soon");
        JobFolder.edit(job, "job.yaml", "  settle_seconds: 0", "  settle_seconds: 0\n  sweep: yes");
        JobFolder.edit(job, "items.csv", "HEADS,居民,人,0", "HEADS,居民,人,thirteen");
        JobFolder.edit(job, "units.csv", "SEA-S,南岸,南,South", "SEA-N,南岸,南,South");
        JobFolder.edit(job, "targets.csv", "BEDS HEADS,1000", "BEDS HAEDS,1000");
        JobFolder.edit(job, "targets.csv", "AT_MOST,9000", "AT_MOST,\"9,000\"");
        JobFolder.edit(job, "rules.csv", "percent=10", "percent=ten;colour=red");
        JobFolder.edit(job, "allocations.csv", "FISH-CAP,SEA-S", "FISH-CAP,SEA-W");
        JobFolder.edit(job, "deadlines.csv", "2024-06-30", "30 June");
        JobFolder.edit(job, "milestones.csv", "CITY,6", "TOWN,6");

        CatalogueException thrown = catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(job));

        List<String> problems = thrown.problems().stream().map(Object::toString).toList();
        assertThat(problems)
                .anySatisfy(text -> assertThat(text).startsWith("job.yaml:3: year, found \"soon\""))
                .anySatisfy(text -> assertThat(text).startsWith("job.yaml:13: unknown key, found \"inbox.sweep\""))
                .anySatisfy(text -> assertThat(text).startsWith("items.csv:4: decimals, found \"thirteen\""))
                .anySatisfy(text -> assertThat(text).startsWith("units.csv:3: code twice, found \"SEA-N\""))
                .anySatisfy(text -> assertThat(text).startsWith("targets.csv:4: items, found \"HAEDS\""))
                .anySatisfy(text -> assertThat(text).startsWith("targets.csv:3: value, found \"9,000\""))
                .anySatisfy(text -> assertThat(text).startsWith("rules.csv:3: parameter percent, found \"ten\""))
                .anySatisfy(text -> assertThat(text).contains("rules.csv:3: unknown parameter", "\"colour\""))
                .anySatisfy(text -> assertThat(text).startsWith("allocations.csv:3: unit, found \"SEA-W\""))
                .anySatisfy(text -> assertThat(text).startsWith("deadlines.csv:4: due, found \"30 June\""))
                .anySatisfy(text -> assertThat(text).startsWith("milestones.csv:3: reporters, found \"TOWN\""));
        assertThat(thrown.getMessage().lines()).hasSameSizeAs(problems);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "items.csv; code,name_zh; code,name; unknown column",
                "items.csv; ,ledger_key; ,; column missing",
                "items.csv; FISH,渔获量,吨,1,YTD; FISH,渔获量,吨,1; row",
                "items.csv; FISH,渔获量,吨,1,YTD,yes; FISH,渔获量,吨,1,YTD,maybe; prior_year",
                "units.csv; SEA-S,南岸; SEA-S,北岸; name twice",
                "units.csv; Seaside,CITY,,3; Seaside,ZONE,SEA-X,3; host",
                "targets.csv; FISH-UP,1; FISH-CAP,1; code twice",
                "rules.csv; REQUIRED,REQUIRED; NUMBER,REQUIRED; ",
                "rules.csv; REQUIRED,REQUIRED,MANDATORY; REQUIRED,NUMBER,NOTICE; severity or state of NUMBER",
                "rules.csv; REQUIRED,REQUIRED; REQUIRED,RQUIRED; kind",
                "deadlines.csv; 2024-Q2; 2024-06; code",
                "deadlines.csv; REPORT,2024-Q2; REPORTS,2024-Q2; kind",
                "job.yaml; name: seaside-2024; name: ../up; name",
                "job.yaml; near: -5; near: -50; thresholds",
                "job.yaml; rounding: half_up; rounding: down; rounding",
            })
    void refusesWhatItDoesNotKnow(String file, String old, String replacement, String problem) throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, file, old, replacement);

        if (problem == null) {
            assertThat(CatalogueReader.read(job).rules()).extracting(Rule::code).contains("NUMBER");
        } else {
            CatalogueException thrown = catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(job));
            assertThat(thrown.problems())
                    .anyMatch(found -> found.file().equals(file) && found.what().equals(problem));
        }
    }

    @Test
    void doesNotBlameOtherLinesForAMistakeInALineTheyReferTo() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, "units.csv", "South Shore,DISTRICT", "South Shore,DISTRICTS");
        JobFolder.edit(job, "items.csv", "FISH,渔获量,吨,1", "FISH,渔获量,吨,one");

        CatalogueException thrown = catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(job));

        assertThat(thrown.problems())
                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.what())
                .containsExactly("items.csv:2 decimals", "units.csv:3 kind");
    }

    @Test
    void refusesAFolderWithFilesItDoesNotKnow() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Files.writeString(job.resolve("rulez.csv"), "rule\n");

        CatalogueException thrown = catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(job));

        assertThat(thrown.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.file()).isEqualTo("rulez.csv"));
    }

    @Test
    void hashesWhatIsInTheFolderAndNothingElse() throws IOException {
        Path first = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("first"));
        Path second = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("second"));
        String hash = CatalogueReader.read(first).hash();

        assertThat(CatalogueReader.read(second).hash()).isEqualTo(hash);
        JobFolder.edit(second, "rules.csv", "percent=10", "percent=11");
        assertThat(CatalogueReader.read(second).hash()).isNotEqualTo(hash);
    }

    /** Whoever changes the mail server or the timetable has changed no form. */
    @Test
    void aFormIsMadeFromAllButHowTheJobIsRunAndWhoIsTold() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Catalogue before = CatalogueReader.read(job);
        JobFolder.edit(job, "job.yaml", "settle_seconds: 0", "settle_seconds: 5");
        Files.writeString(
                job.resolve("job.yaml"),
                Files.readString(job.resolve("job.yaml"))
                        + "\nschedule:\n  nightly: \"0 3 * * *\"\nretention:\n  runs_days: 1100\n");

        Catalogue run = CatalogueReader.read(job);
        assertThat(run.hash()).isNotEqualTo(before.hash());
        assertThat(run.formHash()).isEqualTo(before.formHash()).isNotEqualTo(before.hash());
        JobFolder.edit(job, "job.yaml", "valid_until: 2025", "valid_until: 2026");
        String valid = CatalogueReader.read(job).formHash();
        assertThat(valid).isNotEqualTo(before.formHash());
        JobFolder.edit(job, "rules.csv", "percent=10", "percent=11");
        assertThat(CatalogueReader.read(job).formHash()).isNotEqualTo(valid);
    }

    @Test
    void jobWithoutAYearBeforeComparesWithNoneAndImputesNothing() {
        JobSettings settings = JobFolder.seaside().settings();

        assertThat(settings.previousJob()).isEmpty();
        assertThat(settings.imputation()).isEqualTo(Imputation.NONE);
    }

    @Test
    void readsTheJobOfTheYearBeforeAndTheImputation() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, "job.yaml", "frequency:", "previous_job: seaside-2023\nimputation: last_value\nfrequency:");
        JobSettings settings = CatalogueReader.read(job).settings();

        assertThat(settings.previousJob()).contains("seaside-2023");
        assertThat(settings.imputation()).isEqualTo(Imputation.LAST_VALUE);
    }

    @Test
    void jobCannotBeItsOwnYearBefore() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, "job.yaml", "frequency:", "previous_job: seaside-2024\nimputation: LAST_VALUE\nfrequency:");

        assertThat(catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(job)))
                .hasMessageContaining("previous_job")
                .hasMessageContaining("imputation");
    }
}
