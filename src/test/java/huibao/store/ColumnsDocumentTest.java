package huibao.store;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.ColumnsDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnsDocumentTest {

    private static final Pattern QUERY = Pattern.compile("\\(SQLite\\)\\s+```sql\\n(.*?);\\n```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void explainsEveryColumnOfEveryTableAndView() throws Exception {
        Sample.open(folder).close();
        List<String> tables =
                Sample.rows(folder, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name");
        assertThat(tables).contains("submission", "v_attainment");
        for (String table : tables) {
            List<String> columns = Sample.rows(folder, "SELECT name FROM pragma_table_xinfo('" + table + "')");
            String explained = ColumnsDocument.explaining(table);
            for (String column : columns) {
                boolean twin = column.endsWith("_num") && columns.contains(column.replaceAll("_num$", ""));
                if (!twin) {
                    assertThat(explained).as(table).contains("| `" + column + "` |");
                }
            }
        }
    }

    @Test
    void showsQueriesThatRun() throws Exception {
        Sample.open(folder).close();
        Matcher queries = QUERY.matcher(Files.readString(ColumnsDocument.FILE));
        int count = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("huibao.db"));
                Statement statement = connection.createStatement()) {
            while (queries.find()) {
                assertThat(Sample.rows(statement, queries.group(1))).isEmpty();
                count++;
            }
        }
        assertThat(count).isEqualTo(6);
    }
}
