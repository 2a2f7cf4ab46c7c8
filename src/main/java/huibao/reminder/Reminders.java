package huibao.reminder;

import huibao.archive.DueReminder;
import huibao.archive.ReminderArchive;
import huibao.bulletin.Bulletins;
import huibao.bulletin.ReportingLines;
import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.catalogue.NoticeSettings.Reminding;
import huibao.delivery.Message;
import huibao.delivery.Outbox;
import huibao.files.FileFault;
import huibao.message.Messages;
import huibao.message.Trouble;
import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.UnitReporting;
import huibao.notice.Notice;
import huibao.notice.UnitNotice;
import huibao.pipeline.Deliveries;
import huibao.pipeline.JobFolders;
import huibao.pipeline.LostRuns;
import huibao.pipeline.NoticeFiles;
import huibao.pipeline.NoticeMessages;
import huibao.pipeline.Registries;
import huibao.pipeline.ReturnName;
import huibao.pipeline.RunFailedException;
import huibao.pipeline.RunLock;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import huibao.store.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reminds units of forms that are not accepted (催报): on the days before and after the deadline that the job names,
 * once for each of them however often it is asked; of days that were missed only the last. A reminder is kept in the
 * archive and the registry before it is sent.
 */
public final class Reminders {

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final InstantSource clock;
    private final ReminderArchive archive;
    private final Outbox outbox;
    private final NoticeMessages messages;

    /**
     * @param catalogue the job
     * @param folders its folders
     * @param clock the time of delivery
     */
    public Reminders(Catalogue catalogue, JobFolders folders, InstantSource clock) {
        this.catalogue = catalogue;
        this.folders = folders;
        this.clock = clock;
        this.archive = new ReminderArchive(folders.archive());
        this.outbox = new Outbox(folders.archive());
        this.messages = new NoticeMessages(catalogue, CatalogueReader.readContacts(folders.job(), catalogue), outbox);
    }

    /**
     * Issues what is due.
     *
     * @param at the stated time
     * @param only the period to remind of; empty for all
     * @return what was done; empty if another run holds the lock
     * @throws RunFailedException if a run has to be finished first, or nothing can be written
     */
    public Optional<ReminderRound> issue(Instant at, Optional<Period> only) {
        Optional<RunLock> lock = RunLock.tryTake(folders);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        InstantSource present = InstantSource.offset(clock, Duration.between(clock.instant(), at));
        try {
            LostRuns.refuseLostRegistry(catalogue, folders);
            return Optional.of(issue(at, only, present));
        } catch (IOException e) {
            throw new RunFailedException(
                    Trouble.of("reminders.not_kept", "folder", folders.archive(), "reason", FileFault.of(e)), e);
        } finally {
            lock.get().close();
        }
    }

    private ReminderRound issue(Instant at, Optional<Period> only, InstantSource present) throws IOException {
        try (Registry registry = Registries.open(catalogue, folders)) {
            LostRuns.refuse(catalogue, folders, registry);
            registry.reminderLog().add(archive.upTo(Long.MAX_VALUE));
            for (DueReminder last : archive.lastRound()) {
                put(last);
            }
            List<DueReminder> due = due(registry, at.truncatedTo(ChronoUnit.SECONDS), only);
            for (DueReminder one : due) {
                archive.keep(one);
                registry.reminderLog().add(List.of(one.reminder()));
            }
            for (DueReminder one : due) {
                put(one);
            }
            return new ReminderRound(due, Deliveries.send(catalogue, outbox, registry, present, clock));
        }
    }

    /** What would be issued now; nothing is written or sent. */
    public List<DueReminder> preview(Instant at, Optional<Period> only) {
        try {
            LostRuns.refuseLostRegistry(catalogue, folders);
            if (!Files.exists(folders.database())) {
                return List.of();
            }
            try (Registry registry = Registries.openToRead(catalogue, folders)) {
                LostRuns.refuse(catalogue, folders, registry);
                return due(registry, at.truncatedTo(ChronoUnit.SECONDS), only);
            }
        } catch (IOException e) {
            throw new RunFailedException(
                    Trouble.of("reminders.not_read", "folder", folders.archive(), "reason", FileFault.of(e)), e);
        }
    }

    /** Lets the messages a reminder was issued with wait, unless they did before a crash. */
    private void put(DueReminder one) throws IOException {
        for (Message message : messages.reminder(one.reminder(), one.notice())) {
            if (one.messageKeys().contains(message.key())) {
                outbox.put(message);
            }
        }
    }

    private List<DueReminder> due(Registry registry, Instant at, Optional<Period> only) throws IOException {
        requireFinished(registry);
        List<Reminder> known = known(registry);
        long number = known.stream().mapToLong(Reminder::number).max().orElse(0);
        Bulletins bulletins = new Bulletins(catalogue, registry, at);
        List<DueReminder> due = new ArrayList<>();
        Optional<Period> first = only.or(() -> firstCollected(registry, at));
        for (Period period : catalogue.periods()) {
            if (first.filter(collected -> period.compareTo(collected) < 0).isPresent()) {
                continue;
            }
            OptionalInt offset = only.isEmpty() || only.get().equals(period) ? offset(period, at) : OptionalInt.empty();
            if (offset.isPresent()) {
                for (UnitReporting line : waitingFor(registry, period, at)) {
                    if (!isDone(known, line, period, offset.getAsInt())) {
                        number++;
                        due.add(reminder(bulletins.of(period), line, number, offset.getAsInt(), at));
                    }
                }
            }
        }
        return due;
    }

    /**
     * The first period that was run or that a form came for: nobody was asked for an earlier one. Where no run has been, the
     * last one that has ended.
     */
    private Optional<Period> firstCollected(Registry registry, Instant at) {
        LocalDate today = at.atZone(zone()).toLocalDate();
        Set<Period> run = registry.runLog().runs().stream()
                .map(logged -> logged.run().period())
                .collect(Collectors.toSet());
        return catalogue.periods().stream()
                .filter(period -> run.contains(period) || registry.isAnythingSentFor(period))
                .findFirst()
                .or(() -> catalogue.periods().stream()
                        .filter(period -> period.lastDay().isBefore(today))
                        .reduce((earlier, later) -> later));
    }

    /** Also those of which either keeper has lost its own: no number is given twice, and nobody reminded twice. */
    private List<Reminder> known(Registry registry) throws IOException {
        return Stream.concat(archive.upTo(Long.MAX_VALUE).stream(), registry.reminderLog().reminders().stream())
                .distinct()
                .toList();
    }

    /** On what a run has only half decided nobody is reminded. */
    private static void requireFinished(Registry registry) {
        Optional<RunRecord> unfinished = registry.runLog().unfinished().map(LoggedRun::run);
        if (unfinished.isPresent()) {
            throw new RunFailedException(Trouble.of(
                    "reminders.run_unfinished", "run", unfinished.get().runId()));
        }
    }

    private List<UnitReporting> waitingFor(Registry registry, Period period, Instant at) {
        return new ReportingLines(catalogue, registry.reminderLog().reminders(), at, record -> Optional.empty())
                .of(period, registry.submissions(period)).stream()
                        .filter(line -> line.acceptedVersion().isEmpty())
                        .toList();
    }

    /** By when it was reminded, not by what day that was: a deadline may have been moved since. */
    private boolean isDone(List<Reminder> known, UnitReporting line, Period period, int offset) {
        LocalDate day =
                catalogue.due(period).orElseThrow().atZone(zone()).toLocalDate().plusDays(offset);
        return known.stream()
                .anyMatch(reminder -> reminder.unit().equals(line.unit())
                        && reminder.period().equals(period)
                        && !reminder.at().atZone(zone()).toLocalDate().isBefore(day));
    }

    /** The last day of reminding of a period that has come; none while the period still goes on. */
    private OptionalInt offset(Period period, Instant at) {
        Optional<Instant> due = catalogue.due(period);
        LocalDate today = at.atZone(zone()).toLocalDate();
        if (due.isEmpty() || !period.lastDay().isBefore(today)) {
            return OptionalInt.empty();
        }
        LocalDate deadline = due.get().atZone(zone()).toLocalDate();
        Reminding reminding = catalogue.settings().notices().reminding();
        return IntStream.concat(
                        at.isAfter(due.get())
                                ? IntStream.empty()
                                : reminding.daysBefore().stream().mapToInt(days -> -days),
                        reminding.daysAfter().stream().mapToInt(Integer::intValue))
                .filter(days -> !deadline.plusDays(days).isAfter(today))
                .max();
    }

    private DueReminder reminder(Bulletin bulletin, UnitReporting line, long number, int offset, Instant at) {
        Instant due = catalogue.due(bulletin.period()).orElseThrow();
        Instant limit = at.isAfter(due) ? limit(due, at) : due;
        Reminder reminder = new Reminder(
                number, line.unit(), bulletin.period(), offset, at, limit, messages.channelsTo(line.unit()));
        UnitReporting full = NoticeFiles.line(bulletin, line.unit()).orElse(line);
        Notice notice = new UnitNotice(
                        catalogue,
                        Messages.in(catalogue.settings().language()),
                        record -> bulletin.period() + "/"
                                + folders.returns(bulletin.period()).getFileName() + "/"
                                + new ReturnName(catalogue).of(record))
                .reminding(bulletin, full, limit);
        return new DueReminder(
                reminder,
                notice,
                messages.reminder(reminder, notice).stream().map(Message::key).toList());
    }

    /** Some days on, at the deadline's own time of day. */
    private Instant limit(Instant due, Instant at) {
        return at.atZone(zone())
                .toLocalDate()
                .plusDays(catalogue.settings().notices().reminding().limitDays())
                .atTime(due.atZone(zone()).toLocalTime())
                .atZone(zone())
                .toInstant();
    }

    private ZoneId zone() {
        return catalogue.settings().zone();
    }
}
