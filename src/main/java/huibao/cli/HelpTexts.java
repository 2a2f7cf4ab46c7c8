package huibao.cli;

import huibao.message.Messages;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Help texts as picocli asks for them. */
public final class HelpTexts extends ResourceBundle {

    private static final String PREFIX = "help.";

    private final Messages messages;
    private final Set<String> keys;

    public HelpTexts(Locale language) {
        messages = Messages.in(language);
        keys = messages.keys();
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return keys.contains(PREFIX + key) ? messages.text(PREFIX + key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(keys.stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList());
    }
}
