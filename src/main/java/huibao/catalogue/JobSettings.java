package huibao.catalogue;

import huibao.model.CaptionWords;
import huibao.model.Frequency;
import huibao.model.Imputation;
import huibao.model.ReadingLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code job.yaml} says.
 *
 * @param name the job's id and the name of its output folder
 * @param titleZh title of the summary workbook, without the period
 * @param year the year of the targets
 * @param frequency how often forms are due
 * @param zone time zone of deadlines and printed times
 * @param language language of what people read: zh or en
 * @param rounding rounding at presentation and of kept quotients: HALF_EVEN (GB/T 8170) or HALF_UP (四舍五入)
 * @param levelDecimals most decimals printed for levels
 * @param rateDecimals decimals printed for rates and percentages
 * @param settleSeconds how long a file in the inbox must stay unchanged before it is taken
 * @param form the form
 * @param thresholds of statuses
 * @param explanations what makes an explanation usable
 * @param schedule when {@code watch} runs
 * @param previousJob the job of the year before, whose accepted figures last year's values are compared
 *     with; empty if there is none
 * @param imputation what is reckoned for units that are missing, beside the published figures
 * @param limits how much of one workbook is read
 * @param captions what captions forms of this job may have besides those every job knows
 * @param retention how long what may be deleted is kept
 * @param notices who is told and reminded, and how
 */
public record JobSettings(
        String name,
        String titleZh,
        int year,
        Frequency frequency,
        ZoneId zone,
        Locale language,
        RoundingMode rounding,
        int levelDecimals,
        int rateDecimals,
        int settleSeconds,
        Form form,
        Thresholds thresholds,
        Explanations explanations,
        Schedule schedule,
        Optional<String> previousJob,
        Imputation imputation,
        ReadingLimits limits,
        CaptionWords captions,
        Retention retention,
        NoticeSettings notices) {

    /**
     * The form's legal marks (法定标识).
     *
     * @param code 表号
     * @param titleZh title of the form
     * @param authority 制定机关
     * @param approval 文号
     * @param validUntil 有效期至
     * @param collector 综合机关: who collects it, and whose name stands on the summary
     * @param sendTo where and how units send the form in, in words; empty to say only who collects it
     */
    public record Form(
            String code,
            String titleZh,
            String authority,
            String approval,
            LocalDate validUntil,
            String collector,
            Optional<String> sendTo) {}

    /**
     * Limits of the pace gap in percentage points, and the HOLD_AT band.
     *
     * @param ahead AHEAD from here up
     * @param onPace ON_PACE from here up
     * @param near NEAR above here
     * @param behind BEHIND from here up, FAR_BEHIND below
     * @param holdBandPercent HOLD_AT: noted above target × (1 + band / 100)
     */
    public record Thresholds(
            BigDecimal ahead, BigDecimal onPace, BigDecimal near, BigDecimal behind, BigDecimal holdBandPercent) {

        /** Whether each limit lies above the next one. */
        boolean areDescending() {
            return ahead.compareTo(onPace) > 0 && onPace.compareTo(near) > 0 && near.compareTo(behind) > 0;
        }
    }

    /**
     * When {@code watch} runs, by the job's time zone.
     *
     * @param nightly cron expression of the nightly run
     * @param inboxEvery how often the inbox is looked at between nights; empty for never
     * @param reminders cron expression of deadline reminders; empty for none
     */
    public record Schedule(String nightly, Optional<Duration> inboxEvery, Optional<String> reminders) {

        /** Every night at two. */
        public static final String AT_TWO = "0 2 * * *";
    }

    /**
     * When an explanation (核实说明) is usable.
     *
     * @param minLength fewest characters, spaces and punctuation not counted
     * @param boilerplate phrases that say nothing: an explanation made of them alone is not usable
     */
    public record Explanations(int minLength, List<String> boilerplate) {

        public Explanations {
            boilerplate = List.copyOf(boilerplate);
        }
    }
}
