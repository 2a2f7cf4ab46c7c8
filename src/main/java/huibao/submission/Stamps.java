package huibao.submission;

import huibao.model.FindingKind;
import huibao.model.FormStamp;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.spreadsheet.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The hidden names by which our own forms can be told from any other. */
public final class Stamps {

    private Stamps() {}

    /** The stamp, if there is one and its seal holds; a broken one is a finding and counts as none. */
    static Optional<FormStamp> read(Map<String, String> names, Findings findings) {
        List<String> values = Stream.of(
                        FormStamp.NAME_FORM,
                        FormStamp.NAME_PERIOD,
                        FormStamp.NAME_UNIT,
                        FormStamp.NAME_CATALOGUE,
                        FormStamp.NAME_SEAL)
                .map(name -> names.getOrDefault(name, ""))
                .toList();
        if (values.stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        Optional<FormStamp> stamp = parse(values);
        if (stamp.isPresent() && stamp.get().seal().equals(values.get(4))) {
            return stamp;
        }
        findings.add(
                FindingKind.STAMP_BROKEN,
                List.of(),
                Map.of("found", Text.shown(String.join(" ", values.subList(0, 3)))));
        return Optional.empty();
    }

    private static Optional<FormStamp> parse(List<String> values) {
        try {
            return Period.find(values.get(1))
                    .map(period -> new FormStamp(values.get(0), period, new UnitCode(values.get(2)), values.get(3)));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }
}
