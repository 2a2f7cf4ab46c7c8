package huibao.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gauges in Prometheus' text format, in the order in which they are added.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats, version 0.0.4</a>
 */
public final class Exposition {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final Map<String, String> common;
    private final Map<String, List<String>> families = new LinkedHashMap<>();

    /** @param common labels of every sample, before its own: by them the files of several jobs can be read together */
    public Exposition(Map<String, String> common) {
        this.common = common;
    }

    /**
     * Begins a gauge; its samples follow.
     *
     * @param name its name
     * @param help what it measures, in one sentence
     */
    public Exposition gauge(String name, String help) {
        if (!NAME.matcher(name).matches() || families.containsKey(name)) {
            throw new IllegalArgumentException("not the name of a new metric: " + name);
        }
        List<String> lines = new ArrayList<>();
        lines.add("# HELP " + name + " " + help.replace("\\", "\\\\").replace("\n", "\\n"));
        lines.add("# TYPE " + name + " gauge");
        families.put(name, lines);
        return this;
    }

    /**
     * A sample of a gauge that was begun.
     *
     * @param labels by name, in the order in which they are written; their values may be any text
     */
    public Exposition sample(String name, Map<String, String> labels, BigDecimal value) {
        List<String> lines = families.get(name);
        if (lines == null) {
            throw new IllegalArgumentException("no gauge was begun: " + name);
        }
        StringBuilder line = new StringBuilder(name);
        Map<String, String> all = new LinkedHashMap<>(common);
        all.putAll(labels);
        if (!all.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            all.forEach((label, text) -> pairs.add(pair(label, text)));
            line.append('{').append(String.join(",", pairs)).append('}');
        }
        lines.add(line.append(' ').append(value.toPlainString()).toString());
        return this;
    }

    /** A gauge with one sample. */
    public Exposition gauge(String name, String help, BigDecimal value) {
        return gauge(name, help).sample(name, Map.of(), value);
    }

    /** The text; a gauge without samples is left out. */
    public String text() {
        StringBuilder text = new StringBuilder();
        families.values().stream()
                .filter(lines -> lines.size() > 2)
                .forEach(lines -> lines.forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }

    /**
     * The value a gauge with no labels but the common ones has in a text written by this class; empty if it is not in it.
     *
     * @param text may be damaged
     */
    public static Optional<BigDecimal> find(String text, String name) {
        Matcher found = Pattern.compile(
                        "^" + Pattern.quote(name) + "(?:\\{.*})? (-?\\d{1,26}(?:\\.\\d{1,12})?)$", Pattern.MULTILINE)
                .matcher(text);
        return found.find() ? Optional.of(new BigDecimal(found.group(1))) : Optional.empty();
    }

    private static String pair(String label, String text) {
        if (!LABEL.matcher(label).matches() || label.startsWith("__")) {
            throw new IllegalArgumentException("not a label: " + label);
        }
        return label + "=\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
