package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Conversion;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.sample.SampleFigures;
import huibao.sample.SampleForm;
import huibao.spreadsheet.Text;
import huibao.spreadsheet.XmlTruth;
import huibao.testing.JobFolder;
import huibao.workbook.form.DataNature;
import huibao.workbook.form.FormContents;
import huibao.workbook.form.FormRow;
import huibao.workbook.form.FormWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged workbooks: whatever happens to the bytes on their way, reading ends, says something or reads the
 * figures that were typed. {@code -Dhuibao.fuzz.mutants=100000} for a longer run.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationFuzzTest {

    private static final int MUTANTS = Integer.getInteger("huibao.fuzz.mutants", 1200);
    private static final Pattern NODE = Pattern.compile("<(c|row|is|si|mergeCell|f|v|t)[ >/][^<]*(?:<[^/][^<]*)?");

    private Catalogue catalogue;
    private Path folder;
    private SubmissionReader reader;
    private byte[] form;
    private Map<ItemCode, Optional<BigDecimal>> typed;

    @BeforeAll
    void makeAForm(@TempDir Path shared) throws IOException {
        folder = shared;
        catalogue = JobFolder.ningbo();
        Unit unit = catalogue.requireUnit(new UnitCode("330212"));
        Period period = Period.parse("2023-06");
        SampleForm sample = new SampleFigures(catalogue, 5).form(unit, period);
        Map<ItemCode, FormRow> rows = new LinkedHashMap<>();
        sample.rows()
                .forEach((item, row) ->
                        rows.put(item, new FormRow(Optional.of(row.value()), row.priorYear(), row.forecast(), "", "")));
        form = new FormWorkbook(catalogue, Messages.in(Locale.SIMPLIFIED_CHINESE))
                .write(unit, period, new FormContents(rows, Map.of(), Map.of(), "", DataNature.SYNTHETIC));
        reader = new SubmissionReader(
                new FormDefinition(
                        catalogue.settings().form().code(),
                        catalogue.settings().frequency(),
                        catalogue.settings().year(),
                        catalogue.settings().form().validUntil(),
                        List.of(catalogue.formHash()),
                        catalogue.units(),
                        catalogue.items(),
                        catalogue.milestones()),
                (source, why) -> {});
        typed = figures(read(form));
        assertThat(typed)
                .hasSizeGreaterThan(55)
                .allSatisfy((item, value) -> assertThat(value).isPresent());
    }

    @Test
    void damagedBytesAreNoticedOrHarmless() throws IOException {
        for (int seed = 0; seed < MUTANTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] mutant = form.clone();
            int kind = random.nextInt(4);
            int at = random.nextInt(mutant.length);
            if (kind == 0) {
                mutant[at] ^= (byte) (1 << random.nextInt(8));
            } else if (kind == 1) {
                mutant = Arrays.copyOf(mutant, at);
            } else if (kind == 2) {
                for (int i = at; i < Math.min(mutant.length, at + 1 + random.nextInt(64)); i++) {
                    mutant[i] = (byte) random.nextInt(256);
                }
            } else {
                mutant = duplicated(mutant, at, 1 + random.nextInt(512));
            }
            assertSound(mutant, "bytes, seed " + seed);
        }
    }

    @Test
    void damagedXmlIsNoticedOrHarmless() throws IOException {
        Map<String, byte[]> parts = unzip(form);
        int taken = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, byte[]> changed = new TreeMap<>(parts);
            String name = changed.keySet().stream()
                    .filter(part -> part.endsWith(".xml") || part.endsWith(".rels"))
                    .skip(random.nextInt(changed.size()))
                    .findFirst()
                    .orElse("xl/worksheets/sheet1.xml");
            String xml = new String(changed.get(name), StandardCharsets.UTF_8);
            changed.put(name, mutated(xml, random).getBytes(StandardCharsets.UTF_8));
            if (random.nextInt(20) == 0) {
                changed.remove(name);
            }
            if (random.nextInt(20) == 0) {
                swap(changed, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
            }
            String which = "xml " + name + ", seed " + seed;
            Reading reading = assertEnds(zip(changed), which);
            if (reading.submission().isPresent()) {
                taken++;
                XmlTruth truth = new XmlTruth(changed);
                for (Observation observation : reading.submission().get().observations()) {
                    assertTrue(truth, observation, which);
                }
            }
        }
        assertThat(taken).as("mutants that were taken and compared").isGreaterThan(MUTANTS / 4);
    }

    private static void swap(Map<String, byte[]> parts, String one, String other) {
        byte[] first = parts.remove(one);
        byte[] second = parts.remove(other);
        if (first != null && second != null) {
            parts.put(one, second);
            parts.put(other, first);
        }
    }

    /** What was read stands in its cell, in a row that names the item and a column that names the figure. */
    private void assertTrue(XmlTruth truth, Observation observation, String which) {
        Item item = catalogue.findItem(observation.item()).orElseThrow();
        Map.of("本年累计", observation.value(), "上年同期", observation.priorYear(), "预计全年", observation.forecast())
                .forEach((caption, figure) -> {
                    Optional<BigDecimal> read = figure.amount().known();
                    boolean asWritten = figure.conversions().stream()
                            .allMatch(conversion -> conversion.kind() == Conversion.Kind.FLOAT_NOISE);
                    if (read.isPresent() && asWritten) {
                        CellRef at = figure.at().orElseThrow();
                        String what = which + ": " + item.code() + " at " + at + " read as " + read.get();
                        assertThat(truth.number(at))
                                .as(what)
                                .hasValueSatisfying(written -> assertThat(
                                                written.subtract(read.get()).abs())
                                        .isLessThan(new BigDecimal("0.000000001")));
                        assertThat(truth.row(at).stream().map(Text::key))
                                .as(what)
                                .containsAnyOf(item.code().value(), Text.key(item.nameZh()));
                        assertThat(truth.above(at))
                                .as(what)
                                .anyMatch(text -> Text.key(text).contains(caption));
                    }
                });
    }

    /** Ends, without an exception, and every figure read is one that was typed or has a finding. */
    private void assertSound(byte[] mutant, String which) {
        Reading reading = assertEnds(mutant, which);
        figures(reading).forEach((item, value) -> {
            if (value.isPresent() && !value.equals(typed.get(item))) {
                Assertions.fail(which + ": " + item + " read as " + value + ", typed " + typed.get(item));
            }
        });
    }

    private Reading assertEnds(byte[] mutant, String which) {
        Reading reading = Assertions.assertTimeout(Duration.ofSeconds(20), () -> read(mutant), which);
        boolean accounted = reading.submission().isPresent()
                || reading.findings().stream()
                        .anyMatch(finding -> finding.kind().rejects());
        assertThat(accounted).as(which).isTrue();
        return reading;
    }

    private Reading read(byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("mutant.xlsx"), bytes);
            return reader.read(file, new SourceFile("mutant.xlsx", "0".repeat(64), bytes.length));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<ItemCode, Optional<BigDecimal>> figures(Reading reading) {
        return reading.submission().stream()
                .flatMap(submission -> submission.observations().stream())
                .collect(Collectors.toMap(
                        Observation::item,
                        observation -> observation.value().amount().known(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static String mutated(String xml, SplittableRandom random) {
        Matcher matcher = NODE.matcher(xml);
        int start = random.nextInt(Math.max(1, xml.length()));
        if (!matcher.find(start)) {
            return xml.substring(0, start);
        }
        String node = matcher.group();
        return switch (random.nextInt(8)) {
            case 4 -> xml.substring(0, start) + xml.substring(Math.min(xml.length(), start + 1 + random.nextInt(200)));
            case 5 -> xml.substring(0, matcher.start()) + other(xml, random) + xml.substring(matcher.end());
            case 6 ->
                xml.substring(0, matcher.start())
                        + node.replaceFirst("\"[^\"]*\"", Matcher.quoteReplacement(attribute(xml, random)))
                        + xml.substring(matcher.end());
            case 7 -> xml.substring(0, matcher.start()) + other(xml, random) + xml.substring(matcher.start());
            case 0 -> xml.substring(0, matcher.start()) + xml.substring(matcher.end());
            case 1 -> xml.substring(0, matcher.start()) + node + node + xml.substring(matcher.end());
            case 2 ->
                xml.substring(0, matcher.start())
                        + node.replaceAll("\"[^\"]*\"", "\"\"")
                        + xml.substring(matcher.end());
            default ->
                xml.substring(0, matcher.start())
                        + node.replaceAll("\\d", Integer.toString(random.nextInt(10)))
                        + xml.substring(matcher.end());
        };
    }

    /** Another node of the same part. */
    private static String other(String xml, SplittableRandom random) {
        Matcher matcher = NODE.matcher(xml);
        return matcher.find(random.nextInt(xml.length())) ? matcher.group() : "";
    }

    /** The value of some attribute of the same part, in its quotation marks. */
    private static String attribute(String xml, SplittableRandom random) {
        Matcher matcher = Pattern.compile("\"[^\"<]*\"").matcher(xml);
        return matcher.find(random.nextInt(xml.length())) ? matcher.group() : "\"\"";
    }

    private static byte[] duplicated(byte[] bytes, int at, int length) {
        int end = Math.min(bytes.length, at + length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, end);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
