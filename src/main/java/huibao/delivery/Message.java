package huibao.delivery;

import huibao.model.Channel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One notice for one recipient.
 *
 * @param key names it for ever, letters, digits and hyphens: sent twice it is recognised as one
 * @param channel mail or webhook
 * @param recipient the mail address; empty for the webhook
 * @param subject one line
 * @param body text of the mail, or JSON to be posted
 * @param about what its maker needs to tell whether it still holds ({@link Relevance}); empty if it always does
 */
public record Message(
        String key, Channel channel, String recipient, String subject, String body, Map<String, String> about) {

    public Message {
        if (!key.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,199}")) {
            throw new IllegalArgumentException("not a message key: " + key);
        }
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }
}
