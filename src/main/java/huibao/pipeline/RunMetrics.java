package huibao.pipeline;

import huibao.bulletin.Bulletins;
import huibao.catalogue.Catalogue;
import huibao.delivery.Dispatch;
import huibao.files.DurableFiles;
import huibao.metrics.Exposition;
import huibao.model.Channel;
import huibao.model.Light;
import huibao.model.Period;
import huibao.model.Severity;
import huibao.model.SourcedFinding;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.store.PublishedCounts;
import huibao.store.Registry;
import huibao.store.StoreException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures of the last run as a file for node_exporter's textfile collector: {@code metrics.prom}. It holds durations
 * and times of the clock, which no two runs share, and is therefore no part of what is published.
 */
final class RunMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(RunMetrics.class);
    private static final String SUCCESS = "huibao_last_success_timestamp_seconds";
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final int FAILED = 1;
    private static final int PERCENT = 100;
    private static final int RATE_DECIMALS = 6;

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Stopwatch stopwatch;
    private final InstantSource clock;

    RunMetrics(Catalogue catalogue, JobFolders folders, Stopwatch stopwatch, InstantSource clock) {
        this.catalogue = catalogue;
        this.folders = folders;
        this.stopwatch = stopwatch;
        this.clock = clock;
    }

    /** After a run that came to its end. */
    void succeeded(RunResult result) {
        Exposition text = common(result.exitCode(), 1);
        text.gauge(SUCCESS, "Clock time at which a run last came to its end.", now());
        deliveries(text, result);
        try (Registry registry = Registries.open(catalogue, folders)) {
            decided(text, registry, result);
            published(text, result.period(), registry);
        } catch (StoreException e) {
            LOG.warn("no measures of what is published: {}", e.getMessage());
        }
        write(text);
    }

    /** After a run that could not be finished: of what is published nothing is said. */
    void failed() {
        Exposition text = common(FAILED, 0);
        lastSuccess().ifPresent(time -> text.gauge(SUCCESS, "Clock time at which a run last came to its end.", time));
        write(text);
    }

    private Exposition common(int exitCode, int success) {
        stopwatch.stop();
        Exposition text =
                new Exposition(Map.of("huibao_job", catalogue.settings().name()));
        text.gauge("huibao_info", "The program that ran.")
                .sample("huibao_info", Map.of("version", ReportingRun.PROGRAM_VERSION), BigDecimal.ONE);
        text.gauge(
                "huibao_last_run_success", "1 if the last run came to its end, 0 if not.", BigDecimal.valueOf(success));
        text.gauge("huibao_last_run_exit_code", "Exit code of the last run.", BigDecimal.valueOf(exitCode));
        text.gauge("huibao_last_run_timestamp_seconds", "Clock time at which the last run ended.", now());
        text.gauge("huibao_last_run_duration_seconds", "How long the last run took.", seconds(stopwatch.total()));
        text.gauge("huibao_last_run_step_duration_seconds", "How long each step of the last run took.");
        stopwatch
                .steps()
                .forEach((step, nanos) -> text.sample(
                        "huibao_last_run_step_duration_seconds",
                        Map.of("step", step.name().toLowerCase(Locale.ROOT)),
                        seconds(nanos)));
        text.gauge(
                "huibao_inbox_left",
                "Files the last run left in the inbox.",
                BigDecimal.valueOf(stopwatch.leftInInbox()));
        return text;
    }

    private static void deliveries(Exposition text, RunResult ended) {
        Deliveries last = ended.deliveries();
        text.gauge("huibao_deliveries", "Notices the last run tried to deliver, by how that ended.");
        for (Channel channel : new Channel[] {Channel.MAIL, Channel.WEBHOOK}) {
            for (Dispatch.Result result : Dispatch.Result.values()) {
                long count = ended.runs().stream()
                        .flatMap(run -> run.deliveries().attempts().stream())
                        .filter(attempt ->
                                attempt.result() == result && attempt.message().channel() == channel)
                        .count();
                text.sample(
                        "huibao_deliveries",
                        labels("channel", lower(channel), "result", lower(result)),
                        BigDecimal.valueOf(count));
            }
        }
        if (last.waiting() > 0 || last.troubles().isEmpty()) {
            text.gauge(
                    "huibao_outbox_waiting", "Notices that wait for the next run.", BigDecimal.valueOf(last.waiting()));
        }
    }

    private static void decided(Exposition text, Registry registry, RunResult result) {
        List<SubmissionRecord> decided =
                result.runs().stream().flatMap(run -> run.decided().stream()).toList();
        text.gauge("huibao_last_run_submissions", "Submissions the last run decided on, by what was decided.");
        for (SubmissionState state : SubmissionState.values()) {
            text.sample(
                    "huibao_last_run_submissions",
                    Map.of("state", lower(state)),
                    BigDecimal.valueOf(decided.stream()
                            .filter(record -> record.state() == state)
                            .count()));
        }
        long rows = decided.stream()
                .map(SubmissionRecord::decidedAt)
                .distinct()
                .mapToLong(at -> registry.counts().rowsDecided(at))
                .sum();
        text.gauge(
                "huibao_last_run_rows_read",
                "Rows of figures read from the submissions the last run decided on.",
                BigDecimal.valueOf(rows));
    }

    private void published(Exposition text, Period published, Registry registry) {
        String period = published.toString();
        Bulletins bulletins = new Bulletins(catalogue, registry, clock.instant());
        List<SubmissionRecord> submissions = bulletins.submissions(published);
        List<SourcedFinding> rejected = bulletins.rejectedFindings(submissions).stream()
                .filter(sourced -> sourced.submission().period().isEmpty())
                .toList();
        PublishedCounts.Rows rows = registry.counts().rows(published);
        text.gauge("huibao_rows_written", "Rows published for the period of the last run.");
        rows(text, period, "observation", rows.observations());
        rows(text, period, "attainment", rows.attainments());
        rows(text, period, "finding", rows.findings() + rejected.size());
        text.gauge("huibao_submissions", "Submissions of the last run's period, by state.");
        count(text, "huibao_submissions", period, "state", submissions.stream().map(record -> lower(record.state())));
        text.gauge("huibao_findings", "Findings on submissions of the last run's period, by rule and severity.");
        Map<String, Map<Severity, Long>> findings = registry.counts().findings(published);
        for (SourcedFinding one : rejected) {
            findings.computeIfAbsent(one.finding().rule(), rule -> new TreeMap<>())
                    .merge(one.finding().severity(), 1L, Long::sum);
        }
        findings.forEach((rule, severities) -> severities.forEach((severity, count) -> text.sample(
                "huibao_findings",
                labels("period", period, "rule", rule, "severity", lower(severity)),
                BigDecimal.valueOf(count))));
        text.gauge("huibao_targets", "Targets of the city in the last run's period, by light.");
        Map<Light, Long> lights = registry.counts().cityLights(published);
        for (Light light : Light.values()) {
            text.sample(
                    "huibao_targets",
                    labels("period", period, "light", lower(light)),
                    BigDecimal.valueOf(lights.getOrDefault(light, 0L)));
        }
        text.gauge("huibao_reporting_rate_percent", "Units whose form is accepted over units that report, in percent.");
        for (Period each : catalogue.periods()) {
            if (registry.editions().latest(each).isPresent()) {
                text.sample("huibao_reporting_rate_percent", Map.of("period", each.toString()), rate(registry, each));
            }
        }
        text.gauge(
                "huibao_on_time_rate_percent",
                "Units whose first form arrived by the deadline over units that report, in percent.");
        for (Period each : catalogue.periods()) {
            registry.editions()
                    .onTimePercent(each)
                    .ifPresent(rate -> text.sample(
                            "huibao_on_time_rate_percent",
                            Map.of("period", each.toString()),
                            rate.setScale(RATE_DECIMALS, RoundingMode.HALF_UP)));
        }
    }

    private BigDecimal rate(Registry registry, Period period) {
        long accepted = registry.counts().acceptedUnits(period);
        return BigDecimal.valueOf(PERCENT * accepted)
                .divide(BigDecimal.valueOf(catalogue.units().size()), RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static void rows(Exposition text, String period, String table, int count) {
        text.sample("huibao_rows_written", labels("period", period, "table", table), BigDecimal.valueOf(count));
    }

    private static void count(Exposition text, String name, String period, String label, Stream<String> values) {
        values.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .forEach((value, count) ->
                        text.sample(name, labels("period", period, label, value), BigDecimal.valueOf(count)));
    }

    /** A file that cannot be written is said and fails nothing: what was published is published. */
    private void write(Exposition text) {
        try {
            DurableFiles.publish(folders.metrics(), text.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("cannot write {}: {}", folders.metrics(), e.toString());
        }
    }

    private Optional<BigDecimal> lastSuccess() {
        try {
            return Files.exists(folders.metrics())
                    ? Exposition.find(Files.readString(folders.metrics(), StandardCharsets.UTF_8), SUCCESS)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private BigDecimal now() {
        return BigDecimal.valueOf(clock.instant().getEpochSecond());
    }

    private static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos).divide(NANOS, 6, RoundingMode.HALF_UP);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** In the order in which they are given. */
    private static Map<String, String> labels(String... pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }
}
