package huibao.sample;

import java.nio.charset.StandardCharsets;

/**
 * Numbers that look random and depend on nothing but a seed and a name, so that a figure does not change
 * when another item or unit joins the job.
 */
final class Dice {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long seed;

    Dice(long seed) {
        this.seed = seed;
    }

    /** A number from low to high, both included, for a name made of parts. */
    int between(int low, int high, Object... name) {
        return low + (int) Math.floorMod(hash(name), (long) high - low + 1);
    }

    private long hash(Object... name) {
        long hash = FNV_OFFSET ^ seed;
        for (Object part : name) {
            for (byte b : part.toString().getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xff)) * FNV_PRIME;
            }
            hash = (hash ^ 0x1f) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** The finaliser of SplitMix64: names that differ in one letter give unrelated numbers. */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
