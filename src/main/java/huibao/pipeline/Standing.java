package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.model.Period;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.store.Registry;
import huibao.store.Submissions;
import huibao.store.YearArchive;
import huibao.validation.Context;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stood when a submission was judged: a submission judged again is compared with what it was
 * compared with the first time, so that judging one unit again gives what a full run gave.
 */
final class Standing {

    private final Catalogue catalogue;
    private final Optional<Registry> registry;
    private final Optional<YearArchive> lastYear;
    private final Comparator<SubmissionRecord> order;

    Standing(Catalogue catalogue, Registry registry) {
        this(catalogue, Optional.of(registry), registry.lastYear());
    }

    /**
     * @param registry what was judged this year; empty before the first run
     * @param lastYear what was judged the year before
     */
    Standing(Catalogue catalogue, Optional<Registry> registry, Optional<YearArchive> lastYear) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.lastYear = lastYear;
        this.order = Comparator.comparing(SubmissionRecord::decidedAt)
                .thenComparing(record -> record.period().orElseThrow())
                .thenComparing(record ->
                        catalogue.requireUnit(record.unit().orElseThrow()).order())
                .thenComparing(SubmissionRecord::receipt);
    }

    /** What the rules may compare a submission with. */
    Context contextOf(SubmissionRecord judged) {
        UnitCode unit = judged.unit().orElseThrow();
        Period period = judged.period().orElseThrow();
        Map<UnitCode, Submission> related = new LinkedHashMap<>();
        relatives(unit)
                .forEach(relative -> standing(registry, relative.code(), period, judged)
                        .ifPresent(found -> related.put(relative.code(), found)));
        return new Context(
                Stream.iterate(period.previousInYear(), Optional::isPresent, p -> p.flatMap(Period::previousInYear))
                        .flatMap(Optional::stream)
                        .map(earlier -> standing(registry, unit, earlier, judged))
                        .flatMap(Optional::stream)
                        .findFirst(),
                standing(lastYear, unit, period.yearBefore(), judged),
                related);
    }

    /** The host and sibling zones of a zone; the zones of a district. */
    private Stream<Unit> relatives(UnitCode unit) {
        Optional<UnitCode> host = catalogue.requireUnit(unit).host();
        UnitCode district = host.orElse(unit);
        return Stream.concat(
                        host.stream().map(code -> catalogue.requireUnit(code)), catalogue.zonesOf(district).stream())
                .filter(relative -> !relative.code().equals(unit));
    }

    private Optional<Submission> standing(
            Optional<? extends Submissions> known, UnitCode unit, Period period, SubmissionRecord before) {
        return known.flatMap(submissions -> submissions.submissions(unit, period).stream()
                .filter(record ->
                        record.state() == SubmissionState.ACCEPTED || record.state() == SubmissionState.SUPERSEDED)
                .filter(record -> order.compare(record, before) < 0)
                .max(order)
                .flatMap(submissions::asRead));
    }
}
