package huibao.bench;

import java.io.IOException;

/** Something that is measured, and the claims it answers. */
interface BenchCase {

    /** What it is called on the command line. */
    String name();

    void measure(Lab lab) throws IOException;
}
