package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.MeasureWords;
import huibao.model.MilestoneState;
import huibao.model.Period;
import huibao.workbook.FormTexts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What Excel itself checks while a form is typed. */
final class EntryChecks {

    /** A title longer than this makes Excel call the file damaged. */
    private static final int LONGEST_TITLE = 32;

    /** The largest magnitude Excel holds exactly; a bound is needed where none is meant. */
    private static final String LARGEST = "999999999999999";

    private final Catalogue catalogue;
    private final Messages messages;

    EntryChecks(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** What a column asks of an item. */
    enum Asked {
        VALUE,
        PRIOR_YEAR,
        FORECAST
    }

    /** One figure of an item. */
    void figure(XSSFSheet sheet, Item item, Asked asked, int row, int column) {
        boolean whole = item.decimals() == 0;
        boolean notNegative = catalogue.rulesOf(FindingKind.NOT_NEGATIVE).stream()
                .anyMatch(rule -> rule.items().contains(item.code()));
        DataValidationConstraint constraint = helper(sheet)
                .createNumericConstraint(
                        whole ? ValidationType.INTEGER : ValidationType.DECIMAL,
                        OperatorType.BETWEEN,
                        notNegative ? "0" : "-" + LARGEST,
                        LARGEST);
        Map<String, String> words = Map.of(
                "unit",
                MeasureWords.in(messages.language(), item.unitMeasure()),
                "decimals",
                Integer.toString(item.decimals()));
        String key = asked.name() + "." + item.accumulation().name();
        String prompt = messages.text("form.prompt." + key.toLowerCase(Locale.ROOT))
                + messages.text(whole ? "form.prompt.integer" : "form.prompt.decimal", words);
        String number = whole ? "integer" : "decimal";
        String error = notNegative ? (whole ? "integer_not_negative" : "not_negative") : number;
        add(
                sheet,
                constraint,
                new CellRangeAddressList(row, row, column, column),
                item.nameIn(messages.language()),
                prompt,
                messages.text("form.error.title"),
                messages.text("form.error." + error, words));
    }

    /** The status of milestones: one of the four words. */
    void states(XSSFSheet sheet, CellRangeAddressList cells) {
        String[] words = Arrays.stream(MilestoneState.values())
                .map(state -> FormTexts.state(messages, state))
                .toArray(String[]::new);
        Map<String, String> parameters = Map.of("states", Arrays.stream(words).collect(Collectors.joining("、")));
        String title = messages.text("form.milestone.state.title");
        add(
                sheet,
                helper(sheet).createExplicitListConstraint(words),
                cells,
                title,
                messages.text("form.milestone.state.prompt", parameters),
                title,
                messages.text("form.milestone.state.error", parameters));
    }

    /** The date of milestones: not far from the period's year. */
    void dates(XSSFSheet sheet, Period period, CellRangeAddressList cells) {
        Map<String, String> parameters = Map.of(
                "year",
                Integer.toString(period.year()),
                "example",
                period.lastDay().toString());
        String title = messages.text("form.milestone.date.title");
        add(
                sheet,
                helper(sheet)
                        .createDateConstraint(
                                OperatorType.BETWEEN, day(period.year() - 5, 1, 1), day(period.year() + 1, 12, 31), ""),
                cells,
                title,
                messages.text("form.milestone.date.prompt", parameters),
                title,
                messages.text("form.milestone.date.error", parameters));
    }

    private static DataValidationHelper helper(XSSFSheet sheet) {
        return sheet.getDataValidationHelper();
    }

    private static String day(int year, int month, int day) {
        return String.format(Locale.ROOT, "DATE(%d,%d,%d)", year, month, day);
    }

    private static void add(
            XSSFSheet sheet,
            DataValidationConstraint constraint,
            CellRangeAddressList cells,
            String promptTitle,
            String prompt,
            String errorTitle,
            String error) {
        DataValidation validation = helper(sheet).createValidation(constraint, cells);
        validation.setEmptyCellAllowed(true);
        validation.setShowPromptBox(true);
        validation.createPromptBox(shortened(promptTitle), prompt);
        validation.setShowErrorBox(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(shortened(errorTitle), error);
        sheet.addValidationData(validation);
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
