package huibao.pipeline;

import huibao.archive.Archive;
import huibao.catalogue.Catalogue;
import huibao.files.DurableFiles;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.Period;
import huibao.model.SourcedFinding;
import huibao.model.SubmissionRecord;
import huibao.model.UnitBulletin;
import huibao.pipeline.Progress.Step;
import huibao.store.Registry;
import huibao.workbook.returned.ReturnContext;
import huibao.workbook.returned.ReturnedWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The workbooks that go back to their senders. One is marked when its decision is taken, whatever the rules say later; a
 * decision that changed is marked again; one that is gone is taken away.
 */
final class ReturnedFiles implements Output {

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Optional<Sent> sent;
    private final ReturnedWorkbook returned;

    /** @param sent what the workbooks are made of; empty where they are only looked at */
    ReturnedFiles(Catalogue catalogue, JobFolders folders, Messages messages, Optional<Sent> sent) {
        this.catalogue = catalogue;
        this.folders = folders;
        this.sent = sent;
        this.returned = new ReturnedWorkbook(catalogue, messages);
    }

    /**
     * What was sent.
     *
     * @param archive the workbooks
     * @param registry what was read and decided
     * @param now stated time of the run; what it decided is marked
     */
    record Sent(Archive archive, Registry registry, Instant now) {}

    @Override
    public Step step() {
        return Step.RETURNS;
    }

    @Override
    public boolean isMadeAgain() {
        return false;
    }

    @Override
    public void publish(Bulletin bulletin) throws IOException {
        Sent of = sent.orElseThrow();
        Period period = bulletin.period();
        Set<Path> damaged = Manifest.damaged(folders, period, folders.returns(period));
        Set<Path> expected = new TreeSet<>();
        for (SubmissionRecord record : bulletin.submissions()) {
            if (record.state().isSentBack()) {
                Path file = folders.returns(period).resolve(new ReturnName(catalogue).of(record));
                expected.add(file);
                if (of.archive().isDiscarded(record.file())) {
                    continue;
                }
                if (!Files.exists(file)
                        || damaged.contains(file)
                        || record.decidedAt().equals(of.now())) {
                    Path original = of.archive().fileOf(record.file());
                    DurableFiles.publish(
                            file,
                            returned.mark(
                                    original, record, findings(bulletin, record), context(of.registry(), record)));
                }
            }
        }
        PublishedFolder.ofReturns(folders, period).keepOnly(expected);
    }

    private static ReturnContext context(Registry registry, SubmissionRecord record) {
        return new ReturnContext(
                registry.asRead(record),
                record.unit()
                        .flatMap(unit -> record.period()
                                .flatMap(period -> registry.standings().latestBefore(unit, period))));
    }

    private static List<Finding> findings(Bulletin bulletin, SubmissionRecord record) {
        return record
                .unit()
                .flatMap(bulletin.units()::find)
                .map(UnitBulletin::findings)
                .orElse(bulletin.rejectedFindings())
                .stream()
                .filter(sourced -> sourced.submission().submissionId().equals(record.submissionId()))
                .map(SourcedFinding::finding)
                .toList();
    }

    @Override
    public List<Path> files(Period period) throws IOException {
        return PublishedFolder.ofReturns(folders, period).files();
    }

    @Override
    public List<Path> found(Period period) throws IOException {
        return PublishedFolder.everythingIn(folders.returns(period), Integer.MAX_VALUE);
    }
}
