package huibao.submission;

import huibao.model.CaptionWords;
import huibao.model.Frequency;
import huibao.model.Item;
import huibao.model.Milestone;
import huibao.model.ReadingLimits;
import huibao.model.Unit;
import java.time.LocalDate;
import java.util.List;

/**
 * What a job's form looks like, as far as reading it needs to know.
 *
 * @param formCode 表号
 * @param frequency how often it is due
 * @param year the only year the job collects
 * @param validUntil 有效期至
 * @param versions what the stamps of current forms say they were made from, 64 hexadecimal digits each; first what
 *     forms are made from now
 * @param units every unit that may report
 * @param items every item some unit's form asks for
 * @param milestones every milestone some unit reports on, possibly empty
 * @param limits how much of a workbook is read
 * @param captions what captions the job knows besides those every job knows
 */
public record FormDefinition(
        String formCode,
        Frequency frequency,
        int year,
        LocalDate validUntil,
        List<String> versions,
        List<Unit> units,
        List<Item> items,
        List<Milestone> milestones,
        ReadingLimits limits,
        CaptionWords captions) {

    public FormDefinition {
        versions = List.copyOf(versions);
        units = List.copyOf(units);
        items = List.copyOf(items);
        milestones = List.copyOf(milestones);
    }

    /** A form of a job that sets neither limits nor captions. */
    public FormDefinition(
            String formCode,
            Frequency frequency,
            int year,
            LocalDate validUntil,
            List<String> versions,
            List<Unit> units,
            List<Item> items,
            List<Milestone> milestones) {
        this(
                formCode,
                frequency,
                year,
                validUntil,
                versions,
                units,
                items,
                milestones,
                ReadingLimits.DEFAULT,
                CaptionWords.NONE);
    }

    /** The same form read within other limits. */
    public FormDefinition within(ReadingLimits others) {
        return new FormDefinition(
                formCode, frequency, year, validUntil, versions, units, items, milestones, others, captions);
    }
}
