package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.Period;
import huibao.model.SubmissionState;
import huibao.testing.JobFolder;
import huibao.validation.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook with many mistakes goes back once, with all of them. */
class OnePassTest {

    private final Workbench ningbo = new Workbench(JobFolder.ningbo());

    @TempDir
    Path folder;

    @Test
    void namesEveryMistakeOfAWorkbookInOnePassAndInReadingOrder() throws IOException {
        byte[] form = FormEditor.apply(
                ningbo.form(ningbo.unit("鄞州区"), Period.month(2023, 6)),
                List.of(
                        "@填表人 := (blank)",
                        "T0202 本年累计 := 约50家",
                        "T0204 本年累计 := 见附件",
                        "T0210 本年累计 := (blank)",
                        "T0301 上年同期 := 40",
                        "T0301 本年累计 := -3",
                        "T0304 上年同期 := 40",
                        "T0304 本年累计 := 60",
                        "T0304 核实说明 := 情况属实",
                        "hide row T0307",
                        "milestone M0817 进展状态 := 快了",
                        "add row 合计||||99"));
        Path file = Files.write(folder.resolve("form.xlsx"), form);

        Decision decision = ningbo.judge(ningbo.read(file), Context.none());

        assertThat(decision.state()).isEqualTo(SubmissionState.RETURNED);
        assertThat(decision.findings().stream().map(Finding::rule))
                .containsExactly(
                        "MILESTONE_STATE_UNKNOWN",
                        "APPROXIMATE",
                        "NUMBER",
                        "REQUIRED",
                        "NOT_NEGATIVE",
                        "HIDDEN_ROW",
                        "HEADER_INCOMPLETE",
                        "YEAR_SWING",
                        "TOTAL_ROW_IGNORED",
                        "EXPLANATION_UNUSABLE");
        assertThat(decision.reason()).isEqualTo("MILESTONE_STATE_UNKNOWN");
    }
}
