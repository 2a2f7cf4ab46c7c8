package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.store.Registry;
import huibao.validation.Context;
import huibao.validation.GivenExplanation;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stood when a submission was judged: a submission judged again is compared with what it was
 * compared with the first time, so that judging one unit again gives what a full run gave.
 */
final class Standing {

    /** As many as a form can reasonably have been made of. */
    private static final int MOST_ALIKE = 3;

    private final Catalogue catalogue;
    private final Registry registry;
    private final List<Rule> rules;
    private final Comparator<SubmissionRecord> order;

    Standing(Catalogue catalogue, Registry registry) {
        this(catalogue, registry, catalogue.rulesOf(FindingKind.FORM_COPIED));
    }

    /** What rules other than the job's would have met. */
    Standing(Catalogue catalogue, Registry registry, List<Rule> rules) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.rules = rules;
        this.order = Comparator.comparing(SubmissionRecord::decidedAt)
                .thenComparing(record -> record.period().orElseThrow())
                .thenComparing(record ->
                        catalogue.requireUnit(record.unit().orElseThrow()).order())
                .thenComparing(SubmissionRecord::receipt);
    }

    /** What the rules may compare a submission with. */
    Context contextOf(SubmissionRecord judged, Submission submission) {
        UnitCode unit = judged.unit().orElseThrow();
        Period period = judged.period().orElseThrow();
        Map<UnitCode, Submission> related = new LinkedHashMap<>();
        relatives(unit)
                .forEach(relative -> standing(relative.code(), period, judged)
                        .ifPresent(found -> related.put(relative.code(), found)));
        Iterator<Submission> earlier = earlier(unit, period, judged).iterator();
        Optional<Submission> previous = earlier.hasNext() ? Optional.of(earlier.next()) : Optional.empty();
        return new Context(
                previous,
                standing(unit, period.yearBefore(), judged),
                related,
                alike(judged, submission),
                previous.map(latest -> GivenExplanation.of(latest, earlier)).orElse(Map.of()));
    }

    /** A unit's forms of earlier periods of the year, the last one first; each is read when it is asked for. */
    private Stream<Submission> earlier(UnitCode unit, Period period, SubmissionRecord judged) {
        return Stream.iterate(period.previousInYear(), Optional::isPresent, p -> p.flatMap(Period::previousInYear))
                .flatMap(Optional::stream)
                .map(earlier -> standing(unit, earlier, judged))
                .flatMap(Optional::stream);
    }

    /** The forms that share most figures with one, of the items for which a rule asks that. */
    private List<Submission> alike(SubmissionRecord judged, Submission submission) {
        UnitCode unit = judged.unit().orElseThrow();
        Period period = judged.period().orElseThrow();
        Set<ItemCode> asked = rules.stream()
                .filter(rule -> rule.kind() == FindingKind.FORM_COPIED)
                .flatMap(rule -> rule.items().stream())
                .collect(Collectors.toSet());
        Map<ItemCode, BigDecimal> figures = new TreeMap<>();
        for (Observation row : submission.observations()) {
            row.value()
                    .amount()
                    .known()
                    .filter(value -> value.signum() != 0 && asked.contains(row.item()))
                    .ifPresent(value -> figures.put(row.item(), value));
        }
        return registry.sharing(unit, period, figures).entrySet().stream()
                .sorted(Map.Entry.<SubmissionRecord, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(order)))
                .map(Map.Entry::getKey)
                .filter(record -> standingRecord(
                                record.unit().orElseThrow(), record.period().orElseThrow(), judged)
                        .filter(record::equals)
                        .isPresent())
                .limit(MOST_ALIKE)
                .flatMap(record -> registry.asRead(record).stream())
                .toList();
    }

    /** The host and sibling zones of a zone; the zones of a district. */
    private Stream<Unit> relatives(UnitCode unit) {
        Optional<UnitCode> host = catalogue.requireUnit(unit).host();
        UnitCode district = host.orElse(unit);
        return Stream.concat(
                        host.stream().map(code -> catalogue.requireUnit(code)), catalogue.zonesOf(district).stream())
                .filter(relative -> !relative.code().equals(unit));
    }

    private Optional<Submission> standing(UnitCode unit, Period period, SubmissionRecord before) {
        return standingRecord(unit, period, before).flatMap(registry::asRead);
    }

    private Optional<SubmissionRecord> standingRecord(UnitCode unit, Period period, SubmissionRecord before) {
        return registry.submissions(unit, period).stream()
                .filter(record ->
                        record.state() == SubmissionState.ACCEPTED || record.state() == SubmissionState.SUPERSEDED)
                .filter(record -> order.compare(record, before) < 0)
                .max(order);
    }
}
