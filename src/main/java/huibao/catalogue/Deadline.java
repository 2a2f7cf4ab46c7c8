package huibao.catalogue;

import huibao.model.Period;
import java.time.Instant;

/**
 * When the forms of a period are due.
 *
 * @param period the period
 * @param due the last moment that counts as on time
 */
public record Deadline(Period period, Instant due) {}
