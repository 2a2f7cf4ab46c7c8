package huibao.archive;

import huibao.files.DurableFiles;
import huibao.json.Json;
import huibao.message.Trouble;
import huibao.model.Channel;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.UnitCode;
import huibao.notice.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    private final Path folder;

    /** @param archive the folder that keeps every workbook */
    public ReminderArchive(Path archive) {
        this.folder = archive.resolve("reminders");
    }

    /** Keeps a reminder. */
    public void keep(DueReminder one) throws IOException {
        Reminder reminder = one.reminder();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("number", reminder.number());
        members.put("ref_area", reminder.unit().value());
        members.put("time_period", reminder.period().toString());
        members.put("offset_days", reminder.offsetDays());
        members.put("at", reminder.at().toString());
        members.put("limit", reminder.limit().toString());
        members.put("channel", reminder.channels().stream().map(Channel::name).collect(Collectors.joining(" ")));
        members.put("messages", one.messageKeys());
        members.put("subject", one.notice().subject());
        members.put("text", one.notice().text());
        members.put("notice", one.notice().members());
        DurableFiles.keep(file(reminder.number()), Json.write(members).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The reminders up to a number, in the order in which they were issued.
     *
     * @throws ArchiveException if an entry is damaged
     */
    public List<Reminder> upTo(long number) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Reminder> reminders = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.filter(ReminderArchive::isEntry).sorted().toList()) {
                Reminder reminder = read(file);
                if (reminder.number() <= number) {
                    reminders.add(reminder);
                }
            }
        }
        return reminders;
    }

    /** The reminders issued together last, as they were. */
    public List<DueReminder> lastRound() throws IOException {
        List<DueReminder> round = new ArrayList<>();
        Optional<Instant> last =
                upTo(Long.MAX_VALUE).stream().reduce((older, newer) -> newer).map(Reminder::at);
        for (Reminder reminder : upTo(Long.MAX_VALUE)) {
            if (last.equals(Optional.of(reminder.at()))) {
                Map<String, Object> members = Json.readObject(file(reminder.number()));
                round.add(new DueReminder(reminder, notice(members), messageKeys(members)));
            }
        }
        return round;
    }

    /** None where an older program did not keep them. */
    private static List<String> messageKeys(Map<String, Object> members) {
        return members.get("messages") instanceof List<?> kept
                ? kept.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Notice notice(Map<String, Object> members) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (members.get("notice") instanceof Map<?, ?> kept) {
            kept.forEach((name, value) -> said.put(String.valueOf(name), value));
        }
        return new Notice(Json.text(members, "subject"), Json.text(members, "text"), said);
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

    private static Reminder read(Path file) throws IOException {
        try {
            Map<String, Object> members = Json.readObject(file);
            return new Reminder(
                    Long.parseLong(Json.text(members, "number")),
                    new UnitCode(Json.text(members, "ref_area")),
                    Period.parse(Json.text(members, "time_period")),
                    Integer.parseInt(Json.text(members, "offset_days")),
                    Instant.parse(Json.text(members, "at")),
                    Instant.parse(Json.text(members, "limit")),
                    Arrays.stream(Json.text(members, "channel").split(" "))
                            .map(Channel::valueOf)
                            .toList());
        } catch (RuntimeException e) {
            throw new ArchiveException(Trouble.of("archive.reminder_damaged", "file", file, "reason", e), e);
        }
    }
}
