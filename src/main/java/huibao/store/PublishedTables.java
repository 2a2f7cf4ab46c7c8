package huibao.store;

import huibao.column.AttainmentColumns;
import huibao.column.ReportedUnit;
import huibao.column.TargetAttainment;
import huibao.column.UnitColumns;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.ImputedFigure;
import huibao.model.MilestoneStatus;
import huibao.model.OpenFinding;
import huibao.model.TargetBasis;
import huibao.model.UnitCode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes what is published for one period, unit by unit, and what became of what was published before. One unit lies in
 * memory at a time; what did not change is not written.
 */
final class PublishedTables {

    static final PublishedTable<TargetAttainment> ATTAINMENT = new PublishedTable<>(
            "attainment",
            PublishedTable.OF_PERIOD,
            2,
            Stream.of(
                            List.of(AttainmentColumns.REF_AREA, AttainmentColumns.INDICATOR),
                            AttainmentColumns.ALL,
                            List.of(AttainmentColumns.IMPUTED))
                    .flatMap(List::stream)
                    .toList());

    static final PublishedTable<MilestoneStatus> MILESTONE_STATUS =
            new PublishedTable<>("milestone_status", PublishedTable.OF_PERIOD, 2, UnitColumns.MILESTONE_STATUS);

    static final PublishedTable<ReportedUnit> UNIT_REPORTING =
            new PublishedTable<>("unit_reporting", PublishedTable.OF_PERIOD, 1, UnitColumns.UNIT_REPORTING);

    static final PublishedTable<OpenFinding> REVIEW =
            new PublishedTable<>("review", PublishedTable.OF_PERIOD, 1, UnitColumns.REVIEW);

    static final PublishedTable<ImputedFigure> IMPUTED_OBSERVATION =
            new PublishedTable<>("imputed_observation", PublishedTable.OF_PERIOD, 2, UnitColumns.IMPUTED_OBSERVATION);

    private final Session session;
    private final Bulletin bulletin;
    private final PublishedNames names;
    private final NewEdition edition;
    private final AttainmentHistory history;
    private final Set<String> areas = new HashSet<>();

    private PublishedTables(
            Session session, Bulletin bulletin, PublishedNames names, NewEdition edition, AttainmentHistory history) {
        this.session = session;
        this.bulletin = bulletin;
        this.names = names;
        this.edition = edition;
        this.history = history;
    }

    /** Replaces what is published for the bulletin's period; if a figure or verdict changed, in a new edition. */
    static void write(Session session, Bulletin bulletin, PublishedNames names) throws SQLException {
        NewEdition edition = NewEdition.after(session, bulletin);
        AttainmentReasons reasons = new AttainmentReasons(session, edition, names);
        new FigureHistory(session, bulletin, edition, reasons).write();
        new PublishedTables(session, bulletin, names, edition, new AttainmentHistory(session, edition, reasons))
                .write();
    }

    private void write() throws SQLException {
        attainments(bulletin.cityAttainments());
        SqlConsumer.each(bulletin.units()::forEachVerdicts, this::attainments);
        for (String area : session.query("select-published-areas", row -> row.text("ref_area"), bulletin.period())) {
            if (!areas.contains(area)) {
                attainments(new UnitCode(area), List.of());
            }
        }
        MILESTONE_STATUS.write(session, bulletin.milestones(), bulletin.period());
        UNIT_REPORTING.write(
                session,
                bulletin.reporting().stream()
                        .map(line -> new ReportedUnit(names.requireUnit(line.unit()), line))
                        .toList(),
                bulletin.period());
        REVIEW.write(session, bulletin.review(), bulletin.period());
        IMPUTED_OBSERVATION.write(session, bulletin.imputations().figures(), bulletin.period());
        edition.close();
    }

    private void attainments(List<Attainment> ofOneArea) throws SQLException {
        if (!ofOneArea.isEmpty()) {
            UnitCode area = ofOneArea.get(0).refArea();
            areas.add(area.value());
            attainments(area, ofOneArea.stream().map(this::published).toList());
        }
    }

    private void attainments(UnitCode area, List<TargetAttainment> rows) throws SQLException {
        history.note(area, ATTAINMENT.write(session, rows, bulletin.period(), area));
    }

    private TargetAttainment published(Attainment attainment) {
        return new TargetAttainment(
                attainment,
                names.requireTarget(attainment.target()),
                attainment.basis() == TargetBasis.CITY
                        ? Optional.ofNullable(
                                bulletin.imputations().cityValues().get(attainment.target()))
                        : Optional.empty());
    }
}
