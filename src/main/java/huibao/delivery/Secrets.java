package huibao.delivery;

import huibao.catalogue.SecretSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/** Fetches secrets when they are needed; nothing keeps them, and no message of ours holds them. */
final class Secrets {

    private final Map<String, String> environment;

    /** @param environment the environment variables there are */
    Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The secret, never empty. */
    String fetch(SecretSource source) throws DeliveryException {
        if (source instanceof SecretSource.Environment variable) {
            String value = environment.getOrDefault(variable.variable(), "");
            if (value.isEmpty()) {
                throw missing("the environment variable " + variable.variable() + " is not set");
            }
            return value;
        }
        SecretSource.SecretFile file = (SecretSource.SecretFile) source;
        try (BufferedReader reader = Files.newBufferedReader(file.path(), StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            if (line == null || line.isBlank()) {
                throw missing(file.path() + " is empty, expected the secret in its first line");
            }
            return line.strip();
        } catch (NoSuchFileException e) {
            throw missing("there is no file " + file.path());
        } catch (IOException e) {
            throw missing("cannot read " + file.path() + ": " + e.getClass().getSimpleName());
        }
    }

    private static DeliveryException missing(String what) {
        return new DeliveryException(DeliveryException.Scope.CHANNEL, what);
    }
}
