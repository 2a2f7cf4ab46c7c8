package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.pipeline.JobFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {

    @TempDir
    Path folder;

    private final Map<Path, String> owners = new HashMap<>();
    private Path job;
    private Path output;

    @BeforeEach
    void ownFolders() throws IOException {
        job = Files.createDirectories(folder.resolve("job"));
        output = folder.resolve("srv/output");
        Files.createDirectories(folder.resolve("srv"));
        owners.put(job, "editor");
        owners.put(folder.resolve("srv"), "huibao");
    }

    @Test
    void isTheOwnerOfWhatIsPublished() throws IOException {
        own(output, "publisher");
        assertThat(account()).isEqualTo("publisher");
        own(output.resolve("harbour"), "nightly");
        assertThat(account()).isEqualTo("nightly");
    }

    @Test
    void isTheOwnerOfTheNearestFolderAboveWhereNothingIsPublishedYet() throws IOException {
        assertThat(account()).isEqualTo("huibao");
    }

    @Test
    void isTheOwnerOfTheJobFolderWhereOnlyRootsFoldersAreAbove() throws IOException {
        owners.put(folder.resolve("srv"), "root");
        assertThat(account()).isEqualTo("editor");
    }

    @Test
    void isRootWhereRootOwnsTheOutputFolder() throws IOException {
        own(output, "root");
        assertThat(account()).isEqualTo("root");
    }

    private void own(Path path, String owner) throws IOException {
        owners.put(Files.createDirectories(path), owner);
    }

    private String account() throws IOException {
        return new Account(owners::get)
                .of(new JobFolders(job, folder.resolve("inbox"), folder.resolve("archive"), output.resolve("harbour")));
    }
}
