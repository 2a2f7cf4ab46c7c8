package huibao.submission;

import huibao.model.CellRef;
import huibao.model.FindingKind;
import huibao.model.FormStamp;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which unit reports: what the form says, held against its stamp and the file's name. */
final class UnitResolver {

    private final UnitNames names;

    UnitResolver(UnitNames names) {
        this.names = names;
    }

    /** The unit; empty if a finding says why not. Another sheet and the file's name can contradict, never decide. */
    Optional<Unit> resolve(
            HeaderBlock header, HeaderBlock beside, Optional<FormStamp> stamp, String fileName, Findings findings) {
        Set<Unit> said = new LinkedHashSet<>();
        List<CellRef> cells = new ArrayList<>();
        List<HeaderBlock.Entry> entries = header.units();
        for (HeaderBlock.Entry entry : entries) {
            Optional<Unit> unit = names.find(entry.text()).or(() -> names.findInFullScope(entry.text()));
            if (unit.isEmpty()) {
                refuse(entry, findings);
                return Optional.empty();
            }
            said.add(unit.get());
            cells.add(entry.at());
        }
        if (said.isEmpty()) {
            fromPlainText(header, said, cells);
        }
        Optional<Unit> stamped = stamp.flatMap(s -> names.withCode(s.unit()));
        if (said.isEmpty()) {
            stamped.ifPresent(said::add);
        }
        if (said.isEmpty()) {
            findings.add(
                    FindingKind.UNIT_UNKNOWN,
                    header.unitLabel().stream().toList(),
                    Map.of("found", "", "suggestion", ""));
            return Optional.empty();
        }
        Unit unit = said.iterator().next();
        VisiblePlaces visible = new VisiblePlaces();
        cells.forEach(visible::add);
        for (HeaderBlock.Entry entry : beside.units()) {
            names.find(entry.text()).ifPresent(other -> {
                if (other.equals(unit)) {
                    visible.add(entry.at());
                } else {
                    said.add(other);
                    cells.add(entry.at());
                }
            });
        }
        Set<Unit> inName = names.mentioned(fileName).stream()
                .filter(u -> u.kind() != UnitKind.CITY)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (inName.contains(unit)) {
            visible.addFileName(fileName);
        } else {
            said.addAll(inName);
        }
        Optional<Unit> hidden = stamped.filter(other -> !other.equals(unit));
        if (hidden.isPresent() && said.size() == 1 && visible.outweighAHiddenName()) {
            visible.tell(
                    findings,
                    FormStamp.NAME_UNIT,
                    unit.nameZh(),
                    "unit",
                    hidden.get().nameZh());
        } else {
            hidden.ifPresent(said::add);
        }
        if (said.size() > 1) {
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("found", unit.nameZh());
            parameters.put("other", said.stream().skip(1).map(Unit::nameZh).collect(Collectors.joining("、")));
            hidden.ifPresent(other -> {
                parameters.put("name", FormStamp.NAME_UNIT);
                parameters.put("hidden", other.nameZh());
            });
            findings.add(FindingKind.UNIT_CONFLICT, cells, parameters);
            return Optional.empty();
        }
        return Optional.of(unit);
    }

    private void fromPlainText(HeaderBlock header, Set<Unit> said, List<CellRef> cells) {
        for (HeaderBlock.Entry entry : header.plain()) {
            names.find(entry.text()).ifPresent(unit -> {
                said.add(unit);
                cells.add(entry.at());
            });
        }
        if (said.isEmpty()) {
            for (HeaderBlock.Entry entry : header.plain()) {
                for (Unit unit : names.mentioned(entry.text())) {
                    if (unit.kind() != UnitKind.CITY) {
                        said.add(unit);
                        cells.add(entry.at());
                    }
                }
            }
        }
    }

    private void refuse(HeaderBlock.Entry entry, Findings findings) {
        String found = Text.shown(entry.text());
        Optional<Unit> scoped = names.findWithScope(entry.text());
        if (scoped.isPresent()) {
            findings.add(
                    FindingKind.SCOPE_UNCLEAR,
                    List.of(entry.at()),
                    Map.of("found", found, "name", scoped.get().nameZh()));
        } else {
            findings.add(
                    FindingKind.UNIT_UNKNOWN,
                    List.of(entry.at()),
                    Map.of("found", found, "suggestion", names.suggestion(entry.text())));
        }
    }
}
