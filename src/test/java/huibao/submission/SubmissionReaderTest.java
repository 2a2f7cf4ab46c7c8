package huibao.submission;

import static huibao.model.FindingKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.FormStamp;
import huibao.model.MilestoneState;
import huibao.model.MissingReason;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Submission;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {

    @TempDir
    Path folder;

    private Reading read(Consumer<Workbook> change) {
        return Forms.read(Forms.form(folder, "xlsx", change));
    }

    private static Figure value(Reading reading, String item) {
        return Forms.observation(reading, item).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void readsACleanFormWithoutAnyFinding(String format) {
        Reading reading = Forms.read(Forms.form(folder, format, w -> {}), "鄞州区-2023年6月-报送表(最终版2)." + format);

        assertThat(reading.findings()).isEmpty();
        Submission submission = reading.submission().orElseThrow();
        assertThat(submission.unit()).isEqualTo(new UnitCode("330212"));
        assertThat(submission.period()).isEqualTo(Period.month(2023, 6));
        assertThat(submission.observations()).hasSize(6);
        Observation first = submission.observations().get(0);
        assertThat(first.value())
                .isEqualTo(new Figure(
                        java.util.Optional.of(new CellRef("填报表", "E7")),
                        "40",
                        new Amount.Known(new BigDecimal("40")),
                        List.of()));
        assertThat(first.priorYear().amount().known()).contains(new BigDecimal("32"));
        assertThat(first.growth().amount().known()).contains(new BigDecimal("25"));
        assertThat(first.forecast().amount().known()).contains(new BigDecimal("90"));
        assertThat(first.assigned().amount().known()).contains(new BigDecimal("100"));
        assertThat(submission.header().formCode()).isEqualTo(Forms.CODE);
        assertThat(submission.header().signatures())
                .containsEntry("单位负责人", "张三")
                .containsEntry("填表人", "王五")
                .containsEntry("报出日期", "2023年7月5日");
        assertThat(submission.header().generalExplanation()).isEqualTo("无需说明的事项");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            １２，３４５．６|12345.6|
            1,234.5|1234.5|
            '7455'|7455|
            40家|40|
            2.5万|25000|SCALE_WORD
            下降3.2|-3.2|SIGN_WORD
            (3.2)|-3.2|SIGN_WORD
            增长5|5|SIGN_WORD
            +8|8|
            －3|-3|
            1.5E3|1500|
            0|0|
            """)
    void readsWhatPeopleTypeForANumber(String typed, BigDecimal expected, FindingKind notice) {
        Reading reading = read(w -> Forms.set(w, Forms.FIRST, Forms.VALUE, typed));

        assertThat(value(reading, "T01").amount().known()).contains(expected);
        assertThat(value(reading, "T01").rawText()).isEqualTo(typed);
        assertThat(Forms.kinds(reading)).isEqualTo(notice == null ? List.of() : List.of(notice));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12,34|UNREADABLE|GROUPING_MALFORMED
            约400家|UNREADABLE|APPROXIMATE
            100余|UNREADABLE|APPROXIMATE
            50+|UNREADABLE|APPROXIMATE
            30以上|UNREADABLE|APPROXIMATE
            ▲3.2|UNREADABLE|SIGN_AMBIGUOUS
            —|NOT_APPLICABLE|NOT_APPLICABLE
            无|NOT_APPLICABLE|NOT_APPLICABLE
            /|NOT_APPLICABLE|NOT_APPLICABLE
            ……|BELOW_UNIT|BELOW_UNIT
            NA|NO_DATA|NO_DATA
            无数据|NO_DATA|NO_DATA
            暂无|PENDING|PENDING
            未统计|PENDING|PENDING
            3/4|UNREADABLE|DATE_AS_NUMBER
            #REF!|UNREADABLE|ERROR_VALUE
            见附件|UNREADABLE|NUMBER
            12abc|UNREADABLE|NUMBER
            40亿元|UNREADABLE|UNIT_NOT_CONVERTIBLE
            40批|UNREADABLE|UNIT_NOT_CONVERTIBLE
            1e999|UNREADABLE|TOO_PRECISE
            0.1234567890123|UNREADABLE|TOO_PRECISE
            """)
    void saysOnceWhyThereIsNoFigure(String typed, MissingReason reason, FindingKind kind) {
        Reading reading = read(w -> Forms.set(w, Forms.FIRST, Forms.VALUE, typed));

        assertThat(value(reading, "T01").amount()).isEqualTo(new Amount.Missing(reason));
        assertThat(Forms.kinds(reading)).containsExactly(kind);
        Finding finding = reading.findings().get(0);
        assertThat(finding.cells()).containsExactly(new CellRef("填报表", "E7"));
        assertThat(finding.parameters()).containsEntry("found", typed).containsEntry("code", "T01");
    }

    @ParameterizedTest
    @CsvSource({"T02,7,万元,455000,45.5", "T03,8,人,12000,1.2", "T04,9,吨,25000,0.5", "T05,10,公顷,60,900", "T06,11,MW,30,3"})
    void convertsAnotherUnitOfTheRow(String item, int row, String unit, double typed, BigDecimal expected) {
        Reading reading = read(w -> {
            Forms.set(w, row, 1, unit);
            Forms.set(w, row, Forms.VALUE, typed);
            Forms.set(w, row, Forms.PRIOR, "");
        });

        assertThat(value(reading, item).amount().known()).contains(expected);
        assertThat(Forms.kinds(reading)).containsExactly(UNIT_CHANGED);
    }

    @Test
    void prefersTheUnitOfTheRowToThatOfTheSheet() {
        Reading reading = read(w -> Forms.set(w, 3, 9, "单位：万元"));

        assertThat(value(reading, "T02").amount().known()).contains(new BigDecimal("45.5"));
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void takesTheUnitOfTheSheetWhereNothingNearerIsSaid() {
        Reading reading = read(w -> {
            Forms.set(w, 3, 9, "单位：万元");
            Forms.set(w, 7, 1, "");
            Forms.set(w, 7, Forms.PRIOR, "");
        });

        assertThat(value(reading, "T02").amount().known()).contains(new BigDecimal("0.00455"));
    }

    @Test
    void refusesAFigureWhoseRowAndColumnNameDifferentUnits() {
        Reading reading = read(w -> Forms.set(w, 4, Forms.VALUE, "本年累计（万元）"));

        assertThat(Forms.kinds(reading)).containsOnly(UNIT_NOT_CONVERTIBLE);
        assertThat(value(reading, "T02").amount()).isEqualTo(new Amount.Missing(MissingReason.UNREADABLE));
        assertThat(value(reading, "T01").amount().known()).contains(new BigDecimal("40"));
    }

    @Test
    void multipliesACellFormattedAsPercentInTheGrowthColumn() {
        Reading reading = read(w -> {
            CellStyle style = w.createCellStyle();
            style.setDataFormat(w.createDataFormat().getFormat("0.0%"));
            Forms.set(w, Forms.FIRST, Forms.GROWTH, 0.25);
            Forms.cell(w, Forms.FIRST, Forms.GROWTH).setCellStyle(style);
        });

        assertThat(Forms.observation(reading, "T01").growth().amount().known()).contains(new BigDecimal("25"));
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void asksAboutABareFractionInTheGrowthColumn() {
        assertThat(Forms.kinds(read(w -> Forms.set(w, Forms.FIRST, Forms.GROWTH, 0.25))))
                .containsExactly(PERCENT_AMBIGUOUS);
    }

    @ParameterizedTest
    @CsvSource({"4,约400", "4,见附件", "4,''", "5,约400", "5,暂无", "5,''"})
    void saysNothingOfTheGrowthComputedFromAFigureThatCannotBeRead(int column, String typed) {
        Reading reading = read(w -> {
            Forms.cell(w, Forms.FIRST, Forms.GROWTH).setCellFormula("0.5/2");
            w.getCreationHelper().createFormulaEvaluator().evaluateAll();
            Forms.set(w, Forms.FIRST, column, typed);
        });

        assertThat(reading.findings())
                .allSatisfy(finding -> assertThat(finding.cells())
                        .containsExactly(new CellRef("填报表", column == Forms.VALUE ? "E7" : "F7")));
        assertThat(Forms.kinds(reading)).doesNotContain(PERCENT_AMBIGUOUS);
    }

    @Test
    void saysNothingOfABlankOrFailedGrowthFormula() {
        Reading reading = read(w -> {
            Forms.set(w, Forms.FIRST, Forms.GROWTH, "");
            Forms.cell(w, Forms.FIRST + 1, Forms.GROWTH).setCellFormula("1/0");
            w.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        assertThat(reading.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void usesTheCachedValueOfAFormula(String format) {
        Reading reading = Forms.read(Forms.form(folder, format, w -> {
            Forms.cell(w, Forms.FIRST, Forms.VALUE).setCellFormula("20*2");
            w.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));

        assertThat(value(reading, "T01").amount().known()).contains(new BigDecimal("40"));
        assertThat(value(reading, "T01").conversions())
                .extracting(Conversion::kind)
                .containsExactly(Conversion.Kind.FORMULA);
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void refusesAFormulaThatWasNeverCalculated() {
        Reading reading = read(w -> {
            Cell cell = Forms.cell(w, Forms.FIRST, Forms.VALUE);
            cell.setBlank();
            cell.setCellFormula("20*2");
        });

        assertThat(Forms.kinds(reading)).containsExactly(FORMULA_WITHOUT_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void refusesADateWhereAFigureBelongs(String format) {
        Reading reading = Forms.read(Forms.form(folder, format, w -> {
            CellStyle style = w.createCellStyle();
            style.setDataFormat((short) 14);
            Forms.set(w, Forms.FIRST, Forms.VALUE, 45000);
            Forms.cell(w, Forms.FIRST, Forms.VALUE).setCellStyle(style);
        }));

        assertThat(Forms.kinds(reading)).containsExactly(DATE_AS_NUMBER);
    }

    @Test
    void refusesAMergedFigure() {
        Reading reading = read(w -> {
            Forms.set(w, 7, Forms.VALUE, "");
            w.getSheetAt(0).addMergedRegion(new CellRangeAddress(6, 7, Forms.VALUE, Forms.VALUE));
        });

        assertThat(Forms.kinds(reading)).containsExactly(MERGED_FIGURE, MERGED_FIGURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void reportsWhatIsHiddenAndReadsIt(String format) {
        Reading reading = Forms.read(Forms.form(folder, format, w -> {
            w.getSheetAt(0).getRow(Forms.FIRST).setZeroHeight(true);
            w.getSheetAt(0).setColumnHidden(Forms.PRIOR, true);
            Sheet old = w.createSheet("上年");
            Forms.row(old, 0, "指标名称", "代码", "本年累计");
            Forms.row(old, 1, "技术交易额", "T02", 1);
            w.setSheetHidden(1, true);
        }));

        assertThat(Forms.kinds(reading)).containsExactlyInAnyOrder(HIDDEN_SHEET, HIDDEN_COLUMN, HIDDEN_ROW);
        assertThat(value(reading, "T01").amount().known()).contains(new BigDecimal("40"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void takesANoteIntoTheRemarkAndAsksAboutOneThatIsPending(String format) {
        Reading reading = Forms.read(Forms.form(folder, format, w -> note(w, "王五", "此数待核实")));

        assertThat(Forms.kinds(reading)).containsExactly(NOTE_PENDING);
        assertThat(Forms.observation(reading, "T01").remark()).contains("此数待核实");
    }

    /** As Excel 365 leaves a conversation for older programs. */
    @Test
    void takesOfAConversationWhatWasSaid() {
        Reading reading = read(w -> note(
                w,
                "tc={0A1B2C3D-0000-4000-8000-000000000001}",
                "[线程批注]\n\n你的 Excel 版本可读取此线程批注；更高版本的 Excel 打开后，对它所作的改动会被删除。预计今后如此。\n\n"
                        + "注释:\n    已与科技局核对\n第二行\n答复:\n    同意"));

        assertThat(Forms.kinds(reading)).isEmpty();
        assertThat(Forms.observation(reading, "T01").remark()).isEqualTo("已与科技局核对\n第二行\n同意");
    }

    private static void note(Workbook workbook, String author, String text) {
        Sheet sheet = workbook.getSheetAt(0);
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol2(3);
        anchor.setRow2(3);
        Comment note = sheet.createDrawingPatriarch().createCellComment(anchor);
        note.setString(workbook.getCreationHelper().createRichTextString(text));
        note.setAuthor(author);
        Forms.cell(workbook, Forms.FIRST, Forms.VALUE).setCellComment(note);
    }

    @Test
    void saysSoWhenAWholeColumnIsText() {
        Reading reading = read(w -> {
            for (int row = 6; row <= 11; row++) {
                Forms.set(w, row, Forms.VALUE, "3");
            }
        });

        assertThat(Forms.kinds(reading)).containsExactly(TEXT_COLUMN);
    }

    @Test
    void takesNoSecondRowOfAnItem() {
        Reading reading = read(w -> Forms.row(w.getSheetAt(0), 12, "其中：技术交易额", "亿元", "T02", "", 99));

        assertThat(Forms.kinds(reading)).containsExactly(ROW_DUPLICATE);
        assertThat(value(reading, "T02").amount().known()).contains(new BigDecimal("45.5"));
    }

    @Test
    void tellsRowsByCodeAndSaysWhenTheNameIsAnothers() {
        Reading reading = read(w -> Forms.set(w, 7, 0, "引进大学生"));

        assertThat(Forms.kinds(reading)).containsExactly(ROW_NAME_MISMATCH);
        assertThat(value(reading, "T02").amount().known()).contains(new BigDecimal("45.5"));
    }

    @Test
    void tellsRowsByNameWhereTheCodeIsMissingOrOnlyCounts() {
        Reading reading = read(w -> {
            Forms.set(w, 7, 0, "　　2、技术 交易额");
            Forms.set(w, 7, 2, "");
            Forms.set(w, 8, 2, 3);
        });

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.submission().orElseThrow().observations()).hasSize(6);
    }

    @Test
    void setsTotalsAndStrangersAside() {
        Reading reading = read(w -> {
            Forms.row(w.getSheetAt(0), 11, "合计", "", "", "", 99, "");
            Forms.row(w.getSheetAt(0), 12, "外星人到访", "个", "X9", "", 1);
            Forms.row(w.getSheetAt(0), 15, "海铁联运量", "万标箱", "C01", "", 1);
        });

        assertThat(Forms.kinds(reading)).contains(ROW_UNKNOWN, ROW_UNKNOWN);
        assertThat(Forms.kinds(reading)).doesNotContain(ROW_DUPLICATE);
    }

    @Test
    void findsTheTableWhereverItStandsAndInWhateverOrder() throws Exception {
        Reading reading = read(w -> {
            w.removeSheetAt(0);
            Sheet sheet = w.createSheet("Sheet3");
            Forms.row(sheet, 0, "填报单位", "鄞 州", "报告期：2023-06");
            Forms.row(sheet, 20, "", "代码", "本年", "", "上年", "指标名称");
            Forms.row(sheet, 21, "", "", "累计", "本月", "累计", "");
            sheet.addMergedRegion(new CellRangeAddress(20, 20, 2, 3));
            sheet.addMergedRegion(new CellRangeAddress(20, 21, 1, 1));
            sheet.addMergedRegion(new CellRangeAddress(20, 21, 5, 5));
            Forms.row(sheet, 22, "", "Ｔ０２", 7, 1, 6, "技术交易额");
            Forms.row(sheet, 24, "", "续表");
            Forms.row(sheet, 25, "指标名称", "代码", "上年同期", "本年累计");
            Forms.row(sheet, 26, "引进大学生", "T03", 1, 2);
        });

        assertThat(reading.findings()).isEmpty();
        assertThat(value(reading, "T02").amount().known()).contains(new BigDecimal("7"));
        assertThat(Forms.observation(reading, "T02").priorYear().amount().known())
                .contains(new BigDecimal("6"));
        assertThat(value(reading, "T03").amount().known()).contains(new BigDecimal("2"));
    }

    @Test
    void reportsAMissingAndAnAmbiguousColumn() {
        assertThat(Forms.kinds(read(w -> Forms.set(w, 4, Forms.VALUE, "本月")))).containsExactly(COLUMN_MISSING);
        assertThat(Forms.kinds(read(w -> Forms.set(w, 4, 7, "本期累计")))).containsExactly(COLUMN_AMBIGUOUS);
    }

    @Test
    void rejectsTwoFormsAnotherFormAndNoForm() {
        assertThat(Forms.kinds(read(w -> {
                    Forms.fill(new RenamedSheets(w).workbook());
                })))
                .containsExactly(SEVERAL_FORMS);
        assertThat(Forms.kinds(read(w -> Forms.set(w, 1, 6, "表号：A406表")))).containsExactly(WRONG_FORM);
        assertThat(Forms.kinds(read(w -> {
                    w.removeSheetAt(0);
                    Forms.row(w.createSheet("x"), 0, "你好");
                })))
                .containsExactly(NO_FORM_FOUND);
    }

    /** Makes room for a second form under the same name. */
    private record RenamedSheets(Workbook workbook) {

        private RenamedSheets {
            workbook.setSheetName(0, "旧表");
        }
    }

    @ParameterizedTest
    @CsvSource({"勤州区,UNIT_UNKNOWN", "火星,UNIT_UNKNOWN", "慈溪市（不含前湾）,SCOPE_UNCLEAR"})
    void rejectsAUnitItCannotBeSureOf(String typed, FindingKind kind) {
        Reading reading = read(w -> Forms.set(w, 2, 0, "填报单位：" + typed));

        assertThat(reading.submission()).isEmpty();
        assertThat(Forms.kinds(reading)).containsExactly(kind);
        assertThat(reading.findings().get(0).parameters().getOrDefault("suggestion", ""))
                .isEqualTo(typed.equals("勤州区") ? "鄞州区" : "");
    }

    @ParameterizedTest
    @CsvSource({"鄞 州,330212", "宁波市鄞州区,330212", "慈溪市（含前湾）,330282", "鄞州区统计局,330212"})
    void knowsAUnitByItsNames(String typed, String code) {
        Reading reading = read(w -> Forms.set(w, 2, 0, "填报单位（盖章）：" + typed));

        assertThat(reading.submission().orElseThrow().unit().value()).isEqualTo(code);
    }

    @Test
    void letsTheFileNameContradictButNeverDecide() {
        Path file = Forms.form(folder, "xlsx", w -> {});
        assertThat(Forms.kinds(Forms.read(file, "【奉化】6月进度.xls"))).containsExactly(UNIT_CONFLICT);
        assertThat(Forms.kinds(Forms.read(file, "鄞州区2023年5月.xlsx"))).containsExactly(PERIOD_CONFLICT);
        assertThat(Forms.kinds(Forms.read(file, "新建 Microsoft Excel 工作表.xlsx"))).isEmpty();
        assertThat(Forms.kinds(Forms.read(file, "鄞州区2023年6月0708重报(1).xlsx"))).isEmpty();

        Path silent = Forms.form(folder, "xlsx", w -> {
            Forms.set(w, 2, 0, "");
            Forms.set(w, 2, 3, "");
        });
        assertThat(Forms.kinds(Forms.read(silent, "鄞州区-2023年6月.xlsx"))).containsExactly(UNIT_UNKNOWN, PERIOD_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "鄞州区-2023-05.xlsx",
                "鄞州区2023.05.xlsx",
                "鄞州区2023.5.XLS",
                "鄞州区2023-05.xls.xlsx",
                "鄞州区202305.xlsx",
                "鄞州.2023.05.最终版.xlsx",
                "鄞州区2023-05(1).xlsx",
                "2023.05 - 副本.xlsx"
            })
    void findsAnotherPeriodInTheFileName(String name) {
        assertThat(Forms.kinds(Forms.read(Forms.form(folder, "xlsx", w -> {}), name)))
                .containsExactly(PERIOD_CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "鄞州区-2023-06.xlsx",
                "鄞州区2023.06.xlsx",
                "鄞州区2023.6(1).xlsx",
                "鄞州区2023-06-最终版2.xlsx",
                "鄞州区2023.07.05报送.xlsx",
                "鄞州区20230705.xlsx",
                "A405-2023.06.xlsx",
                "报表v2.5.xlsx",
                "2023.xlsx",
                "新建(1).xlsx"
            })
    void findsNoOtherPeriodInAHarmlessFileName(String name) {
        assertThat(Forms.kinds(Forms.read(Forms.form(folder, "xlsx", w -> {}), name)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023年6月",
                "2023.06",
                "2023.6",
                "202306",
                "6月",
                "1-6月",
                "上半年",
                "2023年1—6月",
                "2023年1至6月",
                "2023-06",
                "二〇二三年六月",
                "２０２３年１～６月",
                "2023年6月30日"
            })
    void readsAMonthHoweverItIsWritten(String typed) {
        Reading reading = read(w -> Forms.set(w, 2, 3, "报告期：" + typed));

        assertThat(reading.submission()
                        .orElseThrow(() -> new AssertionError(reading.findings()))
                        .period())
                .isEqualTo(Period.month(2023, 6));
    }

    @Test
    void readsAPeriodStoredAsADateOrANumber() {
        assertThat(read(w -> {
                            Forms.set(w, 2, 3, "报告期");
                            Forms.set(w, 2, 4, 45078);
                        })
                        .submission()
                        .orElseThrow()
                        .period())
                .isEqualTo(Period.month(2023, 6));
        assertThat(Forms.kinds(read(w -> {
                    Forms.set(w, 2, 3, "报告期：");
                    Forms.set(w, 2, 4, 2023.1);
                })))
                .containsExactly(PERIOD_AMBIGUOUS);
    }

    @ParameterizedTest
    @CsvSource({
        "2022年6月,PERIOD_NOT_COLLECTED",
        "二季度,PERIOD_NOT_COLLECTED",
        "下个月,PERIOD_UNKNOWN",
        "4-6月,PERIOD_AMBIGUOUS"
    })
    void rejectsAPeriodThatIsNotTheJobs(String typed, FindingKind kind) {
        assertThat(Forms.kinds(read(w -> Forms.set(w, 2, 3, "报告期：" + typed)))).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void believesAStampWhoseSealHolds(String format) {
        FormStamp stamp = new FormStamp(Forms.CODE, Period.month(2023, 6), new UnitCode("330212"), Forms.HASH);
        Reading reading = Forms.read(Forms.form(folder, format, w -> {
            stamp(w, stamp, stamp.seal());
            Forms.set(w, 2, 0, "填报单位：");
            Forms.set(w, 2, 3, "");
        }));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.submission().orElseThrow().header().stamp()).contains(stamp);
    }

    @Test
    void reportsABrokenStampAnOldCatalogueAndAnExpiredForm() {
        FormStamp stamp = new FormStamp(Forms.CODE, Period.month(2023, 6), new UnitCode("330212"), "b");
        Reading broken = read(w -> stamp(w, stamp, "0000"));
        assertThat(Forms.kinds(broken)).containsExactly(STAMP_BROKEN);
        assertThat(broken.submission().orElseThrow().header().stamp()).isEmpty();
        assertThat(Forms.kinds(read(w -> stamp(w, stamp, stamp.seal())))).containsExactly(FORM_VERSION);
        FormStamp old = new FormStamp(stamp.form(), stamp.period(), stamp.unit(), Forms.HASH_OF_OLD);
        assertThat(Forms.kinds(read(w -> stamp(w, old, old.seal())))).isEmpty();
        assertThat(Forms.kinds(read(w -> Forms.set(w, 2, 6, "有效期至：2023年5月")))).containsExactly(FORM_EXPIRED);
    }

    private static void stamp(Workbook workbook, FormStamp stamp, String seal) {
        List<String> names = List.of("HUIBAO_FORM", "HUIBAO_PERIOD", "HUIBAO_UNIT", "HUIBAO_CATALOGUE", "HUIBAO_SEAL");
        List<String> values =
                List.of(stamp.form(), stamp.period().toString(), stamp.unit().value(), stamp.catalogueHash(), seal);
        for (int i = 0; i < names.size(); i++) {
            Name name = workbook.createName();
            name.setNameName(names.get(i));
            name.setRefersToFormula("\"" + values.get(i) + "\"");
        }
    }

    @Test
    void readsTheProgressOfMilestones() {
        Reading reading = read(w -> {
            Sheet sheet = w.createSheet("任务进展");
            Forms.row(sheet, 2, "任务代码", "任务名称", "进展状态", "日期", "佐证/进展说明");
            Forms.row(sheet, 3, "M01", "招商图谱", " 已完成 ", "2023年6月1日", "甬招〔2023〕1号");
            Forms.row(sheet, 4, "", "人才政策体系", "快了");
            Forms.row(sheet, 5, "M03", "行动方案", "", 45078);
        });

        assertThat(Forms.kinds(reading)).containsExactly(MILESTONE_STATE_UNKNOWN);
        assertThat(reading.submission().orElseThrow().milestones()).hasSize(3);
        assertThat(reading.submission().orElseThrow().milestones().get(0).state())
                .contains(MilestoneState.COMPLETED);
        assertThat(reading.submission().orElseThrow().milestones().get(0).date())
                .contains(LocalDate.of(2023, 6, 1));
    }
}
