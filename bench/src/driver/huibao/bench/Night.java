package huibao.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A night's run over the forms of all units, and whether what came of it is right. */
final class Night {

    /** Clean forms are what most nights bring; a finding in so many may be chance. */
    private static final int FORMS_PER_FINDING = 20;

    private final Sqlite sqlite;

    Night(Sqlite sqlite) {
        this.sqlite = sqlite;
    }

    /** Fills an empty site's inbox and runs. */
    Usage first(Huibao huibao, Site site, Month month, Forms forms) throws IOException {
        Folders.remove(site.input());
        Folders.remove(site.output());
        return next(huibao, site, month, forms);
    }

    /** Fills the inbox and runs; what is there already stays. */
    Usage next(Huibao huibao, Site site, Month month, Forms forms, String... options) throws IOException {
        Folders.copy(forms.folder(), site.inbox());
        String[] command = new String[options.length + 3];
        command[0] = "run";
        command[1] = "--period";
        command[2] = month.toString();
        System.arraycopy(options, 0, command, 3, options.length);
        Usage usage = huibao.run(site, command);
        check(site, month, forms);
        return usage;
    }

    /**
     * Counts and adds up what the database holds.
     *
     * @throws BenchException if a form was not accepted, or a sum is another than that of the forms
     */
    void check(Site site, Month month, Forms forms) throws IOException {
        Path database = site.database();
        String period = "'" + month + "'";
        same(
                "accepted forms of " + month,
                forms.count(),
                sqlite.number(
                        database,
                        "SELECT count(*) FROM submission WHERE state = 'ACCEPTED' AND time_period = " + period));
        same(
                "figures of " + month,
                forms.rows(),
                sqlite.number(database, "SELECT count(*) FROM current_observation WHERE time_period = " + period));
        long findings =
                sqlite.number(database, "SELECT (SELECT count(*) FROM finding) + (SELECT count(*) FROM city_finding)");
        if (findings > forms.count() / FORMS_PER_FINDING) {
            throw new BenchException(findings + " findings: the forms are not as clean as they should be");
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (String line : sqlite.lines(
                database, "SELECT item, obs_value FROM current_observation WHERE time_period = " + period)) {
            int bar = line.indexOf('|');
            sums.merge(line.substring(0, bar), new BigDecimal(line.substring(bar + 1)), BigDecimal::add);
        }
        forms.sums().forEach((item, sum) -> {
            if (!sums.containsKey(item) || sums.get(item).compareTo(sum) != 0) {
                throw new BenchException("sum of " + item + ": " + sums.get(item) + " instead of " + sum);
            }
        });
    }

    private static void same(String what, long expected, long found) {
        if (expected != found) {
            throw new BenchException(what + ": " + found + " instead of " + expected);
        }
    }
}
