package huibao.bench;

/**
 * What a process and its children took.
 *
 * @param cpuSeconds user and system time
 * @param wallSeconds time from start to end
 * @param peakMegabytes the largest memory any of them held at once, in units of 2^20 bytes; 0 if not measured
 */
record Usage(double cpuSeconds, double wallSeconds, double peakMegabytes) {

    Usage plus(Usage other) {
        return new Usage(
                cpuSeconds + other.cpuSeconds,
                wallSeconds + other.wallSeconds,
                Math.max(peakMegabytes, other.peakMegabytes));
    }
}
