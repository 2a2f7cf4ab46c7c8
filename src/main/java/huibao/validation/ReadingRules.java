package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code rules.csv} makes of reading's findings: another severity, on trial, or off. What loses a
 * figure or the form stays as grave as it is, whatever the file says.
 */
record ReadingRules(Catalogue catalogue) {

    List<Finding> apply(List<Finding> findings) {
        return findings.stream().flatMap(this::apply).toList();
    }

    private Stream<Finding> apply(Finding finding) {
        Optional<Rule> line = catalogue.linesOf(finding.kind()).stream()
                .filter(rule -> covers(rule, finding))
                .findFirst();
        if (!finding.kind().isSwitchable() || line.isEmpty()) {
            return Stream.of(finding);
        }
        Rule rule = line.get();
        return switch (rule.state()) {
            case OFF -> Stream.empty();
            case ON, TRIAL ->
                Stream.of(new Finding(
                        rule.code(),
                        finding.kind(),
                        rule.severity(),
                        finding.outcome(),
                        rule.state() == Rule.State.TRIAL,
                        finding.item(),
                        finding.cells(),
                        finding.parameters(),
                        finding.explanation()));
        };
    }

    private static boolean covers(Rule rule, Finding finding) {
        return rule.items().isEmpty()
                || finding.item().filter(rule.items()::contains).isPresent();
    }
}
