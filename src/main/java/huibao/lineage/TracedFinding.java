package huibao.lineage;

import huibao.model.Finding;
import java.util.OptionalInt;

/**
 * A finding on a figure, with what hangs on it now.
 *
 * @param finding the finding; its impact is today's while it is open, else that of the day it was judged
 * @param reviewRank its place in the order of review, from 1; empty if it is not open
 */
public record TracedFinding(Finding finding, OptionalInt reviewRank) {}
