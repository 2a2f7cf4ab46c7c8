package huibao.bulletin;

import huibao.model.UnitReport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Reports of which each is read when it is asked for, and once. */
final class ReportsAsAsked implements Iterable<UnitReport> {

    private final Iterator<UnitReport> unread;
    private final List<UnitReport> read = new ArrayList<>();

    ReportsAsAsked(Stream<UnitReport> reports) {
        this.unread = reports.iterator();
    }

    @Override
    public Iterator<UnitReport> iterator() {
        return new Iterator<>() {

            private int next;

            @Override
            public boolean hasNext() {
                return next < read.size() || unread.hasNext();
            }

            @Override
            public UnitReport next() {
                if (next == read.size()) {
                    read.add(unread.next());
                }
                return read.get(next++);
            }
        };
    }
}
