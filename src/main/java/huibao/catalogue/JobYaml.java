package huibao.catalogue;

import huibao.model.CaptionGroup;
import huibao.model.CaptionWords;
import huibao.model.Frequency;
import huibao.model.Imputation;
import huibao.model.ReadingLimits;
import huibao.schedule.Agenda;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code job.yaml}; a key it does not know is a mistake. */
final class JobYaml {

    static final String FILE = "job.yaml";
    private static final String CRON = "a cron expression for a time that comes, such as %s, in quotes";
    private static final int HIGHEST_LIMIT = 1_000_000_000;
    private static final int MEGABYTE = 20;

    private final Problems problems;

    JobYaml(Problems problems) {
        this.problems = problems;
    }

    /** The settings; empty if any of them is missing or wrong, and then the problems say so. */
    Optional<JobSettings> read(Path folder) {
        Path path = folder.resolve(FILE);
        if (!Files.isRegularFile(path)) {
            problems.add(FILE, 0, "file", "none", "a file of this name in " + folder);
            return Optional.empty();
        }
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(FILE).build()).composeString(text);
            if (root.isEmpty() || !(root.get() instanceof MappingNode mapping)) {
                problems.add(FILE, 1, "content", "no mapping", "key: value lines");
                return Optional.empty();
            }
            return settings(new Keys("", mapping));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(FILE, line, "syntax", String.valueOf(e.getProblem()), "YAML");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private Optional<JobSettings> settings(Keys root) {
        String name = root.text("name", "letters, digits and hyphens", JobYaml::jobName, "");
        String title = root.text("title", "some text", Function.identity(), "");
        int year = root.text(
                "year",
                "a year",
                text -> huibao.model.Period.year(Integer.parseInt(text)).year(),
                1900);
        Frequency frequency =
                root.text("frequency", "MONTHLY, QUARTERLY or ANNUAL", Frequency::valueOf, Frequency.MONTHLY);
        ZoneId zone = root.text("time_zone", "a time zone such as Asia/Shanghai", ZoneId::of, ZoneId.of("UTC"));
        Locale language = root.text("language", "zh or en", JobYaml::language, Locale.ROOT);
        RoundingMode rounding =
                root.text("rounding", "half_even or half_up", JobYaml::rounding, RoundingMode.HALF_EVEN);

        Keys presentation = root.mapping("presentation");
        int levelDecimals = presentation.text("level_decimals", "0 to 12", JobYaml::decimals, 0);
        int rateDecimals = presentation.text("rate_decimals", "0 to 12", JobYaml::decimals, 0);
        presentation.refuseOthers();

        Keys inbox = root.mapping("inbox");
        int settle = inbox.text("settle_seconds", "0 to 3600", text -> bounded(text, 3600), 0);
        inbox.refuseOthers();

        Keys form = root.mapping("form");
        JobSettings.Form formSettings = new JobSettings.Form(
                form.text("code", "some text", Function.identity(), ""),
                form.text("title", "some text", Function.identity(), ""),
                form.text("authority", "some text", Function.identity(), ""),
                form.text("approval", "some text", Function.identity(), ""),
                form.text("valid_until", "a date such as 2024-01-31", LocalDate::parse, LocalDate.EPOCH),
                form.text("collector", "some text", Function.identity(), ""),
                form.optional("send_to", "some text", Function.identity()));
        form.refuseOthers();

        Keys limits = root.mapping("thresholds");
        JobSettings.Thresholds thresholds = new JobSettings.Thresholds(
                limits.decimal("ahead"),
                limits.decimal("on_pace"),
                limits.decimal("near"),
                limits.decimal("behind"),
                limits.text("hold_band_percent", "a number from 0 up", JobYaml::notNegative, BigDecimal.ZERO));
        limits.refuseOthers();
        if (!problems.any() && !thresholds.areDescending()) {
            problems.add(
                    FILE,
                    limits.line(),
                    "thresholds",
                    thresholds.ahead() + ", " + thresholds.onPace() + ", " + thresholds.near() + ", "
                            + thresholds.behind(),
                    "ahead > on_pace > near > behind");
        }

        Keys explain = root.mapping("explanations");
        JobSettings.Explanations explanations = new JobSettings.Explanations(
                explain.text("min_length", "0 to 200", text -> bounded(text, 200), 0), explain.list("boilerplate"));
        explain.refuseOthers();
        JobSettings.Schedule schedule = schedule(root.optionalMapping("schedule"));
        Optional<String> previousJob =
                root.optional("previous_job", "the name of last year's job, not this one's", text -> {
                    if (text.equals(name)) {
                        throw new IllegalArgumentException(text);
                    }
                    return jobName(text);
                });
        Imputation imputation = root.optional("imputation", "none, last_value or seasonal_share", JobYaml::imputation)
                .orElse(Imputation.NONE);
        ReadingLimits reading =
                root.optionalMapping("limits").map(LimitsYaml::reading).orElse(ReadingLimits.DEFAULT);
        CaptionWords captions =
                root.optionalMapping("captions").map(JobYaml::captions).orElse(CaptionWords.NONE);
        Retention retention =
                root.optionalMapping("retention").map(LimitsYaml::retention).orElse(Retention.OF_LEFTOVERS);
        NoticeSettings notices = new NoticesYaml(problems).read(root.optionalMapping("notices"));
        root.refuseOthers();

        return problems.any()
                ? Optional.empty()
                : Optional.of(new JobSettings(
                        name,
                        title,
                        year,
                        frequency,
                        zone,
                        language,
                        rounding,
                        levelDecimals,
                        rateDecimals,
                        settle,
                        formSettings,
                        thresholds,
                        explanations,
                        schedule,
                        previousJob,
                        imputation,
                        reading,
                        captions,
                        retention,
                        notices));
    }

    /** Captions by what they mean; each group is a list of words. */
    private static CaptionWords captions(Keys given) {
        Map<CaptionGroup, List<String>> words = new EnumMap<>(CaptionGroup.class);
        for (CaptionGroup group : CaptionGroup.values()) {
            List<String> of = given.optionalList(group.key());
            if (!of.isEmpty()) {
                words.put(group, of);
            }
        }
        given.refuseOthers();
        return new CaptionWords(words);
    }

    private static JobSettings.Schedule schedule(Optional<Keys> given) {
        Optional<String> nightly =
                given.flatMap(keys -> keys.optional("nightly", CRON.formatted("0 2 * * *"), JobYaml::cron));
        Optional<Duration> inboxEvery =
                given.flatMap(keys -> keys.optional("inbox_seconds", "1 to 86400", JobYaml::seconds));
        Optional<String> reminders =
                given.flatMap(keys -> keys.optional("reminders", CRON.formatted("0 9 * * *"), JobYaml::cron));
        given.ifPresent(Keys::refuseOthers);
        return new JobSettings.Schedule(nightly.orElse(JobSettings.Schedule.AT_TWO), inboxEvery, reminders);
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(limit(text, 86_400));
    }

    private static String cron(String text) {
        if (!text.strip().matches("[0-9A-Za-z*,/#?LW-]+(\\s+[0-9A-Za-z*,/#?LW-]+){4,5}")) {
            throw new IllegalArgumentException(text);
        }
        Agenda.requireCron(text);
        return text.strip();
    }

    private static String jobName(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Imputation imputation(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
        }
        return Imputation.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Locale language(String text) {
        return switch (text) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static RoundingMode rounding(String text) {
        return switch (text) {
            case "half_even" -> RoundingMode.HALF_EVEN;
            case "half_up" -> RoundingMode.HALF_UP;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static BigDecimal notNegative(String text) {
        BigDecimal value = CsvTable.plainDecimal(text);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static int decimals(String text) {
        return bounded(text, 12);
    }

    static int limit(String text, int max) {
        int value = bounded(text, max);
        if (value == 0) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    static int bounded(String text, int max) {
        int value = Integer.parseInt(text);
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    /** The keys of one mapping: asked for one by one, what is left over is refused. */
    final class Keys {
        private final String prefix;
        private final MappingNode node;
        private final Set<String> asked = new HashSet<>();

        Keys(String prefix, MappingNode node) {
            this.prefix = prefix;
            this.node = node;
        }

        int line() {
            return lineOf(node);
        }

        <T> T text(String key, String expected, Function<String, T> parser, T whenWrong) {
            Optional<Node> value = find(key);
            if (value.isEmpty()) {
                problems.add(FILE, line(), "key missing", "", prefix + key + ": " + expected);
                return whenWrong;
            }
            String text = value.get() instanceof ScalarNode scalar ? scalar.getValue() : "(not a single value)";
            try {
                if (text.isBlank()) {
                    throw new IllegalArgumentException(text);
                }
                return parser.apply(text);
            } catch (RuntimeException e) {
                problems.add(FILE, lineOf(value.get()), prefix + key, text, expected);
                return whenWrong;
            }
        }

        /** A key that may be left out. */
        <T> Optional<T> optional(String key, String expected, Function<String, T> parser) {
            return find(key).isEmpty()
                    ? Optional.empty()
                    : text(key, expected, text -> Optional.of(parser.apply(text)), Optional.empty());
        }

        BigDecimal decimal(String key) {
            return text(key, "a plain decimal number", CsvTable::plainDecimal, BigDecimal.ZERO);
        }

        List<String> list(String key) {
            List<String> texts = new ArrayList<>();
            Optional<Node> value = find(key);
            if (value.isPresent() && value.get() instanceof SequenceNode sequence) {
                for (Node element : sequence.getValue()) {
                    if (element instanceof ScalarNode scalar) {
                        texts.add(scalar.getValue());
                    } else {
                        problems.add(FILE, lineOf(element), prefix + key, "(nested)", "a list of texts");
                    }
                }
            } else {
                problems.add(FILE, line(), prefix + key, "no list", "a list of texts");
            }
            return texts;
        }

        /** A list that a job may leave out. */
        List<String> optionalList(String key) {
            return find(key).isEmpty() ? List.of() : list(key);
        }

        Keys mapping(String key) {
            Optional<Node> value = find(key);
            if (value.isPresent() && value.get() instanceof MappingNode mapping) {
                return new Keys(prefix + key + ".", mapping);
            }
            problems.add(FILE, line(), "key missing", "", prefix + key + " with its keys below");
            return new Keys(prefix + key + ".", new MappingNode(node.getTag(), List.of(), node.getFlowStyle()));
        }

        /** A mapping that a job may leave out. */
        Optional<Keys> optionalMapping(String key) {
            return find(key).isEmpty() ? Optional.empty() : Optional.of(mapping(key));
        }

        /** A limit that a job may leave out. */
        int most(String key, int usual) {
            return find(key).isEmpty()
                    ? usual
                    : text(key, "1 to " + HIGHEST_LIMIT, text -> limit(text, HIGHEST_LIMIT), usual);
        }

        /** The same, stated in units of 2^20 bytes. */
        long megabytes(String key, long usual) {
            return (long) most(key, Math.toIntExact(usual >> MEGABYTE)) << MEGABYTE;
        }

        void refuseOthers() {
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : node.getValue()) {
                String key = keyOf(tuple);
                if (!asked.contains(key)) {
                    problems.add(
                            FILE,
                            lineOf(tuple.getKeyNode()),
                            "unknown key",
                            prefix + key,
                            "one of " + String.join(", ", new java.util.TreeSet<>(asked)));
                }
                if (!seen.add(key)) {
                    problems.add(FILE, lineOf(tuple.getKeyNode()), "key twice", prefix + key, "each key once");
                }
            }
        }

        private Optional<Node> find(String key) {
            asked.add(key);
            return node.getValue().stream()
                    .filter(tuple -> keyOf(tuple).equals(key))
                    .map(NodeTuple::getValueNode)
                    .findFirst();
        }

        private static String keyOf(NodeTuple tuple) {
            return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a text)";
        }

        private static int lineOf(Node node) {
            return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        }
    }
}
