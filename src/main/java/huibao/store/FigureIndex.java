package huibao.store;

import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Submission;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.LongStream;

/**
 * Which forms of a period have a figure, kept in memory while forms are decided on: what it costs to ask does not grow
 * with their number, and recording a form costs no more than writing it. Figures are known by hashes of 64 bits, which
 * each form keeps beside its head; zero is shared by too many to be one of them.
 */
final class FigureIndex {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIXER = 0xff51afd7ed558ccdL;
    private static final int FEW = 1 << 12;

    private final Period period;
    private final List<String> forms = new ArrayList<>();
    private final List<UnitCode> units = new ArrayList<>();
    private int[] first = filled(FEW);
    private int[] next = new int[FEW];
    private long[] figures = new long[FEW];
    private int[] formOf = new int[FEW];
    private int size;

    private FigureIndex(Period period) {
        this.period = period;
    }

    static FigureIndex of(Session session, Period period) throws SQLException {
        FigureIndex index = new FigureIndex(period);
        session.each(
                "select-figure-hashes-of-period",
                row -> index.add(
                        row.text("submission_id"), new UnitCode(row.text("ref_area")), row.bytes("figure_hashes")),
                period);
        return index;
    }

    Period period() {
        return period;
    }

    /** The figures of a form, as it keeps them. */
    static byte[] hashes(Submission submission) {
        long[] hashes = submission.observations().stream()
                .flatMapToLong(row -> hash(row).stream().mapToLong(Long::longValue))
                .toArray();
        ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
        bytes.asLongBuffer().put(hashes);
        return bytes.array();
    }

    private static Optional<Long> hash(Observation row) {
        return row.value().amount().known().filter(value -> value.signum() != 0).map(value -> hash(row.item(), value));
    }

    private static long hash(ItemCode item, BigDecimal value) {
        long hash = BASIS;
        String text = item + "=" + Encoding.decimal(value);
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * MIXER;
        return hash ^ (hash >>> 33);
    }

    /** A form that was recorded; one of another period is none of these. */
    synchronized void add(DecidedSubmission decided) {
        decided.reading()
                .submission()
                .filter(form -> form.period().equals(period))
                .ifPresent(form -> add(decided.submission().submissionId(), form.unit(), hashes(form)));
    }

    private void add(String submissionId, UnitCode unit, byte[] hashes) {
        forms.add(submissionId);
        units.add(unit);
        LongBuffer buffer = ByteBuffer.wrap(hashes).asLongBuffer();
        while (buffer.hasRemaining()) {
            add(buffer.get(), forms.size() - 1);
        }
    }

    private void add(long figure, int form) {
        if (size == figures.length) {
            grow();
        }
        figures[size] = figure;
        formOf[size] = form;
        link(size);
        size++;
    }

    private void link(int entry) {
        int place = place(figures[entry]);
        next[entry] = first[place];
        first[place] = entry;
    }

    private void grow() {
        figures = Arrays.copyOf(figures, 2 * size);
        formOf = Arrays.copyOf(formOf, 2 * size);
        next = new int[2 * size];
        first = filled(2 * size);
        for (int entry = 0; entry < size; entry++) {
            link(entry);
        }
    }

    private int place(long figure) {
        return (int) figure & (first.length - 1);
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }

    /**
     * Forms with the same figures: of other units for the period, and of the unit itself for earlier periods of the year.
     *
     * @param atLeast how many a form has to share
     * @return how many each shares, by submission
     */
    synchronized Map<String, Integer> sharing(
            Session session, UnitCode unit, Map<ItemCode, BigDecimal> asked, int atLeast) throws SQLException {
        long[] wanted = asked.entrySet().stream()
                .mapToLong(figure -> hash(figure.getKey(), figure.getValue()))
                .sorted()
                .toArray();
        Map<String, Integer> shared = new TreeMap<>();
        ObjIntConsumer<String> found = (form, count) -> {
            if (count >= atLeast) {
                shared.put(form, count);
            }
        };
        ofOthers(unit, wanted, found);
        session.each(
                "select-figure-hashes-of-unit",
                row -> found.accept(row.text("submission_id"), common(wanted, row.bytes("figure_hashes"))),
                unit,
                Integer.toString(period.year()),
                period);
        return shared;
    }

    private void ofOthers(UnitCode unit, long[] wanted, ObjIntConsumer<String> found) {
        int[] counts = new int[forms.size()];
        for (long figure : wanted) {
            for (int entry = first[place(figure)]; entry >= 0; entry = next[entry]) {
                if (figures[entry] == figure) {
                    counts[formOf[entry]]++;
                }
            }
        }
        for (int form = 0; form < counts.length; form++) {
            if (counts[form] > 0 && !units.get(form).equals(unit)) {
                found.accept(forms.get(form), counts[form]);
            }
        }
    }

    private static int common(long[] wanted, byte[] hashes) {
        long[] own = new long[hashes.length / Long.BYTES];
        ByteBuffer.wrap(hashes).asLongBuffer().get(own);
        return Math.toIntExact(LongStream.of(own)
                .filter(figure -> Arrays.binarySearch(wanted, figure) >= 0)
                .count());
    }
}
