package huibao.pipeline;

import huibao.archive.Sighting;
import huibao.catalogue.Catalogue;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.SubmissionRecord;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which periods a run publishes. Where nothing was decided and nothing can have become different since a period was
 * published, it stays as it is.
 */
final class PeriodsToPublish {

    private final Catalogue catalogue;
    private final Registry registry;
    private final JobFolders folders;
    private final RunParameters run;
    private final Outputs outputs;

    PeriodsToPublish(RunContext context, RunParameters run, Outputs outputs) {
        this.catalogue = context.catalogue();
        this.registry = context.registry();
        this.folders = context.folders();
        this.run = run;
        this.outputs = outputs;
    }

    /**
     * The period asked for unless it is as it would be published, those of submissions decided on, and those published
     * already that come after one of them: bounds and revisions look back. Also those whose manifest is gone or tells of
     * reporting as it was before the deadline or the last reminder, and, where nothing else is to be done, later ones
     * that are not as they would be published.
     */
    List<Period> of(List<SubmissionRecord> decided) {
        Set<Period> touched = new TreeSet<>();
        decided.forEach(record -> record.period().ifPresent(touched::add));
        // What was rejected names no period, and is told of with the one asked for.
        if (!decided.isEmpty() || !isUpToDate(run.period())) {
            touched.add(run.period());
        }
        Optional<Period> first = touched.stream().findFirst();
        for (Period period : catalogue.periods()) {
            if (registry.editions().latest(period).isPresent()
                    && (first.map(before -> period.compareTo(before) > 0)
                                    .orElseGet(() -> period.compareTo(run.period()) > 0 && !isUpToDate(period))
                            || isOutdated(period))) {
                touched.add(period);
            }
        }
        return List.copyOf(touched);
    }

    /** Of a period this run has published already it is said too: a continued run publishes what it began with. */
    private boolean isOutdated(Period period) {
        Optional<Instant> stated = manifest(period).map(Manifest.Contents::statedTime);
        return stated.isEmpty() || stated.get().equals(run.now()) || isToldOtherwise(period, stated.get());
    }

    /** Whether a deadline has passed or a unit was reminded since. */
    private boolean isToldOtherwise(Period period, Instant stated) {
        return Stream.concat(
                        catalogue.due(period).stream(),
                        registry.reminderLog().reminders().stream()
                                .filter(reminder -> reminder.period().equals(period))
                                .map(Reminder::at))
                .anyMatch(told -> told.isAfter(stated) && told.isBefore(run.now()));
    }

    /** Whether what is published of a period is, but for the time stated in it, what would be published now. */
    private boolean isUpToDate(Period period) {
        Optional<Manifest.Contents> found = manifest(period);
        if (found.isEmpty()
                || registry.editions().latest(period).isEmpty()
                || registry.editions().isOvertaken(period)) {
            return false;
        }
        Manifest.Contents published = found.get();
        return published.catalogueHash().equals(catalogue.hash())
                && published.statedTime().isBefore(run.now())
                && !isOutdated(period)
                && isOfThisProgram(period)
                && isLastYearAsItWas(period)
                && isIntact(published);
    }

    private Optional<Manifest.Contents> manifest(Period period) {
        try {
            return Manifest.find(folders, period);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isIntact(Manifest.Contents published) {
        try {
            return Manifest.isIntact(folders, published, outputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOfThisProgram(Period period) {
        return registry.runLog().runs().stream()
                .filter(logged -> logged.published().contains(period))
                .map(LoggedRun::run)
                .reduce((earlier, later) -> later)
                .filter(last -> last.programVersion().equals(ReportingRun.PROGRAM_VERSION))
                .isPresent();
    }

    /** Whether nobody has written last year's database since; where there is none, there may have been one. */
    private boolean isLastYearAsItWas(Period period) {
        Optional<Path> database = catalogue.settings().previousJob().map(folders::databaseOf);
        if (database.isEmpty()) {
            return true;
        }
        Optional<Sighting> lastYear = sighting(database.get());
        Optional<Sighting> manifest = sighting(folders.manifest(period));
        return lastYear.isPresent()
                && manifest.isPresent()
                && lastYear.get().changed().compareTo(manifest.get().changed()) < 0;
    }

    private static Optional<Sighting> sighting(Path file) {
        try {
            return Sighting.find(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
