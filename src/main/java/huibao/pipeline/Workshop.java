package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.intake.Archive;
import huibao.intake.Receipt;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Reading;
import huibao.model.UnitCode;
import huibao.store.Registry;
import huibao.submission.FormDefinition;
import huibao.submission.SubmissionReader;
import huibao.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run works with.
 *
 * @param catalogue the job
 * @param folders its folders
 * @param archive every file ever received
 * @param registry every submission ever judged
 * @param reader workbook → submission
 * @param validator submission → decision
 * @param progress who is told
 */
record Workshop(
        Catalogue catalogue,
        JobFolders folders,
        Archive archive,
        Registry registry,
        SubmissionReader reader,
        Validator validator,
        Progress progress) {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

    static Workshop open(Catalogue catalogue, JobFolders folders, Registry registry, Progress progress) {
        return over(Archive.open(folders.archive()), catalogue, folders, registry, progress);
    }

    /** Over an archive that is open already, or only a part of it. */
    static Workshop over(
            Archive archive, Catalogue catalogue, JobFolders folders, Registry registry, Progress progress) {
        return new Workshop(
                catalogue,
                folders,
                archive,
                registry,
                new SubmissionReader(formDefinition(catalogue)),
                new Validator(catalogue),
                progress);
    }

    /** What the reader needs to know of the job. */
    static FormDefinition formDefinition(Catalogue catalogue) {
        return new FormDefinition(
                catalogue.settings().form().code(),
                catalogue.settings().frequency(),
                catalogue.settings().year(),
                catalogue.settings().form().validUntil(),
                catalogue.hash(),
                catalogue.units(),
                catalogue.items(),
                catalogue.milestones());
    }

    /** Place of a unit in print order. */
    int orderOf(UnitCode unit) {
        return catalogue.requireUnit(unit).order();
    }

    /** A file that breaks the reader is a file that cannot be read; the others go on. */
    Reading read(Receipt receipt) {
        try {
            return reader.read(archive.fileOf(receipt.file()), receipt.file());
        } catch (IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NullPointerException
                | ClassCastException
                | StackOverflowError e) {
            LOG.error(
                    "reader failed on receipt {} ({})",
                    receipt.number(),
                    receipt.file().name(),
                    e);
            return new Reading(
                    receipt.file(),
                    Optional.empty(),
                    List.of(Finding.ofReading(
                            FindingKind.UNREADABLE_WORKBOOK,
                            Optional.empty(),
                            List.of(),
                            Map.of(Finding.FOUND, receipt.file().name()))));
        }
    }
}
