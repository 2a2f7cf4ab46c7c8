package huibao.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LibraryLogConfiguratorTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void leave() {
        System.setErr(before);
    }

    @Test
    void aWarningIsALineWhateverNameItCarries() {
        LoggerFactory.getLogger("com.example.Library").warn("{} is damaged", "余姚\u001b[31m\n2024 ERROR forged");

        assertThat(said())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4} WARN  Library"
                        + " - 余姚 \\[31m 2024 ERROR forged is damaged\n");
    }

    @Test
    void anErrorNobodyForesawHasItsTrace() {
        LoggerFactory.getLogger("Library").error("stopped", new IllegalStateException("why"));

        assertThat(said()).contains(" ERROR Library - stopped\njava.lang.IllegalStateException: why\n\tat ");
    }

    @Test
    void saysNothingBelowAWarningNorWhatARunSaysItself() {
        LoggerFactory.getLogger("com.example.Library").info("hello");
        LoggerFactory.getLogger("org.apache.poi.Workbook").error("damaged");
        LoggerFactory.getLogger("org.springframework.batch.Job").error("stopped");

        assertThat(written.size()).isZero();
    }

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
