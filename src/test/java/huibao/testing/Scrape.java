package huibao.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Metric;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;

/** Prometheus' text format as a program that is not ours reads it. */
public final class Scrape {

    /** A line of the format, as its description has it. */
    private static final Pattern LINE =
            Pattern.compile("# HELP [a-zA-Z_:][a-zA-Z0-9_:]* [^\\n]+|# TYPE [a-zA-Z_:][a-zA-Z0-9_:]* gauge"
                    + "|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\""
                    + "(,[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\")*})? -?[0-9]+(\\.[0-9]+)?");

    private Scrape() {}

    /** Lines that are none of the format. */
    public static java.util.List<String> wrongLines(String text) {
        return text.lines().filter(line -> !LINE.matcher(line).matches()).toList();
    }

    /** Every sample by name and labels, "name{label=value}". */
    public static Map<String, Double> samples(String text) {
        CollectorPrometheusMetricsWalker walker = new CollectorPrometheusMetricsWalker();
        new TextPrometheusMetricsProcessor(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), walker)
                .walk();
        Map<String, Double> samples = new TreeMap<>();
        for (MetricFamily family : walker.getAllMetricFamilies()) {
            for (Metric metric : family.getMetrics()) {
                samples.put(metric.getName() + new TreeMap<>(metric.getLabels()), ((Gauge) metric).getValue());
            }
        }
        return samples;
    }
}
