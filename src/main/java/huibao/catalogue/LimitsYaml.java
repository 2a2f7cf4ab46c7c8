package huibao.catalogue;

import huibao.model.ReadingLimits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Reads {@code limits} and {@code retention} of {@code job.yaml}, of which a job sets what is not to be as usual. */
final class LimitsYaml {

    private LimitsYaml() {}

    /** How much of one workbook is read; what the job does not set is as everywhere. */
    static ReadingLimits reading(JobYaml.Keys keys) {
        ReadingLimits usual = ReadingLimits.DEFAULT;
        ReadingLimits limits = new ReadingLimits(
                keys.megabytes("file_megabytes", usual.fileBytes()),
                keys.megabytes("xls_megabytes", usual.xlsBytes()),
                keys.most("entries", usual.entries()),
                keys.megabytes("part_megabytes", usual.partBytes()),
                keys.megabytes("unpacked_megabytes", usual.unpackedBytes()),
                keys.most("packing_ratio", usual.packingRatio()),
                keys.most("sheets", usual.sheets()),
                keys.most("cells", usual.cells()),
                keys.most("workbook_cells", usual.workbookCells()),
                keys.most("columns", usual.columns()),
                keys.most("texts", usual.texts()),
                keys.most("text_characters", usual.textCharacters()),
                keys.most("seconds", usual.seconds()));
        keys.refuseOthers();
        return limits;
    }

    /** How long what may be deleted is kept; what the job does not set is as everywhere. */
    static Retention retention(JobYaml.Keys keys) {
        Map<Retention.Kind, Duration> kept = new EnumMap<>(Retention.OF_LEFTOVERS.kept());
        for (Retention.Kind kind : Retention.Kind.values()) {
            keys.optional(kind.key(), "days, 1 to 36500", text -> Duration.ofDays(JobYaml.limit(text, 36_500)))
                    .ifPresent(time -> kept.put(kind, time));
        }
        keys.refuseOthers();
        return new Retention(kept);
    }
}
