package huibao.sample;

import huibao.catalogue.Catalogue;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneState;
import huibao.model.Period;
import huibao.model.Unit;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Milestones that start and are completed over the year; a few never start. */
final class SampleMilestones {

    /** What every evidence text begins with: it is typed into a form, and forms are Chinese. */
    private static final String EXAMPLE = "示例：";

    private final Catalogue catalogue;
    private final Dice dice;

    SampleMilestones(Catalogue catalogue, Dice dice) {
        this.catalogue = catalogue;
        this.dice = dice;
    }

    Map<MilestoneCode, SampleForm.Entry> of(Unit unit, Period period) {
        Map<MilestoneCode, SampleForm.Entry> entries = new LinkedHashMap<>();
        for (Milestone milestone : catalogue.milestonesFor(unit)) {
            entries.put(milestone.code(), entry(milestone, unit, period));
        }
        return entries;
    }

    private SampleForm.Entry entry(Milestone milestone, Unit unit, Period period) {
        int periods = period.frequency().periodsPerYear();
        String name = milestone.code() + "/" + unit.code();
        boolean never = dice.between(0, 24, "never", name) == 0;
        int start = dice.between(1, Math.max(1, periods / 2), "start", name);
        int end = start + dice.between(1, Math.max(1, periods), "end", name);
        if (never || period.number() < start) {
            return new SampleForm.Entry(MilestoneState.NOT_STARTED, Optional.empty(), "");
        }
        boolean completed = milestone.kind().isCompletable() && period.number() >= end;
        int since = completed ? end : start;
        LocalDate date = new Period(period.frequency(), period.year(), since)
                .lastDay()
                .minusDays(dice.between(0, 20, "day", name, since));
        return new SampleForm.Entry(
                completed ? MilestoneState.COMPLETED : MilestoneState.UNDER_WAY,
                Optional.of(date),
                EXAMPLE + milestone.evidence());
    }
}
