package huibao.model;

/** Why a rule could not judge a figure or a form. */
public enum Unjudged {
    /** The figure, or one of those it is related to, is missing on the form itself. */
    NO_FIGURE,
    /** No form of an earlier period of the year is accepted that holds the figure. */
    NO_PREVIOUS,
    /** No form of the same period a year before is accepted that holds the figure. */
    NO_LAST_YEAR,
    /** No form of the host or the zones is accepted that holds the figure. */
    NO_RELATED,
    /** What it would be measured by is missing, not above zero or too small. */
    NO_BASE,
    /** Nothing is explained. */
    NO_EXPLANATION,
    /** The rule says nothing of such an item or row. */
    NOT_MEANT
}
