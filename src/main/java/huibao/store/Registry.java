package huibao.store;

import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.ItemCode;
import huibao.model.MissingReason;
import huibao.model.Period;
import huibao.model.SourceFile;
import huibao.model.SourcedFinding;
import huibao.model.SourcedObservation;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmittedExplanation;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was sent, what was decided on it, and what stands. Every writing method is one transaction
 * unless several are put {@link #inOneTransaction together};
 * times are kept to the second. Safe for several threads, each writing other units.
 */
public final class Registry implements AutoCloseable {

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    private final Database database;
    private final PublishedNames names;
    private final FindingTexts texts;
    private final Optional<YearArchive> lastYear;
    private volatile boolean named;
    private final SharedFigures shared;

    private Registry(Database database, PublishedNames names, FindingTexts texts, Optional<YearArchive> lastYear) {
        this.database = database;
        this.names = names;
        this.texts = texts;
        this.lastYear = lastYear;
        this.shared = new SharedFigures(database);
    }

    /**
     * Opens the database, creating it where there is none.
     *
     * @param databaseFile the file; its folder must exist
     * @param names the job's units, items, targets and milestones
     * @param chinese texts of the columns {@code message_zh} and {@code expected}
     * @param english texts of the columns {@code message_en} and {@code expected_en}
     * @throws StoreException if the file is damaged, locked, of another version of this program or not writable
     */
    public static Registry open(Path databaseFile, PublishedNames names, Messages chinese, Messages english) {
        return open(databaseFile, names, chinese, english, BUSY_TIMEOUT);
    }

    /**
     * Opens the database of a job that has last year's beside it.
     *
     * @param lastYear what last year's figures are compared with
     */
    public static Registry open(
            Path databaseFile,
            PublishedNames names,
            Messages chinese,
            Messages english,
            Optional<YearArchive> lastYear) {
        return new Registry(
                Database.open(databaseFile, BUSY_TIMEOUT), names, new FindingTexts(chinese, english), lastYear);
    }

    /**
     * Opens the database of a job to read it, also where it cannot be written to.
     *
     * @param lastYear what last year's figures are compared with
     */
    public static Registry openToRead(
            Path databaseFile,
            PublishedNames names,
            Messages chinese,
            Messages english,
            Optional<YearArchive> lastYear) {
        return new Registry(
                Database.openToRead(databaseFile, BUSY_TIMEOUT), names, new FindingTexts(chinese, english), lastYear);
    }

    static Registry open(
            Path databaseFile, PublishedNames names, Messages chinese, Messages english, Duration busyTimeout) {
        return new Registry(
                Database.open(databaseFile, busyTimeout), names, new FindingTexts(chinese, english), Optional.empty());
    }

    /** Last year's submissions; empty if the job names no job of the year before or that one has none. */
    public Optional<YearArchive> lastYear() {
        return lastYear;
    }

    /** The newest of {@link #decidedReceipts()}, 0 if there is none. */
    public long newestReceipt() {
        return database.read(session -> session.query("select-newest-receipt", row -> row.integer("receipt"))
                .get(0));
    }

    /** Receipts already judged, or known to hold bytes that were. */
    public Set<Long> decidedReceipts() {
        return database.read(
                session -> new LinkedHashSet<>(session.query("select-receipts", row -> row.integer("receipt"))));
    }

    /** The version the next submission for the key would have, from 1. */
    public int nextVersion(UnitCode unit, Period period, String form) {
        return database.read(session -> Math.toIntExact(1
                + session.query("select-latest-version", row -> row.integer("version"), unit, period, form)
                        .get(0)));
    }

    /** What a unit sent for a period, in receipt order. */
    public List<SubmissionRecord> submissions(UnitCode unit, Period period) {
        return select("select-submissions-of-unit", unit, period);
    }

    /** The last one accepted, superseded since or not, of those decided before a time or at it under a smaller receipt. */
    public Optional<SubmissionRecord> acceptedBefore(UnitCode unit, Period period, Instant at, long receipt) {
        return select("select-accepted-before", unit, period, at, receipt).stream()
                .findFirst();
    }

    /** What was sent for a period, in receipt order; files of no known period are in {@link #rejected}. */
    public List<SubmissionRecord> submissions(Period period) {
        return select("select-submissions-of-period", period);
    }

    /** Files in which no period was recognised that were received in a stretch of time, in receipt order. */
    public List<SubmissionRecord> rejected(Instant from, Instant before) {
        return select("select-submissions-without-period", from, before);
    }

    /** What was decided at a time, in receipt order. */
    public List<SubmissionRecord> decidedAt(Instant at) {
        return select("select-submissions-decided-at", at);
    }

    /** Submissions whose bytes were received once more at a time and changed nothing, by the later receipts. */
    public List<SubmissionRecord> sentAgain(Instant at) {
        return select("select-submissions-sent-again", at);
    }

    /** Shows every submission, in receipt order. */
    public void forEachSubmission(Consumer<SubmissionRecord> taker) {
        database.read(session -> {
            session.each("select-submissions", row -> taker.accept(SubmissionRows.read(row)));
            return taker;
        });
    }

    /** A submission by its id. */
    public Optional<SubmissionRecord> find(String submissionId) {
        return select("select-submission", submissionId).stream().findFirst();
    }

    /** Whether anything was sent for a period. */
    public boolean isAnythingSentFor(Period period) {
        return database.read(session -> session.query("select-any-of-period", row -> row.yes("found"), period)
                .get(0));
    }

    /** Whether a form says its figures are real. */
    public boolean holdsRealFigures() {
        return database.read(session ->
                session.query("select-any-real", row -> row.yes("found")).get(0));
    }

    /** Units that sent something for a period that was judged under another state of the job folder. */
    public List<UnitCode> judgedUnderAnother(String catalogueHash, Period period) {
        return database.read(session -> session.query(
                "select-units-of-another-catalogue", row -> new UnitCode(row.text("ref_area")), period, catalogueHash));
    }

    /** A submission as it was read; empty if it could not be taken as a form. */
    public Optional<Submission> asRead(SubmissionRecord submission) {
        return database.read(session -> SubmissionTables.read(session, submission));
    }

    /**
     * Forms that share figures with one: those of other units for its period, and of the unit itself for
     * earlier periods of the year, whatever became of them. Found by the figures, however many forms there are.
     *
     * @param figures by item; zero is shared by too many to ask for
     * @param atLeast how many figures a form has to share, two or more
     * @return how many figures each shares
     */
    public Map<SubmissionRecord, Integer> sharing(
            UnitCode unit, Period period, Map<ItemCode, BigDecimal> figures, int atLeast) {
        return shared.among(unit, period, figures, atLeast);
    }

    /** What rules came to. */
    public RuleRecords rules() {
        return new RuleRecords(database);
    }

    /** Findings of one submission, in reporting order. */
    public List<Finding> findings(SubmissionRecord submission) {
        return database.read(session -> FindingTables.read(session, submission.submissionId()));
    }

    /** The explanations a submission brought, by item code. */
    public List<SubmittedExplanation> explanations(SubmissionRecord submission) {
        return database.read(session -> SubmissionTables.explanations(session, submission.submissionId()));
    }

    /** Every submission with these bytes, whatever became of it, in receipt order. */
    public List<SubmissionRecord> withHash(String sha256) {
        return select("select-submissions-with-hash", sha256);
    }

    /**
     * Does all that is asked and recorded on this thread in one transaction: what is recorded is seen by what is asked
     * afterwards, and is on disk when this returns.
     */
    public void inOneTransaction(Runnable work) {
        writeNames();
        try {
            database.inOneTransaction(work);
        } catch (RuntimeException e) {
            // It may know of forms that were not recorded after all.
            shared.forget();
            throw e;
        }
    }

    /**
     * Records a submission and what was decided on it; if it is accepted, the one that stood before is
     * superseded.
     *
     * @param at when it was decided
     */
    public void record(DecidedSubmission decided, Instant at) {
        write(session -> {
            SubmissionRows.insert(session, decided.submission(), decided.decision(), at);
            writeContent(session, decided);
            SubmissionRows.settle(session, decided.submission(), at);
        });
        shared.add(decided);
    }

    /**
     * Replaces readings, findings and states by newly computed ones. Where a decision's state or reason
     * differs, or who stands, an event is added; otherwise {@code decided_at} and the events stay.
     *
     * @param at when it was judged again
     */
    public void rejudge(UnitCode unit, Period period, List<DecidedSubmission> judgedInReceiptOrder, Instant at) {
        write(session -> {
            Set<String> forms = new LinkedHashSet<>();
            for (DecidedSubmission judged : judgedInReceiptOrder) {
                SubmissionRecord submission = judged.submission();
                SubmissionRows.Stored old = SubmissionRows.find(session, submission.receipt())
                        .orElseThrow(() ->
                                new IllegalArgumentException("receipt " + submission.receipt() + " was never judged"));
                SubmissionTables.delete(session, old.submission().submissionId());
                FindingTables.deleteTally(session, old.submission().submissionId());
                SubmissionRows.update(session, old, submission, judged.decision(), at);
                writeContent(session, judged);
                old.submission().form().ifPresent(forms::add);
                submission.form().ifPresent(forms::add);
            }
            for (String form : forms) {
                SubmissionRows.settle(session, unit, period, form, at);
            }
            SubmissionRows.firstExplanations(session, unit, period);
        });
        shared.forget();
    }

    /** Records a receipt whose bytes were judged before under {@code ofSubmissionId}. */
    public void recordDuplicate(long receipt, SourceFile file, String ofSubmissionId, Instant at) {
        database.write(session -> session.run(
                "insert-duplicate-receipt", receipt, ofSubmissionId, file.name(), file.sha256(), file.size(), at));
    }

    /** What stands for units and periods. */
    public Standings standings() {
        return new Standings(database);
    }

    /** A submission's figures without their cells; it must name its unit and period. */
    public UnitReport report(SubmissionRecord submission) {
        return database.read(session -> SubmissionTables.report(session, submission));
    }

    /** A submission's figures and where their values stand, in form order. */
    public List<StoredFigure> figures(SubmissionRecord submission) {
        return database.read(session -> SubmissionTables.figures(session, submission.submissionId()));
    }

    /** A submission's rows as they were read, in form order. */
    public List<SourcedObservation> observations(SubmissionRecord submission) {
        return database.read(session -> SubmissionTables.observations(session, submission.submissionId()).stream()
                .map(row -> new SourcedObservation(
                        submission, row.observation(), row.status(), submission.decidedAt(), Optional.empty()))
                .toList());
    }

    /** Findings of every submission of a period, in receipt order, within one in reporting order. */
    public List<SourcedFinding> findings(Period period) {
        return database.read(session -> FindingTables.read(session, submissions(period)));
    }

    /**
     * Replaces what is published for the bulletin's period, with a new edition if a figure changed.
     */
    public void publish(Bulletin bulletin) {
        write(session -> {
            PublishedTables.write(session, bulletin, names);
            FindingTables.OF_CITY.write(session, bulletin.period(), bulletin.cityFindings(), texts);
        });
    }

    /** What is wrong with it by itself. */
    public Integrity integrity() {
        return new Integrity(database);
    }

    /** What is published for a period, as the tables hold it. */
    public PublishedPeriod published(Period period) {
        return new PublishedPeriod(database, period);
    }

    /** Some items on forms, without the rest of them. */
    public ItemRows rowsOf(List<ItemCode> items) {
        return new ItemRows(database, items);
    }

    /** How much there is. */
    public PublishedCounts counts() {
        return new PublishedCounts(database);
    }

    /** Why the figures of a submission are missing, where they are; empty where there is one. */
    public Map<ItemCode, Optional<MissingReason>> missingReasons(SubmissionRecord submission) {
        return database.read(session -> SubmissionTables.missingReasons(session, submission.submissionId()));
    }

    /** The editions of what was published. */
    public Editions editions() {
        return new Editions(database);
    }

    /** The reminders that were issued. */
    public ReminderLog reminderLog() {
        return new ReminderLog(database);
    }

    /** The log of runs. */
    public RunLog runLog() {
        return new RunLog(database, names);
    }

    @Override
    public void close() {
        lastYear.ifPresent(YearArchive::close);
        database.close();
    }

    private void write(Database.Writing writing) {
        writeNames();
        database.write(writing);
    }

    /** What refers to a code needs its name, so the job's names come first of all. */
    private void writeNames() {
        if (!named) {
            database.write(session -> JobTables.write(session, names));
            named = true;
        }
    }

    private void writeContent(Session session, DecidedSubmission decided) throws SQLException {
        SubmissionRecord submission = decided.submission();
        Optional<Submission> read = decided.reading().submission();
        if (read.isPresent()) {
            SubmissionTables.write(session, submission, read.get(), decided.decision(), names);
        }
        FindingTables.OF_SUBMISSION.write(
                session, submission.submissionId(), decided.decision().findings(), texts);
        FindingTables.writeTally(session, submission.submissionId(), decided.decision());
    }

    private List<SubmissionRecord> select(String statement, Object... arguments) {
        return database.read(session -> session.query(statement, SubmissionRows::read, arguments));
    }
}
