package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Period;
import huibao.testing.JobFolder;
import huibao.testing.LibreOffice;
import huibao.testing.Trees;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form goes back marked, is mended or explained in the marked workbook itself, and is sent again. */
class ReturnedFormTest {

    private static final String UNIT = "SEA-N";
    private static final String PERIOD = "2024-Q2";
    private static final Period Q2 = Period.parse(PERIOD);
    private static final int EXPLANATION = 9;
    private static final int KEY = 10;
    private static final String REASON = "二季度远洋船队集中返港卸货，捕捞量按交割口径计入";

    @TempDir
    private Path folder;

    private Bureau bureau;

    /** What a person does with the marked workbook. */
    private interface Edit {
        void on(XSSFWorkbook workbook);
    }

    @BeforeEach
    void oneQuarterAccepted() throws IOException {
        bureau = new Bureau(JobFolder.SEASIDE, folder.resolve("bureau"));
        bureau.drop(UNIT, "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
    }

    @Test
    void takesExplanationsTypedIntoTheReview() throws IOException {
        sendSuspicious();
        resend("v1", workbook -> explain(workbook, REASON));
        bureau.run(PERIOD, "2024-07-09T00:00:00Z");

        assertThat(bureau.states(UNIT, PERIOD)).last().isEqualTo("v2 ACCEPTED CLEAN");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT DISTINCT explanation FROM observation WHERE submission_id = 'SEA-N-2024-Q2-v2'"
                                + " AND item = 'FISH'"))
                .containsExactly(REASON);
    }

    private void sendSuspicious() throws IOException {
        bureau.drop(UNIT, PERIOD, "", Map.of("FISH", "*0.1"));
        bureau.run(PERIOD, "2024-07-08T00:00:00Z");
        System.out.println(bureau.states(UNIT, PERIOD));
        System.out.println(Trees.query(
                bureau.folders().database(),
                "SELECT rule || ' ' || severity || ' ' || coalesce(item,'') || ' ' || coalesce(cell,'') || ' ' || found FROM finding WHERE outcome='FAILED' AND submission_id = 'SEA-N-2024-Q2-v1'"));
    }

    private static void explain(XSSFWorkbook workbook, String reason) {
        XSSFSheet review = workbook.getSheetAt(0);
        for (Row row : review) {
            Cell key = row.getCell(KEY);
            if (key != null && key.getStringCellValue().contains("|FISH|")) {
                row.getCell(EXPLANATION).setCellValue(reason);
            }
        }
    }

    private void resend(String version, Edit edit) throws IOException {
        Path file = returned(version);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.on(workbook);
            workbook.write(out);
            bureau.drop(file.getFileName().toString(), out.toByteArray(), Q2);
        }
    }

    private Path returned(String version) {
        return bureau.folders().returns(Q2).resolve("SEA-N-北岸-" + version + ".xlsx");
    }
}
