package huibao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import huibao.catalogue.NoticeSettings.Login;
import huibao.catalogue.NoticeSettings.Security;
import huibao.model.NoticeFigures;
import huibao.model.UnitCode;
import huibao.testing.JobFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeSettingsTest {

    private static final String WHOLE = """
            schedule:
              reminders: "0 9 * * 1-5"
            notices:
              figures: findings
              reminders:
                days_before: [1, 3]
                days_after: [7, 1]
                limit_days: 3
              smtp:
                host: mail.stat.example.org
                port: 587
                security: starttls
                user: huibao
                password_env: HUIBAO_SMTP
                from: office@stat.example.org
                bureau: [chief@stat.example.org]
                authorities: /etc/huibao/authorities.pem
              webhook:
                url: https://hook.example.org/in
                secret_file: /etc/huibao/hook
            """;

    @TempDir
    Path folder;

    private Path job;

    @BeforeEach
    void copyTheJob() throws IOException {
        job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
    }

    @Test
    void aJobWithoutThemTellsNobody() {
        assertThat(JobFolder.seaside().settings().notices()).isEqualTo(NoticeSettings.NONE);
        assertThat(JobFolder.seaside().settings().schedule().reminders()).isEmpty();
        assertThat(CatalogueReader.readContacts(job, JobFolder.seaside()).mail())
                .isEmpty();
    }

    @Test
    void readsWhoIsToldAndHow() throws IOException {
        append(WHOLE);
        JobSettings settings = CatalogueReader.read(job).settings();
        NoticeSettings notices = settings.notices();

        assertThat(settings.schedule().reminders()).contains("0 9 * * 1-5");
        assertThat(notices.figures()).isEqualTo(NoticeFigures.FINDINGS);
        assertThat(notices.reminding().daysBefore()).containsExactly(1, 3);
        assertThat(notices.reminding().daysAfter()).containsExactly(1, 7);
        assertThat(notices.reminding().limitDays()).isEqualTo(3);
        assertThat(notices.smtp().orElseThrow().security()).isEqualTo(Security.STARTTLS);
        assertThat(notices.smtp().orElseThrow().login())
                .contains(new Login("huibao", new SecretSource.Environment("HUIBAO_SMTP")));
        assertThat(notices.webhook().orElseThrow().address()).contains(URI.create("https://hook.example.org/in"));
        assertThat(notices.webhook().orElseThrow().key())
                .contains(new SecretSource.SecretFile(Path.of("/etc/huibao/hook")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "figures: findings; figures: all; 33; notices.figures",
                "limit_days: 3; limit_days: 0; 37; notices.reminders.limit_days",
                "days_after: [7, 1]; days_after: [7, 7]; 35; notices.reminders.days_after",
                "port: 587; port: 65536; 40; notices.smtp.port",
                "security: starttls; security: ssl; 41; notices.smtp.security",
                "password_env: HUIBAO_SMTP; password: hunter2; 43; unknown key",
                "password_env: HUIBAO_SMTP; password_env: a b; 43; notices.smtp.password_env",
                "from: office@stat.example.org; from: office; 44; notices.smtp.from",
                "bureau: [chief@stat.example.org]; bureau: ['a@b.c, d@e.f']; 39; notices.smtp.bureau",
                "url: https://hook.example.org/in; url: ftp://hook.example.org; 48; notices.webhook.url",
                "secret_file: /etc/huibao/hook; url_env: HOOK; 48; notices.webhook",
                "reminders: \"0 9 * * 1-5\"; reminders: daily; 31; schedule.reminders",
                "reminders: \"0 9 * * 1-5\"; reminders: \"0 25 * * *\"; 31; schedule.reminders",
                "reminders: \"0 9 * * 1-5\"; nightly: \"0 2 30 2 *\"; 31; schedule.nightly",
                "reminders: \"0 9 * * 1-5\"; inbox_seconds: 0; 31; schedule.inbox_seconds"
            })
    void tellsAMistakeWithItsLine(String right, String wrong, int line, String what) throws IOException {
        append(WHOLE.replace(right, wrong));

        CatalogueException mistakes = catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(job));

        assertThat(mistakes.problems()).anySatisfy(mistake -> {
            assertThat(mistake.file()).isEqualTo("job.yaml");
            assertThat(mistake.what()).isEqualTo(what);
            assertThat(mistake.line()).isEqualTo(line);
        });
    }

    @Test
    void anAccountWithoutAPasswordIsAMistake() throws IOException {
        append(WHOLE.replace("    password_env: HUIBAO_SMTP\n", ""));

        assertThat(catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(job)))
                .hasMessageContaining("user alone");
    }

    @Test
    void readsAddressesBesideTheCatalogue() throws IOException {
        contacts("unit,mail,name\nSEA-N,a@example.org,Ms A\nSEA-N,b.c+d@example.org,\nSEA,city@stat.example.org,\n");
        Catalogue catalogue = CatalogueReader.read(job);

        assertThat(CatalogueReader.readContacts(job, catalogue).mailOf(new UnitCode("SEA-N")))
                .containsExactly("a@example.org", "b.c+d@example.org");
        assertThat(CatalogueReader.readContacts(job, catalogue).mailOf(new UnitCode("SEA-S")))
                .isEmpty();
        assertThat(catalogue.hash()).isEqualTo(JobFolder.seaside().hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SEA-X,a@example.org; 2; unit",
                "SEA-N,a; 2; mail",
                "SEA-N,a@example.org b@example.org; 2; mail",
                "SEA-N,\"a@example.org,b@example.org\"; 2; mail",
                "SEA-N,\"a@example.org⏎Bcc: x@example.org\"; 2; mail",
                "SEA-N,Name <a@example.org>; 2; mail",
                "SEA-N,a@example.org⏎SEA-N,a@example.org; 3; address twice"
            })
    void tellsAWrongAddressWithItsLine(String lines, int line, String what) throws IOException {
        contacts("unit,mail\n" + lines.replace("⏎", "\r\n") + "\n");

        CatalogueException mistakes = catchThrowableOfType(CatalogueException.class, () -> CatalogueReader.read(job));

        assertThat(mistakes.problems()).singleElement().satisfies(mistake -> {
            assertThat(mistake.file()).isEqualTo("contacts.csv");
            assertThat(mistake.line()).isEqualTo(line);
            assertThat(mistake.what()).isEqualTo(what);
        });
    }

    private void append(String yaml) throws IOException {
        Files.writeString(
                job.resolve("job.yaml"), yaml, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
    }

    private void contacts(String text) throws IOException {
        Files.writeString(job.resolve("contacts.csv"), text, StandardCharsets.UTF_8);
    }
}
