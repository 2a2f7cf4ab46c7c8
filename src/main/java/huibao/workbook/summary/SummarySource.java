package huibao.workbook.summary;

import huibao.catalogue.Catalogue;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.SourcedFinding;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the summary's rows come from. What grows with the units is gone through once, unit by unit or submission by
 * submission, and nothing of it is held.
 *
 * @param bulletin what is of the period as a whole
 * @param city the city's verdicts, by target
 * @param units every unit in print order, the city among them; behind them those the catalogue no longer has
 * @param findings every submission with findings
 */
record SummarySource(
        Bulletin bulletin,
        Map<TargetCode, Attainment> city,
        Iterable<UnitPart> units,
        Iterable<SubmissionFindings> findings) {

    static SummarySource of(Catalogue catalogue, Bulletin bulletin) {
        Map<UnitCode, Map<TargetCode, Attainment>> attainments = new HashMap<>();
        for (Attainment one : bulletin.attainments()) {
            attainments.computeIfAbsent(one.refArea(), unit -> new HashMap<>()).put(one.target(), one);
        }
        Map<UnitCode, List<SourcedObservation>> observations = new LinkedHashMap<>();
        for (SourcedObservation one : bulletin.observations()) {
            one.submission().unit().ifPresent(unit -> observations
                    .computeIfAbsent(unit, code -> new ArrayList<>())
                    .add(one));
        }
        Map<SubmissionRecord, List<Finding>> findings = new LinkedHashMap<>();
        for (SourcedFinding one : bulletin.findings()) {
            findings.computeIfAbsent(one.submission(), submission -> new ArrayList<>())
                    .add(one.finding());
        }
        Set<UnitCode> units = new LinkedHashSet<>();
        catalogue.units().stream().map(Unit::code).forEach(units::add);
        units.addAll(observations.keySet());
        return new SummarySource(
                bulletin,
                attainments.getOrDefault(catalogue.city().code(), Map.of()),
                () -> units.stream()
                        .map(unit -> new UnitPart(
                                unit,
                                attainments.getOrDefault(unit, Map.of()),
                                observations.getOrDefault(unit, List.of())))
                        .iterator(),
                () -> findings.entrySet().stream()
                        .map(one -> new SubmissionFindings(one.getKey(), one.getValue()))
                        .iterator());
    }
}
