package huibao.validation;

import static huibao.validation.FilledForm.rule;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.Outcome;
import huibao.model.Rule;
import huibao.model.Submission;
import huibao.model.UnitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One rule, one form: what comes of it. Every failure's texts are checked against what the finding carries. */
final class Judgements {

    private Judgements() {}

    static FilledForm june() {
        return FilledForm.yinzhou("2023-06");
    }

    static Context previous(FilledForm form) {
        return context(Optional.of(form.submission()), Optional.empty(), Map.of());
    }

    static Context related(FilledForm... forms) {
        Map<UnitCode, Submission> related = new TreeMap<>();
        Stream.of(forms).map(FilledForm::submission).forEach(form -> related.put(form.unit(), form));
        return context(Optional.empty(), Optional.empty(), related);
    }

    /** What is accepted of other periods and units; no form is alike and nothing was explained before. */
    static Context context(
            Optional<Submission> previous, Optional<Submission> lastYear, Map<UnitCode, Submission> related) {
        return new Context(previous, lastYear, related, List.of(), Map.of(), Optional.empty());
    }

    static Decision judge(Rule rule, FilledForm form, Context context) {
        return new Validator(FilledForm.jobWith(rule)).validate(form.reading(), context);
    }

    static void assertPasses(Rule rule, FilledForm form) {
        assertPasses(rule, form, Context.none());
    }

    static void assertPasses(Rule rule, FilledForm form, Context context) {
        Decision decision = judge(rule, form, context);
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.tally().get(rule.code())).containsKey(Outcome.PASSED);
    }

    static void assertNotJudged(Rule rule, FilledForm form, Context context) {
        Decision decision = judge(rule, form, context);
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.tally().get(rule.code())).containsOnlyKeys(Outcome.NOT_JUDGED);
    }

    static Finding only(Rule rule, FilledForm form) {
        return only(rule, form, Context.none());
    }

    static Finding only(Rule rule, FilledForm form, Context context) {
        List<Finding> findings = judge(rule, form, context).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).kind()).isEqualTo(rule.kind());
        assertThat(findings.get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertTextsAreFilled(findings.get(0));
        return findings.get(0);
    }

    /** What a text names outside its optional parts, the finding must say. */
    private static void assertTextsAreFilled(Finding finding) {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("finding.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String language : List.of("zh", "en")) {
            for (String text : List.of("message", "expected", "remedy")) {
                String key = finding.kind() + "." + text + "." + language;
                String template = texts.getProperty(key).replaceAll("\\[\\[.*?]]", "");
                assertThat(Pattern.compile("\\{([a-z_]+)}")
                                .matcher(template)
                                .results()
                                .map(match -> match.group(1)))
                        .as(key)
                        .allMatch(name ->
                                !finding.parameters().getOrDefault(name, "").isEmpty());
            }
        }
    }
}
