package huibao.archive;

import huibao.files.DurableFiles;
import huibao.json.Json;
import huibao.json.Members;
import huibao.message.Trouble;
import huibao.model.Channel;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.UnitCode;
import huibao.notice.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every reminder ever issued, beside the workbooks in {@code archive/reminders/<number>.json}, with what it said: the
 * registry can be lost, and what lateness is graded by cannot.
 */
public final class ReminderArchive {

    private static final Members MEMBERS = new Members()
            .of(
                    DueReminder.class,
                    """
                    number=reminder.number ref_area=reminder.unit time_period=reminder.period
                    offset_days=reminder.offset_days at=reminder.at limit=reminder.limit channel messages=message_keys
                    subject=notice.subject text=notice.text notice=notice.members""",
                    Map.of(
                            "channel",
                            one -> one.reminder().channels().stream()
                                    .map(Channel::name)
                                    .collect(Collectors.joining(" "))));

    private final Path folder;

    /** @param archive the folder that keeps every workbook */
    public ReminderArchive(Path archive) {
        this.folder = archive.resolve("reminders");
    }

    /** A reminder as its file tells of it, with what it said; an older program did not keep its messages. */
    private record Entry(
            long number,
            UnitCode refArea,
            Period timePeriod,
            int offsetDays,
            Instant at,
            Instant limit,
            String channel,
            Optional<List<String>> messages,
            String subject,
            String text,
            Map<String, Object> notice) {

        Reminder reminder() {
            List<Channel> channels =
                    Arrays.stream(channel.split(" ")).map(Channel::valueOf).toList();
            return new Reminder(number, refArea, timePeriod, offsetDays, at, limit, channels);
        }
    }

    /** Keeps a reminder. */
    public void keep(DueReminder one) throws IOException {
        DurableFiles.keep(file(one.reminder().number()), Json.bytes(one, MEMBERS));
    }

    /**
     * The reminders up to a number, in the order in which they were issued.
     *
     * @throws ArchiveException if an entry is damaged
     */
    public List<Reminder> upTo(long number) throws IOException {
        return entries().stream()
                .map(Entry::reminder)
                .filter(reminder -> reminder.number() <= number)
                .toList();
    }

    /** The reminders issued together last, as they were. */
    public List<DueReminder> lastRound() throws IOException {
        List<Entry> entries = entries();
        Optional<Instant> last =
                entries.stream().reduce((older, newer) -> newer).map(Entry::at);
        return entries.stream()
                .filter(entry -> last.equals(Optional.of(entry.at())))
                .map(entry -> new DueReminder(
                        entry.reminder(),
                        new Notice(entry.subject(), entry.text(), entry.notice()),
                        entry.messages().orElse(List.of())))
                .toList();
    }

    private List<Entry> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.filter(ReminderArchive::isEntry).sorted().toList()) {
                entries.add(read(file));
            }
        }
        return entries;
    }

    /** The name of a reminder's file. */
    public static String name(long number) {
        return String.format(Locale.ROOT, "%08d.json", number);
    }

    private Path file(long number) {
        return folder.resolve(name(number));
    }

    private static boolean isEntry(Path file) {
        return String.valueOf(file.getFileName()).matches("\\d{8,}\\.json");
    }

    private static Entry read(Path file) throws IOException {
        try {
            Entry entry = Json.read(file, Entry.class);
            entry.reminder();
            return entry;
        } catch (RuntimeException e) {
            throw new ArchiveException(Trouble.of("archive.reminder_damaged", "file", file, "reason", e), e);
        }
    }
}
