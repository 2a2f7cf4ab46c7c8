package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.message.Messages;
import huibao.model.Finding;
import huibao.model.Outcome;
import huibao.model.Submission;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        List<Object> all = new ArrayList<>();
        boolean clean = true;
        for (Path file : files) {
            FileCheck.Checked checked = checks.check(file);
            clean &= checked.decision().state() == SubmissionState.ACCEPTED;
            if (json) {
                all.add(toJson(file, messages, checked));
            } else {
                if (!file.equals(files.get(0))) {
                    out.println();
                }
                new CheckReport(catalogue, messages)
                        .lines(String.valueOf(file.getFileName()), checked)
                        .forEach(out::println);
            }
        }
        if (json) {
            out.print(Json.write(all));
        }
        return clean ? ExitCodes.DONE : ExitCodes.RETURNS;
    }

    private static Map<String, Object> toJson(Path file, Messages messages, FileCheck.Checked checked) {
        Map<String, Object> members = new LinkedHashMap<>();
        Optional<Submission> submission = checked.reading().submission();
        members.put("file", file.toString());
        members.put("unit", submission.map(read -> read.unit().value()).orElse(""));
        members.put("period", submission.map(read -> read.period().toString()).orElse(""));
        members.put("decision", checked.decision().state().name());
        List<Object> findings = new ArrayList<>();
        for (Finding finding : failed(checked)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rule", finding.rule());
            one.put("severity", finding.severity().name());
            one.put(
                    "sheet",
                    finding.cells().isEmpty() ? "" : finding.cells().get(0).sheet());
            one.put("cell", cells(finding));
            one.put("item", finding.item().map(Object::toString).orElse(""));
            one.put("found", finding.parameters().getOrDefault(Finding.FOUND, ""));
            one.put("expected", messages.expected(finding));
            one.put("message", messages.message(finding));
            findings.add(one);
        }
        members.put("findings", findings);
        return members;
    }

    private static List<Finding> failed(FileCheck.Checked checked) {
        return checked.decision().findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .toList();
    }

    private static String cells(Finding finding) {
        return String.join(
                ",", finding.cells().stream().map(cell -> cell.cell()).toList());
    }
}
