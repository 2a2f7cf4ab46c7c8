package huibao.pipeline;

import huibao.archive.Archive;
import huibao.archive.ArchiveException;
import huibao.archive.Receipt;
import huibao.catalogue.Catalogue;
import huibao.files.FileFault;
import huibao.message.Trouble;
import huibao.model.FindingKind;
import huibao.model.Reading;
import huibao.model.UnitCode;
import huibao.store.Registry;
import huibao.submission.FormDefinition;
import huibao.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a run works with.
 *
 * @param catalogue the job
 * @param folders its folders
 * @param archive every file ever received
 * @param registry every submission ever judged
 * @param readings workbook → submission
 * @param validator submission → decision
 * @param progress who is told
 */
public record RunContext(
        Catalogue catalogue,
        JobFolders folders,
        Archive archive,
        Registry registry,
        GuardedReader readings,
        Validator validator,
        Progress progress)
        implements Engine.WorkbookReader {

    /** What a disk that cannot be read makes of a good file. */
    private static final Set<FindingKind> DOUBTFUL =
            EnumSet.of(FindingKind.UNREADABLE_WORKBOOK, FindingKind.READER_FAILED);

    static RunContext open(Catalogue catalogue, JobFolders folders, Registry registry, Progress progress) {
        Archive archive = Archive.open(folders.archive());
        archive.neverReuse(registry.newestReceipt());
        return over(archive, catalogue, folders, registry, progress);
    }

    /** Over an archive that is open already, or only a part of it. */
    public static RunContext over(
            Archive archive, Catalogue catalogue, JobFolders folders, Registry registry, Progress progress) {
        return new RunContext(
                catalogue,
                folders,
                archive,
                registry,
                new GuardedReader(formDefinition(catalogue)),
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
                List.of(catalogue.formHash(), catalogue.hash()),
                catalogue.units(),
                catalogue.items(),
                catalogue.milestones(),
                catalogue.settings().limits(),
                catalogue.settings().captions());
    }

    /** Place of a unit in print order. */
    int orderOf(UnitCode unit) {
        return catalogue.requireUnit(unit).order();
    }

    /** @throws huibao.archive.ArchiveException if it is not in the archive, or not what was received */
    @Override
    public Reading alone(Receipt receipt) {
        return confirmed(receipt, file -> Optional.of(readings.alone(file, receipt.file())))
                .orElseThrow();
    }

    /** @throws huibao.archive.ArchiveException if it is not in the archive, or not what was received */
    @Override
    public Optional<Reading> amongOthers(Receipt receipt) {
        return confirmed(receipt, file -> readings.amongOthers(file, receipt.file()));
    }

    /**
     * A sender is told that a file is damaged, or cannot be read, only if it was sent so. To the reader a disk that
     * cannot be read looks the same; so what it found is believed only of a copy that has the hash of what was sent.
     *
     * @throws ArchiveException if the archived bytes cannot be read, or are others than those sent
     */
    private Optional<Reading> confirmed(Receipt receipt, Function<Path, Optional<Reading>> reader) {
        archive.verify(receipt.file());
        Optional<Reading> reading = reader.apply(archive.fileOf(receipt.file()));
        boolean isDoubtful = reading.stream()
                .flatMap(read -> read.findings().stream())
                .anyMatch(found -> DOUBTFUL.contains(found.kind()));
        if (!isDoubtful) {
            return reading;
        }
        try {
            Path copy = Files.createTempFile("huibao-", ".tmp");
            try {
                archive.copy(receipt.file(), copy);
                Optional<Reading> again = reader.apply(copy);
                again.ifPresent(readings::tell);
                return again;
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new RunFailedException(Trouble.of("archive.not_copied", "reason", FileFault.of(e)), e);
        }
    }
}
