package huibao.model;

import java.time.Instant;
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
 * @param figures item figures of every unit, then the city, in catalogue order
 * @param attainments city rows first, then units in print order, targets in catalogue order within each
 * @param milestones city rows first, then reporters
 * @param reporting one line per unit in print order
 * @param submissions every submission of the period, and those rejected in runs for it, in receipt order
 * @param observations what stands, units in print order, items in catalogue order
 * @param findings of every submission of the period, in receipt order, and within one in reporting order
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
        List<ItemFigure> figures,
        List<Attainment> attainments,
        List<MilestoneStatus> milestones,
        List<UnitReporting> reporting,
        List<SubmissionRecord> submissions,
        List<SourcedObservation> observations,
        List<SourcedFinding> findings,
        List<Finding> cityFindings,
        List<Revision> revisions,
        List<OpenFinding> review,
        Imputations imputations,
        int edition) {

    public Bulletin {
        figures = List.copyOf(figures);
        attainments = List.copyOf(attainments);
        milestones = List.copyOf(milestones);
        reporting = List.copyOf(reporting);
        submissions = List.copyOf(submissions);
        observations = List.copyOf(observations);
        findings = List.copyOf(findings);
        cityFindings = List.copyOf(cityFindings);
        revisions = List.copyOf(revisions);
        review = List.copyOf(review);
    }

    /** A bulletin of a job that reckons nothing for missing units. */
    public Bulletin(
            Period period,
            Instant at,
            String catalogueHash,
            boolean synthetic,
            List<ItemFigure> figures,
            List<Attainment> attainments,
            List<MilestoneStatus> milestones,
            List<UnitReporting> reporting,
            List<SubmissionRecord> submissions,
            List<SourcedObservation> observations,
            List<SourcedFinding> findings,
            List<Finding> cityFindings,
            List<Revision> revisions,
            List<OpenFinding> review,
            int edition) {
        this(
                period,
                at,
                catalogueHash,
                synthetic,
                figures,
                attainments,
                milestones,
                reporting,
                submissions,
                observations,
                findings,
                cityFindings,
                revisions,
                review,
                Imputations.none(),
                edition);
    }

    /** Rules that could not run, by code, and why. */
    public SortedMap<String, String> brokenRules() {
        SortedMap<String, String> broken = new TreeMap<>();
        Stream.concat(findings.stream().map(SourcedFinding::finding), cityFindings.stream())
                .filter(finding -> finding.outcome() == Outcome.BROKEN)
                .forEach(finding ->
                        broken.putIfAbsent(finding.rule(), finding.parameters().getOrDefault(Finding.FOUND, "")));
        return broken;
    }

    /** The same with what is known only once its figures are compared with those published before. */
    public Bulletin inEdition(int number, List<Revision> revised) {
        return new Bulletin(
                period,
                at,
                catalogueHash,
                synthetic,
                figures,
                attainments,
                milestones,
                reporting,
                submissions,
                observations,
                findings,
                cityFindings,
                revised,
                review,
                imputations,
                number);
    }
}
