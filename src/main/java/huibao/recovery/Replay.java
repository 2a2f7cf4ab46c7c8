package huibao.recovery;

import huibao.archive.Archive;
import huibao.archive.CatalogueArchive;
import huibao.archive.Receipt;
import huibao.archive.ReminderArchive;
import huibao.catalogue.Catalogue;
import huibao.model.Period;
import huibao.pipeline.JobFolders;
import huibao.pipeline.OutputPublisher;
import huibao.pipeline.PendingWorkbooks;
import huibao.pipeline.Progress;
import huibao.pipeline.Registries;
import huibao.pipeline.RunContext;
import huibao.pipeline.RunFailedException;
import huibao.pipeline.RunParameters;
import huibao.pipeline.WorkbookDecisions;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Logged runs done again from the archive, in their order, into an output folder of their own: each with the
 * receipts there were, its units, its time and the job folder of that day, so that every decision, edition and
 * file comes out as it did. Every workbook is read when its run reads it; files are only written for the periods
 * wanted, and but for the returned workbooks only by the last run that published them.
 */
final class Replay implements AutoCloseable {

    private final JobFolders source;
    private final Path output;
    private final Set<Period> wanted;
    private final Progress progress;
    private final CatalogueArchive catalogues;
    private final Archive archive;
    private final ReminderArchive reminders;
    private final Map<String, Catalogue> known = new HashMap<>();
    private final Map<Period, String> lastPublisher = new HashMap<>();
    private Optional<OpenRegistry> open = Optional.empty();

    /**
     * @param source where the archive is
     * @param output an empty folder
     * @param wanted the periods whose files are written
     * @param progress told of each run
     */
    Replay(JobFolders source, Path output, Collection<Period> wanted, Progress progress) {
        this.source = source;
        this.output = output;
        this.wanted = new TreeSet<>(wanted);
        this.progress = progress;
        this.catalogues = new CatalogueArchive(source.archive());
        this.archive = Archive.open(source.archive());
        this.reminders = new ReminderArchive(source.archive());
    }

    /** The registry as it is open under a job folder; it stays open while runs have the same one. */
    private record OpenRegistry(String catalogueHash, Registry registry) {}

    /**
     * Does the runs again, oldest first.
     *
     * @throws RunFailedException if a job folder of a run is not in the archive
     * @throws huibao.archive.ArchiveException if a workbook is not in the archive, or is not the one received
     */
    void run(List<LoggedRun> runs) throws IOException {
        for (LoggedRun logged : runs) {
            catalogue(logged);
            logged.published()
                    .forEach(period -> lastPublisher.put(period, logged.run().runId()));
        }
        long newest = runs.stream().mapToLong(this::lastReceipt).max().orElse(0);
        for (Receipt receipt : archive.upTo(newest).receipts()) {
            archive.verify(receipt.file());
        }
        for (LoggedRun logged : runs) {
            progress.started(logged.run().runId(), Progress.Beginning.REPLAYED);
            again(logged);
        }
    }

    /** Writes down what was reminded of since the last run: what a registry holds that was never lost. */
    void remindersSince() throws IOException {
        if (open.isPresent()) {
            open.get().registry().reminderLog().add(reminders.upTo(Long.MAX_VALUE));
        }
    }

    private void again(LoggedRun logged) throws IOException {
        RunParameters run = RunParameters.from(logged.run());
        Catalogue catalogue = catalogue(logged);
        Archive received = archive.upTo(lastReceipt(logged));
        Registry registry = registry(catalogue);
        registry.reminderLog().add(reminders.upTo(logged.lastReminder().orElse(0)));
        registry.runLog().start(logged.run());
        logged.lastReceipt()
                .ifPresent(number -> registry.runLog()
                        .collected(
                                logged.run().runId(),
                                number,
                                logged.lastReminder().orElse(0)));
        RunContext context = RunContext.over(received, catalogue, foldersOf(catalogue), registry, Progress.NOBODY);
        WorkbookDecisions judgement = new WorkbookDecisions(context, run);
        judgement.rejudge();
        judgement.decide(new PendingWorkbooks(context, run));
        publish(OutputPublisher.again(context, run, logged), run.runId());
    }

    private Catalogue catalogue(LoggedRun logged) {
        return known.computeIfAbsent(logged.run().catalogueHash(), catalogues::require);
    }

    /** What is made once, as a returned workbook is marked when its decision is taken, comes of the run that made it. */
    private void publish(OutputPublisher publication, String runId) throws IOException {
        List<Period> published = publication.periods();
        publication.database(published);
        List<Period> asked = published.stream().filter(wanted::contains).toList();
        publication.publishOnce(asked);
        List<Period> settled = asked.stream()
                .filter(period -> runId.equals(lastPublisher.get(period)))
                .toList();
        publication.publishAgain(settled);
        publication.manifest(settled);
        publication.close();
    }

    /** The newest receipt a run may have judged; runs that did not note it had those received by their time. */
    private long lastReceipt(LoggedRun logged) {
        return logged.lastReceipt()
                .orElseGet(() -> archive.receipts().stream()
                        .filter(receipt ->
                                !receipt.receivedAt().isAfter(logged.run().startedAt()))
                        .mapToLong(Receipt::number)
                        .max()
                        .orElse(0));
    }

    private JobFolders foldersOf(Catalogue catalogue) {
        return new JobFolders(
                catalogues.requireFolder(catalogue.hash()),
                source.inbox(),
                source.archive(),
                output,
                source.siblings());
    }

    private Registry registry(Catalogue catalogue) {
        if (open.isPresent() && open.get().catalogueHash().equals(catalogue.hash())) {
            return open.get().registry();
        }
        close();
        Registry registry = Registries.open(catalogue, foldersOf(catalogue));
        open = Optional.of(new OpenRegistry(catalogue.hash(), registry));
        return registry;
    }

    @Override
    public void close() {
        open.ifPresent(one -> one.registry().close());
        open = Optional.empty();
    }
}
