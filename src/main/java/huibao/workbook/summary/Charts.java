package huibao.workbook.summary;

import huibao.workbook.summary.Charts.Series.Fill;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFColorRgbBinary;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** Native bar charts over ranges of a sheet, told apart in grey by lightness. */
final class Charts {

    private static final int LABEL_POINTS = 9;
    private static final String CHART_SCHEMA = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private final XSSFSheet sheet;

    private final Locale language;

    /** @param language of the titles */
    Charts(XSSFSheet sheet, Locale language) {
        this.sheet = sheet;
        this.language = language;
    }

    /**
     * One series of bars.
     *
     * @param name in the legend
     * @param fill how the bars are filled
     * @param colour six hexadecimal digits
     */
    record Series(String name, Fill fill, String colour) {

        /** How bars are filled. */
        enum Fill {
            SOLID,
            /** As SOLID, with light figures in it. */
            DARK,
            /** An outline that others can stand in. */
            HOLLOW
        }
    }

    /** Where a chart stands, 0-based, the second corner outside. */
    record Place(int firstColumn, int firstRow, int lastColumn, int lastRow) {}

    /**
     * Horizontal bars, the first row on top.
     *
     * @param block the figures, and where they stand on the sheet
     */
    void bars(Place place, DataBlock block, BarGrouping grouping, List<Series> series) {
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor(place));
        chart.setTitleText(block.title());
        // Left alone it would be marked with the language of the machine.
        chart.getTitle().getBody().getParagraph(0).getTextRuns().forEach(run -> run.setLanguage(language));
        chart.setTitleOverlay(false);
        chart.getTitle().getBody().getParagraph(0).addDefaultRunProperties().setFontSize(12.0);
        if (series.size() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
        categories.setOrientation(AxisOrientation.MAX_MIN);
        categories.getOrAddTextProperties().setFontSize((double) LABEL_POINTS);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.getOrAddMajorGridProperties().setLineProperties(line("D9D9D9"));
        values.getOrAddTextProperties().setFontSize((double) LABEL_POINTS);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.BAR);
        data.setBarGrouping(grouping);
        data.setGapWidth(45);
        for (int i = 0; i < series.size(); i++) {
            add(data, block, i, series.get(i));
        }
        chart.plot(data);
        List<CTBarSer> bars =
                chart.getCTChart().getPlotArea().getBarChartArray(0).getSerList();
        overlap(chart.getCTChart().getPlotArea().getBarChartArray(0));
        for (int i = 0; i < series.size(); i++) {
            label(bars.get(i), series.get(i), grouping);
        }
    }

    private void add(XDDFBarChartData data, DataBlock block, int number, Series one) {
        XDDFChartData.Series bars = data.addSeries(
                XDDFDataSourcesFactory.fromArray(block.names(), range(block, 0)),
                XDDFDataSourcesFactory.fromArray(block.values(number), range(block, number + 1)));
        bars.setTitle(one.name());
        switch (one.fill()) {
            case SOLID, DARK -> {
                bars.setFillProperties(new XDDFSolidFillProperties(rgb(one.colour())));
                bars.setLineProperties(line("595959"));
            }
            case HOLLOW -> {
                bars.setFillProperties(new XDDFNoFillProperties());
                XDDFLineProperties outline = line(one.colour());
                outline.setWidth(1.5);
                bars.setLineProperties(outline);
            }
        }
    }

    private String range(DataBlock block, int column) {
        return new CellRangeAddress(block.firstRow(), block.lastRow(), block.column() + column, block.column() + column)
                .formatAsString(sheet.getSheetName(), true);
    }

    /** Bars of one category stand in each other. POI's reduced schemas lack the type of this one setting. */
    private static void overlap(CTBarChart bars) {
        try (XmlCursor cursor = bars.newCursor()) {
            cursor.toChild(CHART_SCHEMA, "gapWidth");
            cursor.toEndToken();
            cursor.toNextToken();
            cursor.beginElement("overlap", CHART_SCHEMA);
            cursor.insertAttributeWithValue("val", "100");
        }
    }

    /** Values beside or in the bars, in the cells' own number format; counts of nothing are left out. */
    private static void label(CTBarSer bars, Series one, BarGrouping grouping) {
        bars.addNewInvertIfNegative().setVal(false);
        CTDLbls labels = bars.addNewDLbls();
        if (grouping == BarGrouping.STACKED) {
            CTNumFmt format = labels.addNewNumFmt();
            format.setFormatCode("#,##0;-#,##0;;");
            format.setSourceLinked(false);
        }
        if (one.fill() == Fill.DARK) {
            CTTextBody text = labels.addNewTxPr();
            text.addNewBodyPr();
            CTTextCharacterProperties properties = text.addNewP().addNewPPr().addNewDefRPr();
            properties.addNewSolidFill().addNewSrgbClr().setVal(new byte[] {-1, -1, -1});
        }
        if (grouping == BarGrouping.CLUSTERED) {
            // at the foot of the bar, where no outline crosses them
            labels.addNewDLblPos().setVal(STDLblPos.IN_BASE);
        }
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(one.fill() != Fill.HOLLOW);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private XSSFClientAnchor anchor(Place place) {
        return sheet.createDrawingPatriarch()
                .createAnchor(0, 0, 0, 0, place.firstColumn(), place.firstRow(), place.lastColumn(), place.lastRow());
    }

    private static XDDFLineProperties line(String colour) {
        XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(rgb(colour)));
        line.setWidth(0.75);
        return line;
    }

    private static XDDFColor rgb(String hex) {
        int value = Integer.parseInt(hex, 16);
        return new XDDFColorRgbBinary(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }
}
