package huibao.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.cli.UsageException;
import huibao.cli.watch.JobActions.Ending;
import huibao.log.EventLog;
import huibao.log.LogFormat;
import huibao.message.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A watch over a job that does nothing and can be made to fail, by a clock that can be set. */
class WatchTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Timetable NIGHTLY = new Timetable("0 2 * * *", Optional.empty(), Optional.empty(), SHANGHAI);
    private static final Timetable POLLING =
            new Timetable("0 2 * * *", Optional.of("0 9 * * *"), Optional.of(Duration.ofSeconds(10)), SHANGHAI);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final FakeDuties duties = new FakeDuties();
    private Instant now = Instant.parse("2023-07-10T12:00:00Z");
    private long nanos = 5;
    private boolean stopping;

    @Test
    void aFileThatRunsLeaveInTheInboxMakesOneRunAndOneMoreOnceItIsChanged() {
        Watch watch = watch(POLLING);
        duties.inbox.add("a.xlsx|1");
        duties.stays.add("a.xlsx|1");

        passes(watch, 45);
        assertThat(duties.done).containsExactly("run");
        duties.inbox.add("b.xlsx|1");
        passes(watch, 45);
        assertThat(duties.done).containsExactly("run", "run");
        duties.inbox.remove("a.xlsx|1");
        duties.inbox.add("a.xlsx|2");
        passes(watch, 45);
        assertThat(duties.done).containsExactly("run", "run", "run");
    }

    @Test
    void whatComesWhileARunGoesOnMakesAnother() {
        Watch watch = watch(POLLING);
        duties.inbox.add("a.xlsx|1");
        duties.comes.add("b.xlsx|1");

        passes(watch, 45);

        assertThat(duties.done).containsExactly("run", "run");
    }

    @Test
    void theNightlyRunIsMadeWhateverWaits() {
        Watch watch = watch(POLLING);
        duties.inbox.add("a.xlsx|1");
        duties.stays.add("a.xlsx|1");
        passes(watch, 45);
        now = Instant.parse("2023-07-10T18:00:00Z");
        passes(watch, 45);
        now = Instant.parse("2023-07-11T18:00:00Z");
        passes(watch, 45);

        assertThat(duties.done).containsExactly("run", "run", "run", "remind");
    }

    @Test
    void whatWaitedForARunThatCouldNotBeginIsTriedAgainAfterAWhile() {
        Watch watch = watch(POLLING);
        duties.inbox.add("a.xlsx|1");
        duties.stays.add("a.xlsx|1");
        duties.isLocked = true;

        passes(watch, 599);
        assertThat(duties.done).containsExactly("run");
        duties.isLocked = false;
        passes(watch, 30);
        assertThat(duties.done).containsExactly("run", "run");
        passes(watch, 1200);
        assertThat(duties.done).containsExactly("run", "run");
    }

    @Test
    void aRunThatFailedAfterItCollectedIsContinuedEveryTenMinutesUntilItEnds() {
        Watch watch = watch(POLLING);
        duties.inbox.add("a.xlsx|1");
        duties.ending = Ending.UNFINISHED;

        passes(watch, 609);
        assertThat(duties.done).containsExactly("run");
        passes(watch, 600);
        assertThat(duties.done).containsExactly("run", "resume");
        passes(watch, 600);
        assertThat(duties.done).containsExactly("run", "resume", "resume");
        duties.ending = Ending.DONE;
        passes(watch, 1800);
        assertThat(duties.done).containsExactly("run", "resume", "resume", "resume");
    }

    @Test
    void whatComesWhileARunIsUnfinishedWaitsUntilItHasEnded() {
        Watch watch = watch(POLLING);
        duties.inbox.add("a.xlsx|1");
        duties.ending = Ending.UNFINISHED;
        passes(watch, 10);
        duties.inbox.add("b.xlsx|1");
        passes(watch, 599);
        assertThat(duties.done).containsExactly("run");
        duties.ending = Ending.DONE;
        passes(watch, 20);

        assertThat(duties.done).containsExactly("run", "resume", "run");
        assertThat(duties.inbox).isEmpty();
    }

    @Test
    void aNightThatFailedIsContinuedAlsoWhereNobodyLooksIntoTheInbox() {
        Watch watch = watch(NIGHTLY);
        duties.ending = Ending.UNFINISHED;
        now = Instant.parse("2023-07-10T18:00:00Z");
        passes(watch, 600);
        assertThat(duties.done).containsExactly("run");
        duties.ending = Ending.DONE;
        passes(watch, 1800);

        assertThat(duties.done).containsExactly("run", "resume");
    }

    @Test
    void aNightThatFoundAnotherRunGoingOnIsRunOnceThatHasEnded() {
        Watch watch = watch(NIGHTLY);
        duties.isLocked = true;
        now = Instant.parse("2023-07-10T18:00:00Z");
        passes(watch, 1201);
        assertThat(duties.done).containsExactly("run", "resume", "resume");
        duties.isLocked = false;
        passes(watch, 1800);

        assertThat(duties.done).containsExactly("run", "resume", "resume", "run");
    }

    @Test
    void aNightThatAnotherRunHasMadeMeanwhileIsNotOwed() {
        Watch watch = watch(NIGHTLY);
        duties.isLocked = true;
        now = Instant.parse("2023-07-10T18:00:00Z");
        passes(watch, 1);
        duties.isLocked = false;
        duties.lastBegan = Optional.of(now);
        passes(watch, 1800);

        assertThat(duties.done).containsExactly("run");
    }

    @Test
    void aNightThatAMistakeInTheJobFolderStoodInTheWayOfIsLeftToTheNext() {
        Watch watch = watch(NIGHTLY);
        duties.ending = Ending.REFUSED;
        now = Instant.parse("2023-07-10T18:00:00Z");
        passes(watch, 1800);

        assertThat(duties.done).containsExactly("run");
    }

    @Test
    void anUnfinishedRunIsContinuedBeforeAnybodyIsReminded() {
        Watch watch = watch(POLLING);
        now = Instant.parse("2023-07-11T00:59:59Z");
        watch.pass();
        duties.unfinished = true;
        passes(watch, 20);

        assertThat(duties.done).containsExactly("run", "resume", "remind");
    }

    @Test
    void whatWaitsForARunThatCouldNotBeginIsTakenBeforeAnybodyIsReminded() {
        Watch watch = watch(POLLING);
        now = Instant.parse("2023-07-11T00:54:59Z");
        watch.pass();
        duties.inbox.add("a.xlsx|1");
        duties.isLocked = true;
        passes(watch, 20);
        duties.isLocked = false;
        passes(watch, 290);

        assertThat(duties.done).containsExactly("run", "run", "run", "remind");
    }

    @Test
    void anUnfinishedRunIsContinuedAsTheWatchBegins() {
        duties.unfinished = true;
        duties.lastBegan = Optional.of(Instant.parse("2023-07-09T18:00:00Z"));
        Watch watch = watch(NIGHTLY);
        watch.begin();
        passes(watch, 1800);

        assertThat(duties.done).containsExactly("resume");
        assertThat(said()).doesNotContain("missed").contains("next run at 2023-07-11T02:00:00+08:00");
    }

    @Test
    void aNightMissedSinceAnUnfinishedRunIsMadeUpAfterIt() {
        duties.unfinished = true;
        duties.lastBegan = Optional.of(Instant.parse("2023-07-08T18:00:00Z"));
        Watch watch = watch(NIGHTLY);
        watch.begin();
        passes(watch, 1800);

        assertThat(duties.done).containsExactly("resume", "run");
        assertThat(said()).containsOnlyOnce("the run of 2023-07-10T02:00:00+08:00 was missed");
    }

    @Test
    void aNightMissedBehindARunThatCannotBeContinuedIsMadeUpOnceItCan() {
        duties.unfinished = true;
        duties.ending = Ending.UNFINISHED;
        duties.lastBegan = Optional.of(Instant.parse("2023-07-08T18:00:00Z"));
        Watch watch = watch(NIGHTLY);
        watch.begin();
        passes(watch, 599);
        assertThat(duties.done).containsExactly("resume");
        duties.ending = Ending.DONE;
        passes(watch, 1800);

        assertThat(duties.done).containsExactly("resume", "resume", "run");
        assertThat(said()).containsOnlyOnce("was missed");
    }

    @Test
    void nothingThatFailsEndsItAndAllOfItIsSaidOnce() {
        Watch watch = watch(POLLING);
        duties.failure = Optional.of(new UsageException("No job is named"));
        duties.inbox.add("a.xlsx|1");

        watch.begin();
        passes(watch, 100);
        assertThat(said())
                .containsOnlyOnce("cannot be made up yet: No job is named")
                .containsOnlyOnce("cannot look into the inbox: No job is named")
                .containsOnlyOnce("the schedule stays as it was: No job is named");
        duties.failure = Optional.of(new IllegalStateException("broken"));
        passes(watch, 100);
        assertThat(said()).containsOnlyOnce("cannot look into the inbox: java.lang.IllegalStateException: broken");
        duties.failure = Optional.empty();
        passes(watch, 20);
        assertThat(duties.done).containsExactly("run");
        assertThat(said().lines()).allMatch(line -> line.matches("2023-07-10T20:0\\d:\\d\\d\\+08:00  \\S.*"));
    }

    @Test
    void aNightThatFailsUnforeseenIsSaidAndTheNextOneIsRun() {
        Watch watch = watch(NIGHTLY);
        duties.runFailure = Optional.of(new IllegalStateException("broken"));
        now = Instant.parse("2023-07-10T18:00:00Z");
        passes(watch, 5);
        assertThat(said()).containsOnlyOnce("something failed, the watch goes on");
        duties.runFailure = Optional.empty();
        now = Instant.parse("2023-07-11T18:00:00Z");
        passes(watch, 5);

        assertThat(duties.done).containsExactly("run", "run");
    }

    @Test
    void anErrorEndsItAlsoWhereItLiesBehindAFailure() {
        Watch watch = watch(NIGHTLY);
        duties.runFailure = Optional.of(new IllegalStateException(new OutOfMemoryError("full")));
        now = Instant.parse("2023-07-10T18:00:00Z");

        assertThatThrownBy(watch::pass).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void theLastMissedNightIsMadeUpWhenItBegins() {
        duties.lastBegan = Optional.of(Instant.parse("2023-07-07T18:00:00Z"));
        Watch watch = watch(NIGHTLY);
        watch.begin();
        passes(watch, 100);

        assertThat(duties.done).containsExactly("run");
        assertThat(said())
                .containsOnlyOnce("the run of 2023-07-10T02:00:00+08:00 was missed")
                .contains("next run at 2023-07-11T02:00:00+08:00");
    }

    @Test
    void theLastMissedNightIsMadeUpOnceItCanBeToldWhenTheLastOneBegan() {
        duties.lastBegan = Optional.of(Instant.parse("2023-07-07T18:00:00Z"));
        duties.failure = Optional.of(new IllegalStateException("the database is locked"));
        Watch watch = watch(NIGHTLY);
        watch.begin();
        passes(watch, 59);
        assertThat(duties.done).isEmpty();
        duties.failure = Optional.empty();
        passes(watch, 1800);

        assertThat(duties.done).containsExactly("run");
        assertThat(said()).containsOnlyOnce("the run of 2023-07-10T02:00:00+08:00 was missed");
    }

    @Test
    void aNightThatIsOwedIsLeftToTheNextStartWhereAnEndIsAskedFor() {
        duties.unfinished = true;
        duties.lastBegan = Optional.of(Instant.parse("2023-07-08T18:00:00Z"));
        stopping = true;
        watch(NIGHTLY).begin();
        assertThat(duties.done).containsExactly("resume");
        stopping = false;
        watch(NIGHTLY).begin();

        assertThat(duties.done).containsExactly("resume", "run");
    }

    @Test
    void aRoundOfRemindersThatCouldNotBeMadeIsTriedAgainAfterAWhile() {
        Watch watch = watch(POLLING);
        now = Instant.parse("2023-07-11T00:59:59Z");
        watch.pass();
        duties.reminded = Ending.UNFINISHED;
        passes(watch, 1100);
        assertThat(duties.done).containsExactly("run", "remind", "remind");
        duties.reminded = Ending.DONE;
        passes(watch, 1800);

        assertThat(duties.done).containsExactly("run", "remind", "remind", "remind");
    }

    @Test
    void nothingIsMadeUpWhereTheLastNightBeganOrNoneEverDid() {
        duties.lastBegan = Optional.of(Instant.parse("2023-07-09T18:00:00Z"));
        watch(NIGHTLY).begin();
        duties.lastBegan = Optional.empty();
        watch(NIGHTLY).begin();

        assertThat(duties.done).isEmpty();
        assertThat(said()).doesNotContain("missed");
    }

    @Test
    void aChangedScheduleHoldsFromTheNextMinute() {
        Watch watch = watch(NIGHTLY);
        duties.timetable = new Timetable(
                "30 13 * * *", Optional.of("30 13 * * *"), Optional.of(Duration.ofSeconds(5)), ZoneId.of("UTC"));
        passes(watch, 59);
        assertThat(said()).isEmpty();
        passes(watch, 61);
        assertThat(said())
                .containsOnlyOnce("the schedule has been changed")
                .contains("2023-07-10T12:01:00Z  next run at 2023-07-10T13:30:00Z");
        duties.inbox.add("a.xlsx|1");
        passes(watch, 10);
        now = Instant.parse("2023-07-10T13:30:00Z");
        passes(watch, 10);

        assertThat(duties.done).containsExactly("run", "run", "remind");
        assertThat(duties.read).isEqualTo(4);
    }

    private Watch watch(Timetable timetable) {
        duties.timetable = timetable;
        return new Watch(
                duties,
                timetable,
                new EventLog(
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        LogFormat.TEXT,
                        () -> now,
                        timetable::zone),
                Messages.in(Locale.ENGLISH),
                () -> now,
                () -> nanos,
                () -> stopping);
    }

    private void passes(Watch watch, int seconds) {
        for (int second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            nanos += Duration.ofSeconds(1).toNanos();
            watch.pass();
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private final class FakeDuties implements JobActions {

        private final Set<String> inbox = new HashSet<>();
        private final Set<String> stays = new HashSet<>();
        private final Set<String> comes = new HashSet<>();
        private final List<String> done = new ArrayList<>();
        private Timetable timetable = NIGHTLY;
        private Optional<Instant> lastBegan = Optional.empty();
        private Optional<RuntimeException> failure = Optional.empty();
        private Optional<RuntimeException> runFailure = Optional.empty();
        private Ending ending = Ending.DONE;
        private Ending reminded = Ending.DONE;
        private boolean isLocked;
        private boolean unfinished;
        private int read;

        @Override
        public Timetable timetable() {
            read++;
            failure.ifPresent(FakeDuties::raise);
            return timetable;
        }

        @Override
        public Set<String> waiting() {
            failure.ifPresent(FakeDuties::raise);
            return Set.copyOf(inbox);
        }

        @Override
        public Optional<Instant> lastBegan() {
            failure.ifPresent(FakeDuties::raise);
            return lastBegan;
        }

        @Override
        public boolean isUnfinished() {
            return unfinished;
        }

        @Override
        public Ending run(EventLog log) {
            done.add("run");
            runFailure.ifPresent(FakeDuties::raise);
            if (isLocked || ending == Ending.REFUSED) {
                return isLocked ? Ending.UNFINISHED : ending;
            }
            lastBegan = Optional.of(now);
            inbox.retainAll(stays);
            inbox.addAll(comes);
            comes.clear();
            unfinished = ending == Ending.UNFINISHED;
            return ending;
        }

        @Override
        public Ending resume(EventLog log) {
            if (unfinished || isLocked) {
                done.add("resume");
            }
            if (isLocked) {
                return Ending.UNFINISHED;
            }
            unfinished &= ending != Ending.DONE;
            return unfinished ? ending : Ending.DONE;
        }

        @Override
        public Ending remind(EventLog log) {
            done.add("remind");
            return reminded;
        }

        private static void raise(RuntimeException failure) {
            throw failure;
        }
    }
}
