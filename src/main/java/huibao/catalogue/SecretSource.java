package huibao.catalogue;

import java.nio.file.Path;

/** Where something is found that must not stand in the job folder. */
public sealed interface SecretSource {

    /**
     * In an environment variable.
     *
     * @param variable its name
     */
    record Environment(String variable) implements SecretSource {}

    /**
     * In a file: its first line.
     *
     * @param path the file
     */
    record SecretFile(Path path) implements SecretSource {}
}
