package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.Decision;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.Observation;
import huibao.model.Reading;
import huibao.model.Submission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What came of a workbook, held against what a line of the specification says. */
final class Reports {

    private static final Pattern CELL = Pattern.compile("(\\S+) (本年累计|上年同期|同比|预计全年|核实说明|备注) = (.*)");
    private static final Pattern PARAMETERS = Pattern.compile("\\[([^\\]=]+)=([^\\]]*)\\]");
    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

    private Reports() {}

    /** Checks the statements of the column "read". */
    static void assertRead(List<String> statements, Reading reading, Submission clean) {
        for (String statement : statements) {
            if (statement.equals("nothing")) {
                assertThat(reading.submission()).isEmpty();
            } else {
                assertRead(
                        statement,
                        reading.submission().orElseThrow(() -> new AssertionError(show(reading.findings()))),
                        clean);
            }
        }
    }

    private static void assertRead(String statement, Submission read, Submission clean) {
        Matcher cell = CELL.matcher(statement);
        if (statement.equals("everything as on the clean form")) {
            assertThat(figures(read)).isEqualTo(figures(clean));
            assertThat(read.header().signatures()).isEqualTo(clean.header().signatures());
            assertThat(read.milestones().stream()
                            .map(m -> m.milestone() + " " + m.state() + " " + m.date() + " " + m.evidence()))
                    .isEqualTo(clean.milestones().stream()
                            .map(m -> m.milestone() + " " + m.state() + " " + m.date() + " " + m.evidence())
                            .toList());
        } else if (statement.equals("figures as on the clean form")) {
            assertThat(figures(read)).isEqualTo(figures(clean));
        } else if (statement.startsWith("unit = ")) {
            assertThat(read.unit().value()).isEqualTo(statement.substring("unit = ".length()));
        } else if (statement.startsWith("period = ")) {
            assertThat(read.period().toString()).isEqualTo(statement.substring("period = ".length()));
        } else if (cell.matches()) {
            assertCell(read, cell.group(1), cell.group(2), cell.group(3));
        } else {
            throw new IllegalArgumentException("nobody can check: " + statement);
        }
    }

    private static void assertCell(Submission read, String item, String column, String expected) {
        Optional<Observation> found = read.observations().stream()
                .filter(one -> one.item().value().equals(item))
                .findFirst();
        if (found.isEmpty() && expected.equals("no row")) {
            return;
        }
        Observation row = found.orElseThrow(() -> new AssertionError("no " + item));
        Map<String, Function<Observation, Figure>> figures = Map.of(
                "本年累计", Observation::value,
                "上年同期", Observation::priorYear,
                "同比", Observation::growth,
                "预计全年", Observation::forecast);
        Function<Observation, Figure> figure = figures.get(column);
        if (figure == null) {
            String text = column.equals("备注") ? row.remark() : row.explanation();
            assertThat(text).as(item + " " + column).isEqualTo(expected);
        } else if (expected.equals("missing")) {
            assertThat(figure.apply(row).amount().known())
                    .as(item + " " + column)
                    .isEmpty();
        } else {
            assertThat(figure.apply(row)
                            .amount()
                            .known()
                            .orElseThrow(() -> new AssertionError(item + " " + column + " is missing")))
                    .as(item + " " + column)
                    .isEqualByComparingTo(new BigDecimal(expected));
        }
    }

    private static List<String> figures(Submission submission) {
        return submission.observations().stream()
                .map(row -> row.item() + " " + row.value().amount().known() + " "
                        + row.priorYear().amount().known() + " "
                        + row.forecast().amount().known())
                .toList();
    }

    /** Checks the column "findings": all of them and none besides, unless * stands for others. */
    static void assertFindings(List<String> expected, Decision decision) {
        List<Finding> findings = decision.findings();
        List<String> bare = expected.stream()
                .filter(one -> !one.equals("*"))
                .map(one -> PARAMETERS.matcher(one).replaceAll("").strip())
                .toList();
        List<String> said = findings.stream().map(Reports::brief).toList();
        if (expected.contains("*")) {
            assertThat(said).as(show(findings)).containsAll(bare);
        } else {
            assertThat(said).as(show(findings)).containsExactlyInAnyOrderElementsOf(bare);
        }
        for (String one : expected) {
            Matcher parameter = PARAMETERS.matcher(one);
            while (parameter.find()) {
                String brief = PARAMETERS.matcher(one).replaceAll("").strip();
                assertThat(findings.stream().filter(finding -> brief(finding).equals(brief)))
                        .as(show(findings))
                        .extracting(finding -> finding.parameters().get(parameter.group(1)))
                        .contains(parameter.group(2));
            }
        }
    }

    private static String brief(Finding finding) {
        String cell = finding.cells().stream().findFirst().map(Object::toString).orElse("");
        return (finding.rule() + " " + finding.severity() + " " + cell).strip();
    }

    /** Every finding says in both languages what is there, what should be and what to do, with nothing left open. */
    static void assertReadable(List<Finding> findings) {
        for (Finding finding : findings) {
            for (Locale language : LANGUAGES) {
                Messages messages = Messages.in(language);
                for (String text : Arrays.asList(
                        messages.message(finding), messages.expected(finding), messages.remedy(finding))) {
                    assertThat(text).as(finding.rule()).isNotBlank().doesNotContain("{", "[[", "]]");
                }
            }
        }
    }

    static String show(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding one : findings) {
            lines.add(brief(one) + " | "
                    + LANGUAGES.stream()
                            .map(language -> Messages.in(language).message(one))
                            .collect(Collectors.joining(" | "))
                    + " " + one.parameters());
        }
        return String.join("\n", lines);
    }
}
