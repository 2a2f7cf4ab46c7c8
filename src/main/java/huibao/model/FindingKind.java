package huibao.model;

import static huibao.model.FindingKind.Scope.CELL;
import static huibao.model.FindingKind.Scope.CITY;
import static huibao.model.FindingKind.Scope.FILE;
import static huibao.model.FindingKind.Scope.FORM;
import static huibao.model.FindingKind.Scope.RULE;
import static huibao.model.Severity.MANDATORY;
import static huibao.model.Severity.NOTICE;
import static huibao.model.Severity.VERIFY;

/**
 * Everything that can be said of a workbook. The names are the codes that {@code rules.csv}, the
 * database and {@code explain} use; each has a title, a message, an expectation, a cause and a remedy
 * in {@code messages_zh.properties} and {@code messages_en.properties}.
 */
public enum FindingKind {
    // The file cannot be taken as this job's form: it is rejected.
    NOT_A_WORKBOOK(FILE, MANDATORY),
    UNSUPPORTED_FORMAT(FILE, MANDATORY),
    EMPTY_FILE(FILE, MANDATORY),
    ENCRYPTED(FILE, MANDATORY),
    UNREADABLE_WORKBOOK(FILE, MANDATORY),
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
    HEADER_INCOMPLETE(FORM, VERIFY),
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
    MILESTONE_WITHOUT_EVIDENCE(FORM, VERIFY),
    FORM_COPIED(FORM, VERIFY),

    // One cell, as it is typed.
    NUMBER(CELL, MANDATORY),
    APPROXIMATE(CELL, MANDATORY),
    GROUPING_MALFORMED(CELL, MANDATORY),
    ERROR_VALUE(CELL, MANDATORY),
    FORMULA_WITHOUT_VALUE(CELL, MANDATORY),
    EXTERNAL_LINK(CELL, VERIFY),
    DATE_AS_NUMBER(CELL, MANDATORY),
    PICTURE_AS_NUMBER(CELL, MANDATORY),
    MERGED_FIGURE(CELL, MANDATORY),
    TOO_PRECISE(CELL, MANDATORY),
    PENDING(CELL, MANDATORY),
    UNIT_NOT_CONVERTIBLE(CELL, MANDATORY),
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
    REQUIRED(RULE, MANDATORY),
    INTEGER(RULE, MANDATORY),
    NOT_NEGATIVE(RULE, MANDATORY),
    RANGE(RULE, MANDATORY),
    UNIT_SLIP(RULE, VERIFY),
    YTD_BELOW_PREVIOUS(RULE, VERIFY),
    PRIOR_YEAR_CHANGED(RULE, VERIFY),
    GROWTH_MISMATCH(RULE, VERIFY),
    YEAR_SWING(RULE, VERIFY),
    PERIOD_SWING(RULE, VERIFY),
    SAME_AS_PREVIOUS(RULE, NOTICE),
    REPLACES_ACCEPTED(RULE, NOTICE),
    PART_EXCEEDS_WHOLE(RULE, MANDATORY),
    BALANCE(RULE, MANDATORY),
    RATIO_BOUNDS(RULE, MANDATORY),
    SCOPE(RULE, MANDATORY),
    EXPLANATION_UNUSABLE(RULE, NOTICE),

    // The city's figures after roll-up.
    SHARE_JUMP(CITY, VERIFY),
    CITY_BELOW_PREVIOUS(CITY, VERIFY),
    CITY_REVISED(CITY, VERIFY),
    CITY_GROWTH_TURNED(CITY, NOTICE),
    ALL_ON_TARGET(CITY, VERIFY),
    ON_TARGET(CITY, NOTICE),
    ALLOCATION_SUM(CITY, NOTICE),
    SAME_ACROSS_UNITS(CITY, VERIFY),
    ZONE_EXCEEDS_HOST(CITY, VERIFY);

    private final Scope scope;
    private final Severity severity;

    FindingKind(Scope scope, Severity severity) {
        this.scope = scope;
        this.severity = severity;
    }

    /** What the finding is about. */
    public Scope scope() {
        return scope;
    }

    /** Its severity unless {@code rules.csv} says otherwise. */
    public Severity defaultSeverity() {
        return severity;
    }

    /** Whether the file cannot be taken as this job's form at all. */
    public boolean rejects() {
        return scope == FILE;
    }

    /** What a finding can be about, from the whole to the part: findings are reported in this order. */
    public enum Scope {
        FILE,
        FORM,
        CELL,
        RULE,
        CITY
    }
}
