package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.files.DurableFiles;
import huibao.json.Json;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.UnitCode;
import huibao.model.UnitReporting;
import huibao.notice.Notice;
import huibao.notice.SummaryNotice;
import huibao.notice.UnitNotice;
import huibao.pipeline.Progress.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What people are told of a period, as files: {@code notices/<period>/summary.txt}, {@code unit-<code>.txt}, and JSON. */
public final class NoticeFiles implements Output {

    private final JobFolders folders;
    private final SummaryNotice summaries;
    private final UnitNotice units;
    private final Function<Period, List<Reminder>> reminders;

    /** @param reminders those a period's bulletin knows of */
    NoticeFiles(
            Catalogue catalogue, JobFolders folders, Messages messages, Function<Period, List<Reminder>> reminders) {
        this.folders = folders;
        this.reminders = reminders;
        ReturnName returnName = new ReturnName(catalogue);
        this.summaries = new SummaryNotice(catalogue, messages);
        this.units = new UnitNotice(
                catalogue,
                messages,
                record -> below(folders.returns(record.period().orElseThrow()).resolve(returnName.of(record))));
    }

    @Override
    public Step step() {
        return Step.NOTICES;
    }

    /** What an earlier run told and does not hold any more is taken away. */
    @Override
    public void publish(Bulletin bulletin) throws IOException {
        Path folder = folders.notices(bulletin.period());
        Set<Path> expected = new TreeSet<>();
        write(folder, "summary", summary(bulletin), expected);
        for (UnitReporting line : bulletin.reporting()) {
            Optional<Notice> notice = units.of(bulletin, line);
            if (notice.isPresent()) {
                write(folder, "unit-" + line.unit(), notice.get(), expected);
            }
        }
        PublishedFolder.ofNotices(folders, bulletin.period()).keepOnly(expected);
    }

    @Override
    public List<Path> files(Period period) throws IOException {
        return PublishedFolder.ofNotices(folders, period).files();
    }

    @Override
    public List<Path> found(Period period) throws IOException {
        return PublishedFolder.everythingIn(folders.notices(period), Integer.MAX_VALUE);
    }

    Notice summary(Bulletin bulletin) {
        List<String> paths = new ArrayList<>();
        paths.add(below(folders.summary(bulletin.period())));
        if (bulletin.submissions().stream().anyMatch(record -> record.state().isSentBack())) {
            paths.add(below(folders.returns(bulletin.period())));
        }
        paths.add(below(folders.notices(bulletin.period())));
        paths.add(below(folders.database()));
        return summaries.of(
                bulletin,
                reminders.apply(bulletin.period()).stream()
                        .filter(reminder -> reminder.period().equals(bulletin.period()))
                        .toList(),
                paths);
    }

    /** A unit's notice; empty if there is nothing to say. */
    Optional<Notice> unit(Bulletin bulletin, UnitCode unit) {
        return line(bulletin, unit).flatMap(line -> units.of(bulletin, line));
    }

    public static Optional<UnitReporting> line(Bulletin bulletin, UnitCode unit) {
        return bulletin.reporting().stream()
                .filter(line -> line.unit().equals(unit))
                .findFirst();
    }

    private String below(Path file) {
        return folders.output().relativize(file).toString().replace('\\', '/');
    }

    private static void write(Path folder, String name, Notice notice, Set<Path> expected) throws IOException {
        Path text = folder.resolve(name + ".txt");
        Path json = folder.resolve(name + ".json");
        DurableFiles.publish(text, notice.text().getBytes(StandardCharsets.UTF_8));
        DurableFiles.publish(json, Json.write(notice.members()).getBytes(StandardCharsets.UTF_8));
        expected.add(text);
        expected.add(json);
    }
}
