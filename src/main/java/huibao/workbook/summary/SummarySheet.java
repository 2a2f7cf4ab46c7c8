package huibao.workbook.summary;

import huibao.model.Bulletin;
import huibao.model.Imputation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The sheets of the summary workbook, in order. */
enum SummarySheet {
    /** 编制说明 */
    NOTES,
    /** 总表 */
    TARGETS,
    /** 分区县 */
    DISTRICTS,
    /** 排名 */
    RANKS,
    /** 预警 */
    LIGHTS,
    /** 报送情况 */
    REPORTING,
    /** 审核与说明 */
    FINDINGS,
    /** 任务进展 */
    MILESTONES,
    /** 修订 */
    REVISIONS,
    /** 底表 */
    FIGURES,
    /** 图表 */
    CHARTS,
    /** 插补试算, only where the job asks for it */
    IMPUTATION;

    /** The sheets of a bulletin's workbook, in order. */
    static List<SummarySheet> of(Bulletin bulletin) {
        return Arrays.stream(values())
                .filter(sheet -> sheet != IMPUTATION || bulletin.imputations().method() != Imputation.NONE)
                .toList();
    }

    String title(SheetContext context) {
        return context.text("sheet." + name().toLowerCase(Locale.ROOT));
    }

    /** What stands on it, one sentence. */
    String contents(SheetContext context) {
        String rows = this == DISTRICTS && context.layout() == UnitLayout.DOWN ? ".rows" : "";
        return context.text("contents." + name().toLowerCase(Locale.ROOT) + rows);
    }
}
