package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.FindingKind;
import huibao.model.FindingKind.RaisedBy;
import huibao.model.Rule;
import huibao.testing.JobFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} is written from the rules and their texts. */
class RulesDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/rules.md");
    private static final Catalogue NINGBO = JobFolder.ningbo();
    private static final Messages CHINESE = Messages.in(Locale.CHINESE);
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    private static final String HEAD = """
            # Rules over figures (审核规则)

            Written from the rules and their texts; `mvn -o test -Dtest=RulesDocumentTest -Dhuibao.golden=accept` \
            writes it anew.

            A rule that lacks a value is not judged; it neither passes nor fails. Sums may differ by half a unit of the \
            last decimal per term, nothing else is forgiven. A line of `rules.csv` switches a rule on for some items, \
            with its severity and its parameters.

            | rule | | | severity | in the Ningbo job |
            |---|---|---|---|---|
            """;

    /** Accept a new page: mvn -o test -Dtest=RulesDocumentTest -Dhuibao.golden=accept */
    @Test
    void theDocumentIsWhatTheRulesSay() throws IOException {
        String written = HEAD
                + rules().map(RulesDocumentTest::row).collect(Collectors.joining())
                + rules().map(RulesDocumentTest::section).collect(Collectors.joining());
        if ("accept".equals(System.getProperty("huibao.golden"))) {
            Files.writeString(DOCUMENT, written);
        }

        assertThat(DOCUMENT).hasContent(written);
    }

    static Stream<FindingKind> rules() {
        return Stream.of(FindingKind.values()).filter(kind -> kind.raisedBy() != RaisedBy.READING);
    }

    private static String row(FindingKind kind) {
        String here = NINGBO.linesOf(kind).stream()
                .map(rule -> rule.code().equals(kind.name()) ? line(rule) : rule.code() + " " + line(rule))
                .collect(Collectors.joining("; "));
        String otherwise = kind.raisedBy() == RaisedBy.RULE_OF_EVERY_JOB ? "without a line" : "not used";
        return "| [%s](#%s) | %s | %s | %s | %s |\n"
                .formatted(
                        kind,
                        kind.name().toLowerCase(Locale.ROOT),
                        CHINESE.title(kind),
                        ENGLISH.title(kind),
                        kind.defaultSeverity(),
                        here.isEmpty() ? otherwise : here);
    }

    private static String line(Rule rule) {
        String parameters = rule.parameters().entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + parameter.getValue().replace("|", "\\|"))
                .collect(Collectors.joining(";"));
        return (rule.severity() + " " + parameters).strip();
    }

    private static String section(FindingKind kind) {
        String parameters = kind.parameters().stream()
                .map(one -> "`%s` (%s%s)"
                        .formatted(one.name(), one.type().text(), one.required() ? "" : "; may be left out"))
                .collect(Collectors.joining(", "));
        return "\n## %s\n\n%s · %s\n\n".formatted(kind, CHINESE.title(kind), ENGLISH.title(kind))
                + "Severity: %s (%s)%s. "
                        .formatted(
                                kind.defaultSeverity(),
                                CHINESE.word(kind.defaultSeverity()),
                                kind.raisedBy() == RaisedBy.RULE_OF_EVERY_JOB ? ", in every job" : "")
                + (parameters.isEmpty() ? "No parameters.\n" : "Parameters: " + parameters + ".\n")
                + "\n| | 中文 | English |\n|---|---|---|\n"
                + Stream.of("compares", "cause", "remedy")
                        .map(text -> "| %s | %s | %s |\n"
                                .formatted(text, text(CHINESE, kind, text), text(ENGLISH, kind, text)))
                        .collect(Collectors.joining());
    }

    /** What a finding fills in stays open. */
    private static String text(Messages messages, FindingKind kind, String text) {
        return messages.text(kind + "." + text, name -> "…").replace("|", "\\|");
    }
}
