package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.Light;
import huibao.model.Period;
import huibao.model.SeasonalPace;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.TargetCode;
import huibao.model.UnitReporting;
import huibao.store.Edition;
import huibao.store.PublishedPeriod;
import huibao.store.PublishedPeriod.Verdict;
import huibao.store.Registry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a period stands, in short: who has reported is told by what was sent, the rest as it was published.
 *
 * @param period the period
 * @param synthetic whether any accepted submission says its figures are synthetic
 * @param reporting one line per unit in print order, without how much of its form each filled in
 * @param lights how many of the city's targets stand at each light
 * @param open what is still to be looked at
 * @param contradicted the city's targets on which last year's pace and the official one part, in catalogue order
 * @param cityFindings findings over the city's figures
 * @param brokenRules rules that could not run, by code, and why
 */
public record PeriodStatus(
        Period period,
        boolean synthetic,
        List<UnitReporting> reporting,
        SortedMap<Light, Long> lights,
        PublishedPeriod.Open open,
        List<TargetCode> contradicted,
        List<Finding> cityFindings,
        SortedMap<String, String> brokenRules) {

    /** From the tables; what was never published under this state of the job folder is computed. */
    public static PeriodStatus of(Catalogue catalogue, Registry registry, Period period) {
        Bulletins bulletins = Bulletins.asPublished(catalogue, registry);
        return registry.editions()
                .latest(period)
                .map(Edition::catalogueHash)
                .filter(catalogue.hash()::equals)
                .map(published -> published(catalogue, registry, period, bulletins.submissions(period)))
                .orElseGet(() -> of(bulletins.of(period)));
    }

    private static PeriodStatus published(
            Catalogue catalogue, Registry registry, Period period, List<SubmissionRecord> submissions) {
        PublishedPeriod tables = registry.published(period);
        List<Verdict> verdicts = tables.verdicts(catalogue.city().code());
        SortedMap<Light, Long> lights = new TreeMap<>();
        for (Light light : Light.values()) {
            lights.put(
                    light, verdicts.stream().filter(row -> row.light() == light).count());
        }
        List<TargetCode> contradicted = verdicts.stream()
                .filter(row -> SeasonalPace.contradicts(row.seasonal(), row.status()))
                .map(Verdict::target)
                .toList();
        return new PeriodStatus(
                period,
                submissions.stream()
                        .anyMatch(record -> record.state() == SubmissionState.ACCEPTED && record.synthetic()),
                lines(catalogue, period, submissions),
                lights,
                tables.open(),
                catalogue.targets().stream()
                        .map(target -> target.code())
                        .filter(contradicted::contains)
                        .toList(),
                tables.cityFindings(),
                tables.brokenRules());
    }

    /** Who has sent what; of reminders and of what is in the forms nothing is told. */
    static List<UnitReporting> lines(Catalogue catalogue, Period period, List<SubmissionRecord> submissions) {
        return new ReportingLines(catalogue, List.of(), Instant.EPOCH, record -> Optional.empty())
                .of(period, submissions);
    }

    private static PeriodStatus of(Bulletin bulletin) {
        return new PeriodStatus(
                bulletin.period(),
                bulletin.synthetic(),
                bulletin.reporting(),
                bulletin.lights(),
                new PublishedPeriod.Open(bulletin.review().size(), bulletin.stake()),
                bulletin.cityAttainments().stream()
                        .filter(row -> row.seasonal().contradicts(row.status()))
                        .map(Attainment::target)
                        .toList(),
                bulletin.cityFindings(),
                bulletin.brokenRules());
    }

    /** How many units' forms are accepted. */
    public long accepted() {
        return reporting.stream()
                .filter(line -> line.acceptedVersion().isPresent())
                .count();
    }
}
