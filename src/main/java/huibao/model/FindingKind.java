package huibao.model;

import static huibao.model.FindingKind.RaisedBy.READING;
import static huibao.model.FindingKind.RaisedBy.RULE_OF_EVERY_JOB;
import static huibao.model.FindingKind.Scope.CELL;
import static huibao.model.FindingKind.Scope.CITY;
import static huibao.model.FindingKind.Scope.FILE;
import static huibao.model.FindingKind.Scope.FORM;
import static huibao.model.FindingKind.Scope.RULE;
import static huibao.model.RuleParameter.item;
import static huibao.model.RuleParameter.itemSum;
import static huibao.model.RuleParameter.labels;
import static huibao.model.RuleParameter.limit;
import static huibao.model.RuleParameter.optionalLimit;
import static huibao.model.RuleParameter.optionalYes;
import static huibao.model.Severity.MANDATORY;
import static huibao.model.Severity.NOTICE;
import static huibao.model.Severity.VERIFY;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be said of a workbook or of the city's figures, and the one list of it: each constant
 * declares what the finding is about, how grave it is, who raises it and which parameters it takes. The names
 * are the codes that {@code rules.csv}, the database and {@code explain} use; each has its texts in
 * {@code finding.properties}. The order of the constants is the order in which rules run and findings at one
 * place are reported.
 */
public enum FindingKind {
    // The file cannot be taken as this job's form: it is rejected.
    NOT_A_WORKBOOK(FILE, MANDATORY),
    UNSUPPORTED_FORMAT(FILE, MANDATORY),
    EMPTY_FILE(FILE, MANDATORY),
    ENCRYPTED(FILE, MANDATORY),
    UNREADABLE_WORKBOOK(FILE, MANDATORY),
    READER_FAILED(FILE, MANDATORY),
    TOO_LARGE(FILE, MANDATORY),
    NO_FORM_FOUND(FILE, MANDATORY),
    SEVERAL_FORMS(FILE, MANDATORY),
    WRONG_FORM(FILE, MANDATORY),
    UNIT_UNKNOWN(FILE, MANDATORY),
    UNIT_CONFLICT(FILE, MANDATORY),
    SCOPE_UNCLEAR(FILE, MANDATORY),
    PERIOD_UNKNOWN(FILE, MANDATORY),
    PERIOD_AMBIGUOUS(FILE, MANDATORY),
    PERIOD_CONFLICT(FILE, MANDATORY),
    PERIOD_NOT_COLLECTED(FILE, MANDATORY),

    // The form as a whole.
    STAMP_BROKEN(FORM, VERIFY),
    PERIOD_GUESSED(FORM, VERIFY),
    FORM_EXPIRED(FORM, VERIFY),
    FORM_VERSION(FORM, NOTICE),
    COLUMN_MISSING(FORM, MANDATORY),
    COLUMN_AMBIGUOUS(FORM, MANDATORY),
    CAPTION_OF_ANOTHER_PERIOD(FORM, MANDATORY),
    CAPTION_SCOPE(FORM, VERIFY),
    HEADER_INCOMPLETE(FORM, VERIFY, RaisedBy.RULE, labels("fields")),
    CREDIT_CODE_INVALID(FORM, MANDATORY),
    HIDDEN_SHEET(FORM, VERIFY),
    HIDDEN_ROW(FORM, VERIFY),
    HIDDEN_COLUMN(FORM, VERIFY),
    MACROS_IGNORED(FORM, NOTICE),
    ROW_UNKNOWN(FORM, NOTICE),
    ROW_DUPLICATE(FORM, MANDATORY),
    ROW_NAME_MISMATCH(FORM, VERIFY),
    TOTAL_ROW_IGNORED(FORM, NOTICE),
    TEXT_COLUMN(FORM, NOTICE),
    MILESTONE_STATE_UNKNOWN(FORM, MANDATORY),
    MILESTONE_DATE_UNREADABLE(FORM, VERIFY),
    MILESTONE_DATE_OUTSIDE(FORM, VERIFY),
    MILESTONE_WITHOUT_EVIDENCE(FORM, VERIFY, RULE_OF_EVERY_JOB),
    MILESTONES_GONE(FORM, VERIFY, RULE_OF_EVERY_JOB),
    STAMP_OUTDATED(FORM, NOTICE),

    // One cause of much: what follows from it is not said as well.
    FORM_COPIED(FORM, VERIFY, RaisedBy.RULE, limit("min_items"), limit("percent")),
    OTHER_UNITS_FIGURES(FORM, VERIFY, RULE_OF_EVERY_JOB),
    NEXT_PERIODS_FIGURES(FORM, VERIFY, RULE_OF_EVERY_JOB),
    COLUMNS_EXCHANGED(FORM, VERIFY, RULE_OF_EVERY_JOB),
    ROWS_SHIFTED(FORM, VERIFY, RULE_OF_EVERY_JOB),

    // One cell, as it is typed.
    NUMBER(CELL, MANDATORY),
    APPROXIMATE(CELL, MANDATORY),
    UNCONFIRMED(CELL, MANDATORY),
    CHINESE_NUMERAL(CELL, MANDATORY),
    PERCENT_ON_AMOUNT(CELL, MANDATORY),
    GROUPING_MALFORMED(CELL, MANDATORY),
    ERROR_VALUE(CELL, MANDATORY),
    FORMULA_WITHOUT_VALUE(CELL, MANDATORY),
    FORMULA_ZERO(CELL, VERIFY),
    FORMULA_STALE(CELL, VERIFY),
    FORMULA_OVER_HIDDEN(CELL, VERIFY),
    FORMULA_UNCHECKED(CELL, NOTICE),
    EXTERNAL_LINK(CELL, VERIFY),
    DATE_AS_NUMBER(CELL, MANDATORY),
    PICTURE_AS_NUMBER(CELL, MANDATORY),
    MERGED_FIGURE(CELL, MANDATORY),
    TWO_FIGURES(CELL, MANDATORY),
    FIGURE_STRUCK(CELL, VERIFY),
    FIGURE_HIDDEN(CELL, VERIFY),
    SHOWN_OTHERWISE(CELL, VERIFY),
    SHOWN_SCALED(CELL, NOTICE),
    TOO_PRECISE(CELL, MANDATORY),
    PENDING(CELL, MANDATORY),
    UNIT_NOT_CONVERTIBLE(CELL, MANDATORY),
    UNIT_CHANGED(CELL, VERIFY),
    UNIT_CONVERTED(CELL, NOTICE),
    SCALE_WORD(CELL, NOTICE),
    SIGN_WORD(CELL, NOTICE),
    SIGN_AMBIGUOUS(CELL, VERIFY),
    PERCENT_AMBIGUOUS(CELL, VERIFY),
    NOT_APPLICABLE(CELL, VERIFY),
    BELOW_UNIT(CELL, NOTICE),
    NO_DATA(CELL, VERIFY),
    NOTE_PENDING(CELL, VERIFY),

    // Rules over figures, switched and parameterised by rules.csv.
    REQUIRED(RULE, MANDATORY, optionalYes("prior_year")),
    INTEGER(RULE, MANDATORY),
    NOT_NEGATIVE(RULE, MANDATORY),
    RANGE(RULE, MANDATORY, optionalLimit("min"), optionalLimit("max")),
    DECIMALS(RULE, NOTICE),
    UNIT_SLIP(RULE, VERIFY, limit("tolerance_percent"), optionalLimit("mandatory_from")),
    FLOW_LEAP(RULE, VERIFY, limit("times"), optionalLimit("added_times"), optionalLimit("min_base")),
    FAR_ABOVE_ALLOCATION(RULE, VERIFY, limit("times")),
    YTD_BELOW_PREVIOUS(RULE, VERIFY),
    PRIOR_YEAR_BELOW_PREVIOUS(RULE, VERIFY),
    FORECAST_BELOW_VALUE(RULE, VERIFY),
    PRIOR_YEAR_CHANGED(RULE, VERIFY),
    GROWTH_MISMATCH(RULE, VERIFY, limit("points")),
    YEAR_SWING(RULE, VERIFY, limit("percent"), optionalLimit("min_base")),
    PERIOD_SWING(RULE, VERIFY, limit("percent"), optionalLimit("min_base")),
    SAME_AS_PREVIOUS(RULE, NOTICE),
    REPLACES_ACCEPTED(RULE, NOTICE, RULE_OF_EVERY_JOB),
    PART_EXCEEDS_WHOLE(RULE, MANDATORY, item("part"), item("whole")),
    BALANCE(RULE, MANDATORY, item("whole"), itemSum("parts")),
    RATIO_BOUNDS(RULE, MANDATORY, item("numerator"), item("denominator"), limit("scale"), limit("min"), limit("max")),
    SCOPE(RULE, MANDATORY),
    EXPLANATION_IS_FIGURE(RULE, MANDATORY, RULE_OF_EVERY_JOB),
    EXPLANATION_UNUSABLE(RULE, NOTICE),

    // The city's figures after roll-up.
    SHARE_JUMP(CITY, VERIFY, limit("points")),
    CITY_BELOW_PREVIOUS(CITY, VERIFY),
    BELOW_CORRECTED(CITY, VERIFY),
    CITY_REVISED(CITY, VERIFY, limit("percent")),
    CITY_GROWTH_TURNED(CITY, NOTICE, limit("points")),
    ALL_ON_TARGET(CITY, VERIFY, limit("min_units")),
    ON_TARGET(CITY, NOTICE),
    ALLOCATION_SUM(CITY, NOTICE),
    SAME_ACROSS_UNITS(CITY, VERIFY, limit("min_units"), limit("min_digits")),
    ZONE_EXCEEDS_HOST(CITY, VERIFY);

    private static final Set<FindingKind> CAUSES = EnumSet.range(FindingKind.FORM_COPIED, FindingKind.ROWS_SHIFTED);

    private final Scope scope;
    private final Severity severity;
    private final RaisedBy raisedBy;
    private final List<RuleParameter> parameters;

    FindingKind(Scope scope, Severity severity, RuleParameter... parameters) {
        this(scope, severity, scope == RULE || scope == CITY ? RaisedBy.RULE : READING, parameters);
    }

    FindingKind(Scope scope, Severity severity, RaisedBy raisedBy, RuleParameter... parameters) {
        this.scope = scope;
        this.severity = severity;
        this.raisedBy = raisedBy;
        this.parameters = List.of(parameters);
    }

    /** What the finding is about. */
    public Scope scope() {
        return scope;
    }

    /** Its severity unless {@code rules.csv} says otherwise. */
    public Severity defaultSeverity() {
        return severity;
    }

    /** Who finds it. */
    public RaisedBy raisedBy() {
        return raisedBy;
    }

    /** What its line in {@code rules.csv} may say. */
    public List<RuleParameter> parameters() {
        return parameters;
    }

    /** The parameter of a name. */
    public Optional<RuleParameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** Whether the file cannot be taken as this job's form at all. */
    public boolean rejects() {
        return scope == FILE;
    }

    /** Whether it is what others come from: it is told first. */
    public boolean isCause() {
        return CAUSES.contains(this);
    }

    /**
     * Whether {@code rules.csv} may make it lighter, try it or switch it off. What loses a figure or the form
     * stays as grave as it is.
     */
    public boolean isSwitchable() {
        return raisedBy != READING || (scope != FILE && severity != MANDATORY);
    }

    /** What a finding can be about, from the whole to the part: findings are reported in this order. */
    public enum Scope {
        FILE,
        FORM,
        CELL,
        RULE,
        CITY
    }

    /** Who finds something. */
    public enum RaisedBy {
        /** Reading the workbook. */
        READING,
        /** A rule, if the job has a line for it. */
        RULE,
        /** A rule that takes no parameters and runs without a line, as reading does; a line can switch it off. */
        RULE_OF_EVERY_JOB
    }
}
