package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.files.DurableFiles;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.pipeline.Progress.Step;
import huibao.workbook.summary.SummaryWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The summary workbook of a period. */
final class SummaryFile implements Output {

    private final JobFolders folders;
    private final SummaryWorkbook workbook;

    SummaryFile(Catalogue catalogue, JobFolders folders, Messages messages) {
        this.folders = folders;
        this.workbook = new SummaryWorkbook(catalogue, messages);
    }

    @Override
    public Step step() {
        return Step.SUMMARY;
    }

    @Override
    public void publish(Bulletin bulletin) throws IOException {
        DurableFiles.publish(folders.summary(bulletin.period()), file -> workbook.write(bulletin, file));
    }

    @Override
    public List<Path> files(Period period) {
        Path file = folders.summary(period);
        return Files.isRegularFile(file) ? List.of(file) : List.of();
    }

    @Override
    public List<Path> found(Period period) throws IOException {
        return PublishedFolder.everythingIn(folders.period(period), 1);
    }
}
