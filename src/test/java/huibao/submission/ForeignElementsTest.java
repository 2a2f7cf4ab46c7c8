package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.FindingKind;
import huibao.model.Reading;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a sheet's part beside the sheet's own elements says nothing of its cells, whatever it is called. */
class ForeignElementsTest {

    private static final String MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String HEAD = "<row r=\"1\">" + Forms.text("填报单位：鄞州区") + Forms.text("报告期：2023年6月")
            + "</row><row r=\"2\">" + Forms.text("指标名称") + Forms.text("代码") + Forms.text("本年累计") + "</row>";
    private static final String VALUE = "<c r=\"C3\"><v>5</v></c>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:c r=\"C3\"><x:v>6</x:v></x:c>",
                "<c xmlns=\"urn:other\" r=\"C3\"><v>6</v></c>",
                "<x:r><c r=\"C3\"><v>6</v></c></x:r>",
                "<x:r><x:r><c r=\"C3\"><v>6</v></c></x:r></x:r>",
                "<extLst><ext><c r=\"C3\"><v>6</v></c></ext></extLst>",
                "<extLst xmlns=\"\"><c r=\"C3\"><v>6</v></c></extLst>",
                "<x:AlternateContent><x:Choice Requires=\"n\"><c r=\"C3\"><v>6</v></c></x:Choice></x:AlternateContent>",
                "<x:mergeCells><x:mergeCell ref=\"B3:C3\"/></x:mergeCells>",
                "<x:row r=\"3\" hidden=\"1\"/>",
                "<x:cols><x:col min=\"3\" max=\"3\" hidden=\"1\"/></x:cols>"
            })
    void areNoCells(String foreign) throws Exception {
        for (String row : new String[] {foreign + VALUE, VALUE + foreign}) {
            assertFive(sheet("", "<row r=\"3\">" + Forms.text("技术交易额") + Forms.text("T02") + row + "</row>"));
        }
        assertFive(sheet(foreign, row(VALUE)));
        assertFive(sheet("", row(VALUE) + foreign));
    }

    @Test
    void areNotTheFigureOfABlankCell() throws Exception {
        Reading reading = Forms.read(sheet("", row("<c r=\"C3\"/><x:c r=\"C3\"><x:v>6</x:v></x:c>")));

        assertThat(Forms.observation(reading, "T02").value().amount().known()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"C3\"><x:v>6</x:v><v>5</v></c>",
                "<c r=\"C3\"><v>5<x:v>6</x:v></v></c>",
                "<c r=\"C3\"><v>5</v><extLst><v>6</v></extLst></c>",
                "<c r=\"C3\" x:t=\"s\"><v>5</v></c>",
                "<c x:r=\"A1\" r=\"C3\"><v>5</v></c>",
                "<c r=\"C3\" x:s=\"9\"><v>5</v><x:f>1+1</x:f></c>",
                "<c r=\"C3\" t=\"inlineStr\"><is><t>5</t><x:t>6</x:t></is></c>",
                "<c r=\"C3\" t=\"inlineStr\"><is><x:r><x:t>6</x:t></x:r><r><t>5</t></r></is></c>",
                "<y:c r=\"C3\"><y:v>5</y:v></y:c>",
                "<c xmlns=\"" + MAIN + "\" r=\"C3\"><v>5</v></c>"
            })
    void sayNothingInsideACell(String cell) throws Exception {
        assertFive(sheet("", row(cell)));
    }

    /** Outside the table of cells an element of the sheet's own is no cell either. */
    @Test
    void aCellOutsideTheTableOfCellsIsNone() throws Exception {
        assertFive(sheet("<c r=\"C3\"><v>6</v></c><row r=\"3\"><c r=\"C3\"><v>6</v></c></row>", row(VALUE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ht=\"15\"", " hidden=\"0\"", " spans=\"1:3\"", " ht=\"15\" customHeight=\"1\""})
    void aRowThatIsWrittenIsShownWhereOthersAreHiddenByDefault(String attributes) throws Exception {
        String format = "<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/>";

        assertFive(sheet(format, row(VALUE).replace("<row r=\"3\"", "<row r=\"3\"" + attributes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeroHeight=\"1\"", "zeroHeight=\"true\""})
    void aRowThatIsNotWrittenIsHiddenThere(String zero) throws Exception {
        String format = "<sheetFormatPr defaultRowHeight=\"15\" " + zero + "/>";
        String inOtherRow = "<row r=\"4\"><c r=\"A3\" t=\"str\"><v>技术交易额</v></c><c r=\"B3\" t=\"str\"><v>T02</v></c>"
                + VALUE + "</row>";

        Reading hidden = Forms.read(sheet(format, inOtherRow));
        Reading shown = Forms.read(sheet(format.replace(zero, "zeroHeight=\"0\""), inOtherRow));

        assertThat(Forms.kinds(hidden)).containsExactly(FindingKind.HIDDEN_ROW);
        assertThat(shown.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" hidden=\"1\"", " ht=\"0\"", " hidden=\"true\""})
    void aRowThatIsWrittenAsHiddenIsHiddenThereToo(String attributes) throws Exception {
        String format = "<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/>";

        assertThat(Forms.kinds(
                        Forms.read(sheet(format, row(VALUE).replace("<row r=\"3\"", "<row r=\"3\"" + attributes)))))
                .containsExactly(FindingKind.HIDDEN_ROW);
    }

    private static String row(String cell) {
        return "<row r=\"3\">" + Forms.text("技术交易额") + Forms.text("T02") + cell + "</row>";
    }

    private Path sheet(String before, String rows) throws Exception {
        return Forms.zip(
                folder.resolve("f.xlsx"),
                Forms.barePackage("<worksheet xmlns=\"" + MAIN + "\" xmlns:x=\"urn:example:other\" xmlns:y=\"" + MAIN
                        + "\">" + before + "<sheetData>" + HEAD + rows + "</sheetData></worksheet>"));
    }

    private static void assertFive(Path file) {
        Reading reading = Forms.read(file);
        assertThat(reading.findings()).isEmpty();
        assertThat(Forms.observation(reading, "T02").value().amount().known()).contains(new BigDecimal("5"));
    }
}
