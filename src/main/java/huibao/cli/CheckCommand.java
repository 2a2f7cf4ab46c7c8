package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.json.Members;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.Outcome;
import huibao.model.SubmissionState;
import huibao.pipeline.FileCheck;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.store.Registry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a run would decide on files, without taking them. */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "option.files")
    private List<Path> files = List.of();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    /** A file and what a run would make of it. */
    private record CheckedFile(Path file, FileCheck.Checked checked) {}

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        JobFolders folders = options.folders(catalogue);
        for (Path file : files) {
            if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                throw new UsageException(messages.text("check.unreadable", Map.of("file", file.toString())));
            }
        }
        if (Files.exists(folders.database())) {
            try (Registry registry = Registries.openToRead(catalogue, folders)) {
                return check(catalogue, messages, new FileCheck(catalogue, Optional.of(registry), registry.lastYear()));
            }
        }
        return check(
                catalogue,
                messages,
                new FileCheck(catalogue, Optional.empty(), Registries.lastYear(catalogue, folders)));
    }

    private int check(Catalogue catalogue, Messages messages, FileCheck checks) throws IOException {
        PrintStream out = JobOptions.out();
        List<CheckedFile> all = new ArrayList<>();
        for (Path file : files) {
            CheckedFile checked = new CheckedFile(file, checks.check(file));
            all.add(checked);
            if (!json) {
                if (!file.equals(files.get(0))) {
                    out.println();
                }
                new CheckReport(catalogue, messages)
                        .lines(String.valueOf(file.getFileName()), checked.checked())
                        .forEach(out::println);
            }
        }
        if (json) {
            out.print(Json.write(all, members(messages)));
        }
        boolean clean = all.stream().allMatch(one -> one.checked().decision().state() == SubmissionState.ACCEPTED);
        return clean ? ExitCodes.DONE : ExitCodes.RETURNS;
    }

    private static Members members(Messages messages) {
        return new Members()
                .of(
                        CheckedFile.class,
                        """
                        file unit=checked.reading.submission.unit period=checked.reading.submission.period
                        decision=checked.decision.state findings""",
                        Map.of(
                                "file", one -> one.file().toString(),
                                "findings",
                                        one -> one.checked().decision().findings().stream()
                                                .filter(finding -> finding.outcome() == Outcome.FAILED)
                                                .toList()))
                .of(
                        Finding.class,
                        "rule severity sheet cell item found expected message",
                        Map.of(
                                "sheet",
                                finding -> finding.cells().stream().findFirst().map(CellRef::sheet),
                                "cell",
                                finding -> finding.cells().stream()
                                        .map(CellRef::cell)
                                        .collect(Collectors.joining(",")),
                                "expected",
                                messages::expected,
                                "message",
                                messages::message));
    }
}
