package huibao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** A city of any number of units: its job folders, one a year, and its units' filled forms. */
final class City {

    /** The item a corrected form differs in, and by how much from one correction to the next. */
    private static final String CORRECTED = "T0304";

    private static final BigDecimal STEP = new BigDecimal("0.0007");

    private final Huibao huibao;
    private final ShippedJob shipped;
    private final JobCopy job;
    private final Path folder;
    private final ShippedForms templates;
    private final Figures figures;
    private final int firstYear;
    private final Map<Integer, String> hashes = new LinkedHashMap<>();
    private final Map<String, BenchUnit> byCode = new LinkedHashMap<>();

    /**
     * @param size how many units
     * @param folder an empty folder for what is made
     * @param months the months forms are wanted of, first to last
     */
    City(Huibao huibao, ShippedForms templates, int size, Path folder, List<Month> months) throws IOException {
        this.huibao = huibao;
        this.shipped = templates.job();
        this.job = new JobCopy(shipped, size);
        this.folder = folder;
        this.templates = templates;
        this.firstYear = months.get(0).years();
        Map<Integer, Map<String, FormRow>> district = new LinkedHashMap<>();
        for (Month month : months) {
            district.put(
                    month.number(),
                    templates.of(month.shipped(), JobCopy.COPIED).rows());
        }
        this.figures = new Figures(shipped, size, district);
        for (BenchUnit unit : job.units()) {
            byCode.put(unit.code(), unit);
        }
        for (int year : months.stream().map(Month::years).distinct().toList()) {
            make(year);
        }
    }

    int size() {
        return job.units().size();
    }

    List<BenchUnit> units() {
        return job.units();
    }

    /** The job of a month's year, with an inbox and output folder of the given name. */
    Site site(Month month, String run) {
        return site(month.years(), run);
    }

    /** Writes the forms of all units. */
    Forms write(Month month, Path to) throws IOException {
        Files.createDirectories(to);
        templates.of(month.shipped(), JobCopy.COPIED);
        IntStream.range(0, size()).parallel().forEach(index -> {
            try {
                write(month, job.units().get(index), to, (item, row) -> row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        long rows = 0;
        for (BenchUnit unit : job.units()) {
            for (ShippedJob.Item item : shipped.itemsOf(unit)) {
                sums.merge(item.code(), row(unit, item.code(), month).value(), BigDecimal::add);
                rows++;
            }
        }
        return new Forms(to, size(), rows, sums);
    }

    /** Writes one unit's form with one figure a little higher than in the form before. */
    void writeCorrected(Month month, BenchUnit unit, int correction, Path to) throws IOException {
        BigDecimal more = STEP.multiply(BigDecimal.valueOf(correction));
        write(
                month,
                unit,
                to,
                (item, row) -> item.equals(CORRECTED)
                        ? new FormRow(
                                row.value().add(more),
                                row.priorYear(),
                                row.forecast().add(more))
                        : row);
    }

    private void write(Month month, BenchUnit unit, Path to, BiFunction<String, FormRow, FormRow> change)
            throws IOException {
        FormTemplate template = templates.of(month.shipped(), unit.template());
        if (month.years() != 0) {
            template = template.movedBy(month.years());
        }
        Map<String, BigDecimal> assigned = job.allocations(unit, figures);
        byte[] form = template.copy(
                byName(unit.template()),
                unit,
                Optional.ofNullable(hashes.get(month.years())).orElseThrow(),
                item -> change.apply(item, row(unit, item, month)),
                assigned);
        Path file = to.resolve(unit.code() + "-" + unit.nameZh() + "-" + month + ".xlsx");
        Files.write(file, form);
        Files.setLastModifiedTime(file, month.filed());
    }

    private FormRow row(BenchUnit unit, String item, Month month) {
        int years = month.years() - firstYear;
        if (unit.isCity()) {
            return figures.ofCity(
                    Optional.ofNullable(templates
                                    .of(month.shipped(), unit.code())
                                    .rows()
                                    .get(item))
                            .orElseThrow(),
                    item,
                    years);
        }
        return unit.isZone()
                ? figures.ofZone(unit, figures.ofDistrict(byCode.get(unit.host()), item, month.number(), years), item)
                : figures.ofDistrict(unit, item, month.number(), years);
    }

    private String byName(String code) {
        return byCode.get(code).nameZh();
    }

    /** Makes a year's job, and lets the program make one form of it: what its stamp says goes into all. */
    private void make(int year) throws IOException {
        Optional<String> previous =
                year == firstYear ? Optional.empty() : Optional.of("ningbo-" + (Month.SHIPPED_YEAR + year - 1));
        job.write(folder.resolve("job-" + (Month.SHIPPED_YEAR + year)), year, previous, figures);
        Site site = site(year, "blank");
        String city = shipped.shippedUnits().stream()
                .filter(BenchUnit::isCity)
                .findFirst()
                .orElseThrow()
                .code();
        Path blank = folder.resolve("blank");
        huibao.run(
                site,
                "template",
                "--district",
                city,
                "--period",
                (Month.SHIPPED_YEAR + year) + "-01",
                "--to",
                blank.toString());
        Path form = Folders.files(blank).get(0);
        hashes.put(year, FormTemplate.of(Files.readAllBytes(form)).stamp().get("CATALOGUE"));
        Folders.remove(blank);
    }

    private Site site(int year, String run) {
        int of = Month.SHIPPED_YEAR + year;
        return new Site(
                folder.resolve("job-" + of),
                folder.resolve(run).resolve("input-" + of),
                folder.resolve(run).resolve("output"),
                "ningbo-" + of);
    }
}
