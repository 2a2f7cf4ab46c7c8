package huibao.notice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something people are told, for them and for programs.
 *
 * @param subject one line
 * @param text for people, lines ended by line feeds
 * @param members the same for programs: the members of a JSON object
 */
public record Notice(String subject, String text, Map<String, Object> members) {

    public Notice {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
