package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.catalogue.Contacts;
import huibao.catalogue.NoticeSettings;
import huibao.delivery.Message;
import huibao.delivery.Outbox;
import huibao.json.Json;
import huibao.model.Channel;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import huibao.notice.Notice;
import huibao.notice.UnitNotice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Notices made into messages for those the job wants to reach, and put where messages wait. */
public final class NoticeMessages {

    private static final int DIGITS = 12;

    private final String job;
    private final NoticeSettings settings;
    private final Contacts contacts;
    private final Outbox outbox;

    /** @param contacts where units are written to */
    public NoticeMessages(Catalogue catalogue, Contacts contacts, Outbox outbox) {
        this.job = catalogue.settings().name();
        this.settings = catalogue.settings().notices();
        this.contacts = contacts;
        this.outbox = outbox;
    }

    /**
     * Lets wait what a run has to tell: to the bureau the summary of its period and of every other one something came
     * for, and to each unit what it sent back.
     */
    void put(OutputPublisher publication) throws IOException {
        List<SubmissionRecord> decided = publication.decided();
        RunParameters run = publication.run();
        Set<Period> told = new TreeSet<>(Set.of(run.period()));
        decided.forEach(record -> record.period().ifPresent(told::add));
        List<Message> messages = new ArrayList<>();
        for (Period period : told) {
            messages.addAll(messages(
                    "summary-" + RunParameters.compact(run.now()) + "-" + period + "-" + digits(run.runId()),
                    () -> publication.summaryNotice(period),
                    settings.smtp().map(NoticeSettings.Smtp::bureau),
                    Map.of()));
        }
        for (SubmissionRecord record : newestReturned(decided)) {
            Optional<Notice> notice = publication.unitNotice(record).filter(NoticeMessages::tellsOfAReturn);
            if (notice.isPresent()) {
                messages.addAll(messages(
                        "returned-" + record.submissionId() + "-" + RunParameters.compact(record.decidedAt()),
                        notice::get,
                        mail(record.unit().orElseThrow()),
                        MessageRelevance.about(record)));
            }
        }
        for (Message message : messages) {
            outbox.put(message);
        }
    }

    /** Of each unit and period one: what it is told is what its newest form is like. */
    private static Collection<SubmissionRecord> newestReturned(List<SubmissionRecord> decided) {
        return decided.stream()
                .filter(record -> record.state() == SubmissionState.RETURNED
                        && record.unit().isPresent())
                .collect(Collectors.toMap(
                        record -> List.of(record.unit(), record.period()),
                        record -> record,
                        BinaryOperator.maxBy(Comparator.comparingInt(SubmissionRecord::version)),
                        LinkedHashMap::new))
                .values();
    }

    /** The channels over which a unit can be reached; {@link Channel#FILE} alone if there is none. */
    public List<Channel> channelsTo(UnitCode unit) {
        List<Channel> channels = new ArrayList<>();
        if (mail(unit).filter(addresses -> !addresses.isEmpty()).isPresent()) {
            channels.add(Channel.MAIL);
        }
        if (settings.webhook().isPresent()) {
            channels.add(Channel.WEBHOOK);
        }
        return channels.isEmpty() ? List.of(Channel.FILE) : channels;
    }

    /** A reminder as messages; none if the unit cannot be written to. */
    public List<Message> reminder(Reminder reminder, Notice notice) {
        if (reminder.channels().equals(List.of(Channel.FILE))) {
            return List.of();
        }
        String name = String.format(
                Locale.ROOT, "reminder-%08d-%s-%s", reminder.number(), reminder.unit(), reminder.period());
        return messages(name, () -> notice, mail(reminder.unit()), MessageRelevance.about(reminder));
    }

    private Optional<List<String>> mail(UnitCode unit) {
        return settings.smtp().map(smtp -> contacts.mailOf(unit));
    }

    /** One message for each address, so that each is delivered or not on its own; the notice is made if there is one. */
    private List<Message> messages(
            String name, Supplier<Notice> said, Optional<List<String>> addresses, Map<String, String> about) {
        List<Message> messages = new ArrayList<>();
        if (addresses.orElse(List.of()).isEmpty() && settings.webhook().isEmpty()) {
            return messages;
        }
        Notice notice = said.get();
        for (String address : addresses.orElse(List.of())) {
            messages.add(new Message(
                    job + "-" + name + "-mail-" + digits(address),
                    Channel.MAIL,
                    address,
                    notice.subject(),
                    notice.text(),
                    about));
        }
        if (settings.webhook().isPresent()) {
            messages.add(new Message(
                    job + "-" + name + "-webhook",
                    Channel.WEBHOOK,
                    "",
                    notice.subject(),
                    Json.write(notice.members()),
                    about));
        }
        return messages;
    }

    private static boolean tellsOfAReturn(Notice notice) {
        return notice.members().get("causes") instanceof List<?> causes
                && causes.contains(UnitNotice.Cause.RETURNED.name());
    }

    private static String digits(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
