package huibao.archive;

import huibao.model.SourceFile;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Proof that a file reached the archive (收件回执).
 *
 * @param number 1, 2, … in order of arrival
 * @param file name, hash and size
 * @param receivedAt stated time of the run that took it
 * @param duplicateOf number of the first receipt of the same bytes; empty if these are new
 * @param arrival tells this arrival from a later one of the same bytes under the same name
 */
public record Receipt(long number, SourceFile file, Instant receivedAt, OptionalLong duplicateOf, String arrival) {

    /**
     * When the file came into the inbox: when the system last saw it change there, which a sender cannot set. Never
     * after {@code receivedAt}, and that where the receipt does not tell.
     */
    public Instant arrivedAt() {
        return Sighting.changed(arrival).filter(receivedAt::isAfter).orElse(receivedAt);
    }
}
