package huibao.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything published for one period: what the summary workbook, the database and the Parquet files
 * are written from.
 *
 * @param period the period
 * @param at the stated time of the run
 * @param catalogueHash the catalogue it was judged under
 * @param synthetic whether any accepted submission of the period says its figures are synthetic
 * @param cityFigures the city's item figures, in catalogue order
 * @param cityAttainments the city's verdicts, in catalogue order
 * @param units every unit's part, the city's own form among them
 * @param milestones city rows first, then reporters
 * @param reporting one line per unit in print order
 * @param submissions every submission of the period, and those rejected in runs for it, in receipt order
 * @param rejectedFindings of the files of which no unit is known, in receipt order
 * @param cityFindings findings over the city's figures
 * @param revisions what changed since the previous period's bulletin was first published, in this period and in
 *     earlier ones of the year; newest first
 * @param review the findings still open, in the order of what hangs on them
 * @param imputations what is reckoned for missing units, beside everything else
 * @param edition which edition of the period's bulletin it is, from 1; 0 if nothing of the period was ever published
 */
public record Bulletin(
        Period period,
        Instant at,
        String catalogueHash,
        boolean synthetic,
        List<ItemFigure> cityFigures,
        List<Attainment> cityAttainments,
        BulletinUnits units,
        List<MilestoneStatus> milestones,
        List<UnitReporting> reporting,
        List<SubmissionRecord> submissions,
        List<SourcedFinding> rejectedFindings,
        List<Finding> cityFindings,
        List<Revision> revisions,
        List<OpenFinding> review,
        Imputations imputations,
        int edition) {

    public Bulletin {
        cityFigures = List.copyOf(cityFigures);
        cityAttainments = List.copyOf(cityAttainments);
        milestones = List.copyOf(milestones);
        reporting = List.copyOf(reporting);
        submissions = List.copyOf(submissions);
        rejectedFindings = List.copyOf(rejectedFindings);
        cityFindings = List.copyOf(cityFindings);
        revisions = List.copyOf(revisions);
        review = List.copyOf(review);
    }

    /** Rules that could not run, by code, and why. */
    public SortedMap<String, String> brokenRules() {
        SortedMap<String, String> broken = new TreeMap<>();
        List<SourcedFinding> onForms = new ArrayList<>(rejectedFindings);
        units.forEach(unit -> onForms.addAll(unit.findings().stream()
                .filter(sourced -> sourced.finding().outcome() == Outcome.BROKEN)
                .toList()));
        onForms.sort(Comparator.comparingLong(sourced -> sourced.submission().receipt()));
        Stream.concat(onForms.stream().map(SourcedFinding::finding), cityFindings.stream())
                .filter(finding -> finding.outcome() == Outcome.BROKEN)
                .forEach(finding -> broken.putIfAbsent(finding.rule(), finding.found()));
        return broken;
    }

    /** How many units' forms are accepted. */
    public long accepted() {
        return reporting.stream()
                .filter(line -> line.acceptedVersion().isPresent())
                .count();
    }

    /** How many of the city's targets stand at each light. */
    public SortedMap<Light, Long> lights() {
        SortedMap<Light, Long> counts = new TreeMap<>();
        for (Light light : Light.values()) {
            counts.put(
                    light,
                    cityAttainments.stream().filter(row -> row.light() == light).count());
        }
        return counts;
    }

    /** What the open findings decide. */
    public Stake stake() {
        return Stake.of(review);
    }

    /** The same with what is known only once its figures are compared with those published before. */
    public Bulletin inEdition(int number, List<Revision> revised) {
        return new Bulletin(
                period,
                at,
                catalogueHash,
                synthetic,
                cityFigures,
                cityAttainments,
                units,
                milestones,
                reporting,
                submissions,
                rejectedFindings,
                cityFindings,
                revised,
                review,
                imputations,
                number);
    }
}
