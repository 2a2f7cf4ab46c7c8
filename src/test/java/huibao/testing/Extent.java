package huibao.testing;

/** How much the tests try that disturb whole nights: a sample in every build, all with {@code -Dhuibao.faults=long}. */
public final class Extent {

    private Extent() {}

    /** Whether all is tried. */
    public static boolean isLong() {
        return "long".equals(System.getProperty("huibao.faults"));
    }
}
