package huibao.store;

import huibao.model.MilestoneReport;
import huibao.model.Period;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands: accepted, and superseded by nothing. */
public final class Standings {

    private final Database database;

    Standings(Database database) {
        this.database = database;
    }

    /** What stands for a unit and period, as it was read. */
    public Optional<Submission> find(UnitCode unit, Period period) {
        return database.read(session -> {
            List<SubmissionRecord> standing = session.query("select-standing", SubmissionRows::read, unit, period);
            return standing.isEmpty() ? Optional.empty() : SubmissionTables.read(session, standing.get(0));
        });
    }

    /** What stands for the unit's latest earlier period of the same year and frequency. */
    public Optional<Submission> latestBefore(UnitCode unit, Period period) {
        return database.read(session -> {
            Optional<SubmissionRecord> latest = SubmissionRows.standingBefore(session, unit, period).stream()
                    .max(Comparator.comparing(s -> s.period().orElseThrow()));
            return latest.isEmpty() ? Optional.empty() : SubmissionTables.read(session, latest.get());
        });
    }

    /** What stands for the unit's earlier periods of the same year and frequency, without the cells. */
    public List<UnitReport> reportsBefore(UnitCode unit, Period period) {
        return database.read(session -> {
            List<UnitReport> reports = new ArrayList<>();
            for (SubmissionRecord earlier : SubmissionRows.standingBefore(session, unit, period)) {
                reports.add(SubmissionTables.report(session, earlier));
            }
            return reports;
        });
    }

    /** Milestone rows of what stands for a period, by unit, in form order. */
    public Map<UnitCode, List<MilestoneReport>> milestones(Period period) {
        return database.read(session -> {
            Map<UnitCode, List<MilestoneReport>> reports = new TreeMap<>();
            for (SubmissionRecord s : session.query("select-standing-of-period", SubmissionRows::read, period)) {
                reports.put(s.unit().orElseThrow(), SubmissionTables.milestones(session, s.submissionId()));
            }
            return reports;
        });
    }
}
