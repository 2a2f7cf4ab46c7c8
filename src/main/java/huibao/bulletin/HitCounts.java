package huibao.bulletin;

import huibao.bulletin.RuleHit.Explanation;
import huibao.bulletin.RuleHit.LaterFigure;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a rule hit, in numbers.
 *
 * @param hits how often it hit
 * @param submissions how many forms
 * @param turned how many of these it would send back although they were accepted
 * @param corrected how many of the figures hit were corrected later
 * @param correctedPercent the same in whole percent; 0 of none
 * @param explained how many have a usable explanation
 * @param explainedPercent the same in whole percent; 0 of none
 */
public record HitCounts(
        int hits,
        int submissions,
        int turned,
        int corrected,
        int correctedPercent,
        int explained,
        int explainedPercent) {

    /** Counts hits. */
    public static HitCounts of(List<RuleHit> hits) {
        int corrected = count(hits, hit -> hit.figure() == LaterFigure.CORRECTED);
        int explained = count(hits, hit -> hit.explanation() == Explanation.GIVEN);
        return new HitCounts(
                hits.size(),
                forms(hits, hit -> true),
                forms(hits, RuleHit::turnsAway),
                corrected,
                percent(corrected, hits.size()),
                explained,
                percent(explained, hits.size()));
    }

    private static int count(List<RuleHit> hits, Predicate<RuleHit> which) {
        return Math.toIntExact(hits.stream().filter(which).count());
    }

    private static int forms(List<RuleHit> hits, Predicate<RuleHit> which) {
        return Math.toIntExact(hits.stream()
                .filter(which)
                .map(RuleHit::submissionId)
                .distinct()
                .count());
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : Math.toIntExact((part * 200L + whole) / (2L * whole));
    }
}
