package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Reading;
import huibao.model.ReadingLimits;
import huibao.model.SourceFile;
import huibao.spreadsheet.Allowance;
import huibao.testing.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a file does not depend on what else the machine has to do. */
@Tag("long")
class BusyMachineTest {

    private static final int OTHERS = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void readsTheSameBesideEightThreadsThatBurn(String format) throws Exception {
        Path form = Forms.form(folder, format, BusyMachineTest::formulas);
        // Of processor time it has several times what it takes; of the clock's it would not have enough.
        ReadingLimits limits = Limits.but("seconds", 6);
        Reading alone = read(form, limits);
        assertThat(alone.findings()).isEmpty();

        AtomicBoolean over = new AtomicBoolean();
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            Thread other = new Thread(() -> {
                while (!over.get()) {
                    Thread.onSpinWait();
                }
            });
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        try {
            assertThat(read(form, limits)).isEqualTo(alone);
        } finally {
            over.set(true);
            for (Thread other : others) {
                other.join();
            }
        }
    }

    @Test
    void countsOnlyWhatTheReadingThreadComputes() throws Exception {
        long before = Allowance.computed();
        Thread other = new Thread(() -> {
            long until = Allowance.computed() + 200_000_000;
            while (Allowance.computed() < until) {
                Thread.onSpinWait();
            }
        });
        other.start();
        other.join();

        assertThat(Allowance.computed() - before).isLessThan(100_000_000);
    }

    private static Reading read(Path form, ReadingLimits limits) {
        return Forms.reader(limits, Allowance::computed).read(form, new SourceFile("f.bin", "0".repeat(64), 1));
    }

    private static void formulas(Workbook workbook) {
        Sheet sheet = workbook.createSheet("计算");
        for (int row = 0; row < 1_500; row++) {
            for (int column = 0; column < 10; column++) {
                (column == 0 ? sheet.createRow(row) : sheet.getRow(row))
                        .createCell(column)
                        .setCellFormula("SUM(A%d:J%d)*IF(B%d>3,C%d/D%d,ROUND(E%d*1.17,2))"
                                .formatted(row + 2, row + 9, row + 3, row + 4, row + 5, row + 6));
            }
        }
    }
}
