package huibao.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;

/**
 * The filled forms of one month, and what has to come of them.
 *
 * @param folder where they are
 * @param count how many there are
 * @param rows how many figures they hold
 * @param sums per item, all units' figures added
 */
record Forms(Path folder, int count, long rows, Map<String, BigDecimal> sums) {}
