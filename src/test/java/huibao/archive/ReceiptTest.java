package huibao.archive;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.SourceFile;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {

    private static final Instant TAKEN = Instant.parse("2024-04-11T02:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a.xlsx|10|2024-04-01T08:00:00Z|2024-04-10T09:30:00.5Z|(dev=1,ino=2); 2024-04-10T09:30:00.5Z",
                "a|b|c.xlsx|10|2024-04-01T08:00:00Z|2024-04-10T09:30:00Z|; 2024-04-10T09:30:00Z",
                "a.xlsx|10|2024-04-01T08:00:00Z|2026-01-01T00:00:00Z|(dev=1,ino=2); 2024-04-11T02:00:00Z",
                "a.xlsx|10|x|y|z; 2024-04-11T02:00:00Z",
                "a.xlsx; 2024-04-11T02:00:00Z"
            })
    void saysWhenTheFileCameButNeverAfterItWasTaken(String arrival, Instant arrived) {
        Receipt receipt =
                new Receipt(1, new SourceFile("a.xlsx", "0".repeat(64), 10), TAKEN, OptionalLong.empty(), arrival);

        assertThat(receipt.arrivedAt()).isEqualTo(arrived);
    }
}
