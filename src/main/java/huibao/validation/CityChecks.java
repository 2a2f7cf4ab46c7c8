package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Checks of the city's figures after roll-up (汇总后审核). */
public final class CityChecks {

    private final Catalogue catalogue;
    private final List<RunningRule<CityRule>> rules;

    /** Judges by this job's rules. */
    public CityChecks(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.rules = RunningRule.of(catalogue, CityRule.class);
    }

    /**
     * Runs the rules of scope CITY over what stands.
     *
     * @return findings by rule, item and unit in print order; {@code area} among their parameters holds the
     *     codes of the units concerned
     */
    public List<Finding> check(CityContext context) {
        List<Run> runs = rules.stream()
                .map(rule -> new Run(rule, new CityRun(catalogue, rule.limits(), context.revisions())))
                .toList();
        for (UnitFigures unit : context.units()) {
            runs.forEach(run -> run.each(check -> check.sum(unit)));
        }
        for (UnitFigures unit : context.units()) {
            runs.forEach(run -> run.each(check -> check.compare(unit)));
        }
        return runs.stream().flatMap(Run::findings).toList();
    }

    /** One rule over all units; if it breaks, that is all it says. */
    private static final class Run {

        private final RunningRule<CityRule> rule;
        private final List<CityCheck> checks = new ArrayList<>();
        private Optional<RuleResult> broken = Optional.empty();

        Run(RunningRule<CityRule> rule, CityRun start) {
            this.rule = rule;
            attempt(() -> checks.addAll(rule.check().checks(start)));
        }

        void each(Consumer<CityCheck> step) {
            attempt(() -> checks.forEach(step));
        }

        Stream<Finding> findings() {
            List<RuleResult> results = new ArrayList<>();
            each(check -> results.addAll(check.results()));
            return broken.map(List::of).orElse(results).stream().flatMap(result -> rule.finding(result).stream());
        }

        private void attempt(Runnable step) {
            if (broken.isEmpty()) {
                try {
                    step.run();
                } catch (RuntimeException e) {
                    broken = Optional.of(RuleResult.broken(e));
                }
            }
        }
    }
}
