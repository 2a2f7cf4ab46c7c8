package huibao.workbook.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.Target;
import huibao.testing.LibreOffice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("libreoffice")
class SummaryPrintTest {

    private static final Path PDFTOTEXT = Path.of("/usr/bin/pdftotext");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        LibreOffice.assumeInstalled();
        Catalogue catalogue = CatalogueReader.read(Path.of("jobs/ningbo-2023"));
        file = folder.resolve("summary.xlsx");
        new SummaryWorkbook(catalogue, Messages.in(Locale.CHINESE)).write(SummaryFixture.quiet(catalogue), file);
    }

    @Test
    void printsToPages() throws Exception {
        Path pdf = LibreOffice.convert(file, "pdf", folder);

        String content = Files.readString(pdf, StandardCharsets.ISO_8859_1);
        assertThat(content).startsWith("%PDF").containsPattern("/Type\\s*/Pages[^>]*/Count\\s+[1-9]|/Count\\s+[1-9]");
    }

    @Test
    void showsNoErrorAndNoColumnTooNarrowInAnotherProgram() throws Exception {
        Path alone = folder.resolve("targets.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile());
                OutputStream out = Files.newOutputStream(alone)) {
            for (int i = workbook.getNumberOfSheets() - 1; i >= 0; i--) {
                if (!workbook.getSheetName(i).equals("总表")) {
                    workbook.removeSheetAt(i);
                }
            }
            workbook.write(out);
        }
        Path shown = LibreOffice.convert(alone, "csv:Text - txt - csv (StarCalc):44,34,76", folder);

        String csv = Files.readString(shown, StandardCharsets.UTF_8);
        assertThat(csv).contains("新增高新技术企业").doesNotContain("###", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!");
    }

    @Test
    void printsEveryTargetAndCutsNothingOff() throws Exception {
        assumeTrue(Files.isExecutable(PDFTOTEXT), "pdftotext (poppler-utils) is not installed");
        Path pdf = LibreOffice.convert(file, "pdf", folder);
        Path text = folder.resolve("summary.txt");

        Process process = new ProcessBuilder(PDFTOTEXT.toString(), pdf.toString(), text.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        String printed = Files.readString(text, StandardCharsets.UTF_8);
        assertThat(printed).doesNotContain("###");
        // a name over two lines is still a name
        String joined = printed.replaceAll("\\s", "");
        for (Target target : CatalogueReader.read(Path.of("jobs/ningbo-2023")).targets()) {
            assertThat(joined).contains(target.nameZh().replaceAll("\\s", ""));
        }
    }
}
