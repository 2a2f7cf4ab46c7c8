package huibao.bench;

import java.nio.file.Path;

/**
 * The folders a job lives in.
 *
 * @param job the job folder
 * @param input inbox and archive
 * @param output what is published
 * @param name the job's name
 */
record Site(Path job, Path input, Path output, String name) {

    Path inbox() {
        return input.resolve("inbox");
    }

    Path database() {
        return output.resolve(name).resolve("huibao.db");
    }
}
