package huibao.spreadsheet;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The merged regions of a sheet, found without going through all of them, so that none has to be left out. */
final class Merges {

    /** Of regions that overlap, which no office program makes, the first counts. */
    private static final Comparator<Grid.Merge> IN_ORDER = Comparator.comparingInt(Grid.Merge::top)
            .thenComparingInt(Grid.Merge::left)
            .thenComparingInt(Grid.Merge::bottom)
            .thenComparingInt(Grid.Merge::right);

    private final Allowance allowance;
    private final Set<Grid.Merge> all = new HashSet<>();
    private List<Grid.Merge> byTop = List.of();
    /** Of the regions between two places of {@link #byTop} the last row, kept at the place in their middle. */
    private int[] lastRows = new int[0];

    Merges(Allowance allowance) {
        this.allowance = allowance;
    }

    void add(Grid.Merge merge) {
        if (all.add(merge)) {
            allowance.takesMerge();
        }
    }

    /** The region that covers a cell. */
    Optional<Grid.Merge> at(int row, int column) {
        if (byTop.size() != all.size()) {
            byTop = all.stream().sorted(IN_ORDER).toList();
            lastRows = new int[byTop.size()];
            index(0, byTop.size());
        }
        return find(0, byTop.size(), row, column);
    }

    private int index(int from, int to) {
        if (from >= to) {
            return -1;
        }
        int middle = (from + to) >>> 1;
        int below = Math.max(index(from, middle), index(middle + 1, to));
        lastRows[middle] = Math.max(below, byTop.get(middle).bottom());
        return lastRows[middle];
    }

    private Optional<Grid.Merge> find(int from, int to, int row, int column) {
        int middle = (from + to) >>> 1;
        if (from >= to || lastRows[middle] < row) {
            return Optional.empty();
        }
        allowance.step();
        Optional<Grid.Merge> found = find(from, middle, row, column);
        Grid.Merge here = byTop.get(middle);
        if (found.isPresent() || here.top() > row) {
            return found;
        }
        return here.covers(row, column) ? Optional.of(here) : find(middle + 1, to, row, column);
    }
}
