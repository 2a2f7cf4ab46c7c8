package huibao.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.model.ReadingLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogBuilder;
import org.apache.logging.log4j.Logger;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.logging.PoiLogManager;
import org.junit.jupiter.api.Test;

class PoiLogTest {

    @Test
    void buildsNoTextThatNobodyReads() {
        Logger log = PoiLogManager.getLogger(HSSFWorkbook.class);

        for (Level level : Level.values()) {
            assertThat(log.atLevel(level)).as("" + level).isSameAs(LogBuilder.NOOP);
        }
        assertThat(log.atTrace()).isSameAs(LogBuilder.NOOP);
        assertThat(log.isFatalEnabled()).isFalse();
        log.atDebug().log(() -> {
            throw new AssertionError("a text was asked for");
        });
    }

    /** The library makes the workbook without a step of ours; its time is over all the same. */
    @Test
    void holdsALimitInsideTheLibrarysLoops() throws IOException {
        byte[] bytes = formulas(20_000);
        AtomicLong looks = new AtomicLong();
        Allowance allowance =
                new Allowance(ReadingLimits.DEFAULT, () -> TimeUnit.SECONDS.toNanos(looks.incrementAndGet()));

        assertThatThrownBy(() -> allowance.counting(() -> new HSSFWorkbook(new ByteArrayInputStream(bytes))))
                .isInstanceOf(SheetLimits.ExceededException.class)
                .hasMessage("seconds above 60");

        try (HSSFWorkbook outside = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(outside.getNumberOfSheets()).isOne();
        }
    }

    @Test
    void measuresTheWorkOfThisThreadAlone() {
        long before = Allowance.computed();
        long sum = 0;
        for (int i = 0; i < 50_000_000; i++) {
            sum += i ^ (sum << 1);
        }

        assertThat(Allowance.computed() - before).as("" + sum).isPositive();
    }

    private static byte[] formulas(int count) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet();
            for (int i = 0; i < count / 10; i++) {
                for (int column = 0; column < 10; column++) {
                    (column == 0 ? sheet.createRow(i) : sheet.getRow(i))
                            .createCell(column)
                            .setCellFormula("1+1");
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
