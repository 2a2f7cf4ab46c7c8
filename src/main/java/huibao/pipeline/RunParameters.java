package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.store.RunRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * A run's parameters as they are kept for a restart.
 *
 * @param period the period to publish
 * @param districts units to read and judge again; empty for everything new
 * @param now the stated time: receipts and decisions carry it, also after a restart
 * @param sequence tells runs with the same period, districts and time apart, from 1
 * @param catalogueHash the catalogue: a run continued after the job folder was changed keeps its own
 * @param programVersion the program that began it
 */
public record RunParameters(
        Period period,
        List<UnitCode> districts,
        Instant now,
        int sequence,
        String catalogueHash,
        String programVersion) {

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public RunParameters {
        districts = List.copyOf(districts);
    }

    /** What a request means at a time, before anything has run. */
    static RunParameters of(RunRequest request, Catalogue catalogue, Instant now) {
        return new RunParameters(
                request.period().orElseGet(() -> lastOver(catalogue, now)),
                request.districts(),
                now,
                1,
                catalogue.hash(),
                ReportingRun.PROGRAM_VERSION);
    }

    /** The last period of the job that is over; the first one if none is. */
    private static Period lastOver(Catalogue catalogue, Instant now) {
        LocalDate today = now.atZone(catalogue.settings().zone()).toLocalDate();
        return catalogue.periods().stream()
                .filter(period -> period.lastDay().isBefore(today))
                .reduce((first, second) -> second)
                .orElseGet(() -> catalogue.periods().get(0));
    }

    RunParameters withSequence(int other) {
        return new RunParameters(period, districts, now, other, catalogueHash, programVersion);
    }

    /** A time as it stands in names: 20230710T000000Z. */
    public static String compact(Instant at) {
        return COMPACT.format(at);
    }

    /** The stated time of the run whose id a name begins with; empty if it begins with none. */
    public static Optional<Instant> statedTime(String name) {
        int end = name.indexOf('Z') + 1;
        try {
            return Optional.of(COMPACT.parse(name.substring(0, end), Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Names the run: 20230710T000000Z-2023-06. */
    public String runId() {
        String units = districts.isEmpty()
                ? ""
                : districts.stream().map(UnitCode::value).collect(Collectors.joining("-", "-", ""));
        return compact(now) + "-" + period + units + (sequence == 1 ? "" : "-" + sequence);
    }

    JobParameters toJobParameters() {
        return new JobParametersBuilder()
                .addString("run", runId())
                .addString("period", period.toString(), false)
                .addString("districts", districts.stream().map(UnitCode::value).collect(Collectors.joining(" ")), false)
                .addString("now", now.toString(), false)
                .addLong("sequence", (long) sequence, false)
                .addString("catalogue", catalogueHash, false)
                .addString("program", programVersion, false)
                .toJobParameters();
    }

    public static RunParameters from(JobParameters parameters) {
        Long sequence = parameters.getLong("sequence");
        return new RunParameters(
                Period.parse(required(parameters, "period")),
                Arrays.stream(required(parameters, "districts").split(" "))
                        .filter(code -> !code.isEmpty())
                        .map(UnitCode::new)
                        .toList(),
                Instant.parse(required(parameters, "now")),
                sequence == null ? 1 : sequence.intValue(),
                required(parameters, "catalogue"),
                required(parameters, "program"));
    }

    public static RunParameters from(RunRecord run) {
        return new RunParameters(
                run.period(), run.units(), run.startedAt(), run.sequence(), run.catalogueHash(), run.programVersion());
    }

    RunRecord toRecord() {
        return new RunRecord(runId(), period, districts, now, sequence, catalogueHash, programVersion);
    }

    private static String required(JobParameters parameters, String name) {
        String value = parameters.getString(name);
        if (value == null) {
            throw new IllegalStateException("the kept run has no parameter " + name);
        }
        return value;
    }
}
