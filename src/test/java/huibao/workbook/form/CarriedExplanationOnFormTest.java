package huibao.workbook.form;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.spec.Workbench;
import huibao.testing.JobFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Last period's explanation on the next form: marked, grey, and confirmed by one choice. */
class CarriedExplanationOnFormTest {

    private static final Workbench JOB = new Workbench(JobFolder.ningbo());
    private static final String REASON = "轨道交通8号线6月底结算,约18亿元";

    @Test
    void standsMarkedInGreyAndOffersToConfirmIt() throws IOException {
        byte[] form = new FormWorkbook(JOB.catalogue(), Messages.in(Locale.CHINESE))
                .write(
                        JOB.unit("鄞州区"),
                        Period.month(2023, 8),
                        FormContents.known(Map.of(), Map.of(new ItemCode("T0305"), REASON)));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            XSSFSheet sheet = workbook.getSheet("填报表");
            XSSFCell cell = sheet.getRow(25).getCell(8);
            assertThat(cell.getStringCellValue()).isEqualTo("上期说明：" + REASON);
            assertThat(cell.getCellStyle().getFont().getXSSFColor().getARGBHex())
                    .isEqualTo("FF7F7F7F");
            assertThat(cell.getCellStyle().getLocked()).isFalse();
            DataValidation offered = sheet.getDataValidations().stream()
                    .filter(check ->
                            check.getRegions().getCellRangeAddresses()[0].isInRange(25, 8))
                    .findFirst()
                    .orElseThrow();
            assertThat(offered.getValidationConstraint().getExplicitListValues())
                    .containsExactly("本期仍适用：轨道交通8号线6月底结算，约18亿元");
            assertThat(offered.getShowErrorBox()).isFalse();
        }
    }
}
