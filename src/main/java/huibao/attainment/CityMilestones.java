package huibao.attainment;

import huibao.catalogue.Catalogue;
import huibao.model.AttainmentStatus;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneStatus;
import huibao.model.Period;
import huibao.model.UnitCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the city stands with its milestones, while those who report on them are added one after the other, in any
 * order: per milestone the least advanced, and who is silent.
 */
public final class CityMilestones {

    private final Catalogue catalogue;
    private final Period period;
    private final Comparator<MilestoneStatus> leastAdvanced;
    private final Map<MilestoneCode, Tally> tallies = new HashMap<>();

    /** What has been added for one milestone. */
    private static final class Tally {

        private Optional<MilestoneStatus> least = Optional.empty();
        private final List<UnitCode> waitingFor = new ArrayList<>();
    }

    public CityMilestones(Catalogue catalogue, Period period) {
        this.catalogue = catalogue;
        this.period = period;
        this.leastAdvanced = Comparator.comparing(
                        (MilestoneStatus status) -> status.state().orElseThrow())
                .thenComparing(MilestoneStatus::monthsLate, Comparator.reverseOrder())
                .thenComparing(status -> catalogue.placeOf(status.refArea()));
        catalogue.milestones().forEach(milestone -> tallies.put(milestone.code(), new Tally()));
    }

    /** Adds the rows of one reporter. */
    public void add(List<MilestoneStatus> rows) {
        for (MilestoneStatus row : rows) {
            Tally tally = tally(row.milestone());
            if (row.state().isEmpty()) {
                tally.waitingFor.add(row.refArea());
            } else if (tally.least
                    .filter(least -> leastAdvanced.compare(least, row) <= 0)
                    .isEmpty()) {
                tally.least = Optional.of(row);
            }
        }
    }

    /** The city's row of each milestone, in catalogue order. */
    public List<MilestoneStatus> rows() {
        return catalogue.milestones().stream().map(this::row).toList();
    }

    private MilestoneStatus row(Milestone milestone) {
        Tally tally = tally(milestone.code());
        Optional<MilestoneStatus> least = tally.least;
        List<UnitCode> waitingFor = tally.waitingFor.stream()
                .sorted(Comparator.comparing(unit -> catalogue.placeOf(unit)))
                .toList();
        return new MilestoneStatus(
                period,
                milestone.code(),
                catalogue.city().code(),
                least.flatMap(MilestoneStatus::state),
                least.flatMap(MilestoneStatus::date),
                least.map(MilestoneStatus::evidence).orElse(""),
                least.map(row -> together(row.status(), waitingFor)).orElse(AttainmentStatus.NO_DATA),
                least.map(MilestoneStatus::monthsLate).orElse(0),
                waitingFor);
    }

    private AttainmentStatus together(AttainmentStatus least, List<UnitCode> waitingFor) {
        if (least != AttainmentStatus.ACHIEVED || waitingFor.isEmpty()) {
            return least;
        }
        return period.isLastOfYear() ? AttainmentStatus.NO_DATA : AttainmentStatus.IN_PROGRESS;
    }

    private Tally tally(MilestoneCode milestone) {
        Tally tally = tallies.get(milestone);
        if (tally == null) {
            throw new IllegalArgumentException("the job has no milestone " + milestone);
        }
        return tally;
    }
}
