package huibao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the cases share: the program, cities of any size with their forms, and the report. */
final class Lab {

    /** The month whose forms most cases take. */
    static final Month MONTH = Month.of("2023-03");

    /** The size of the job that is shipped. */
    static final int FEW = 14;

    private static final int MAIN = 3000;

    private final Path home;
    private final Options options;
    private final Report report;
    private final Program program;
    private final Huibao huibao;
    private final Sqlite sqlite;
    private final ShippedForms templates;
    private final Map<Integer, City> cities = new LinkedHashMap<>();
    private final Map<Integer, Forms> forms = new LinkedHashMap<>();

    /**
     * @param home the folder of the launcher
     */
    Lab(Path home, Options options, Report report) throws IOException {
        this.home = home;
        this.options = options;
        this.report = report;
        Path work = Files.createDirectories(options.work());
        this.program = new Program(work);
        this.huibao = new Huibao(home, program);
        this.sqlite = new Sqlite(program);
        ShippedJob shipped = ShippedJob.read(home.resolve("jobs").resolve("ningbo-2023"));
        Path idle = Folders.empty(work.resolve("idle"));
        huibao.begin(new Site(shipped.folder(), idle.resolve("input"), idle.resolve("output"), "ningbo-2023"), MONTH);
        this.templates = new ShippedForms(huibao, shipped, work.resolve("shipped"));
    }

    /** The Java that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Path home() {
        return home;
    }

    Options options() {
        return options;
    }

    Report report() {
        return report;
    }

    Program program() {
        return program;
    }

    Huibao huibao() {
        return huibao;
    }

    Sqlite sqlite() {
        return sqlite;
    }

    /** The size claims are looked at: 3,000 units, or the largest there is. */
    int mainSize() {
        List<Integer> units = options.units();
        return units.contains(MAIN) ? MAIN : largest();
    }

    int largest() {
        List<Integer> units = options.units();
        return units.get(units.size() - 1);
    }

    /** A new city with forms of some months to be made. */
    City newCity(int size, String folder, List<Month> months) throws IOException {
        return new City(huibao, templates, size, Folders.empty(options.work().resolve(folder)), months);
    }

    /** The city of a size; made when it is first asked for. */
    City city(int size) throws IOException {
        City known = cities.get(size);
        if (known != null) {
            return known;
        }
        City made = newCity(size, "city-" + size, List.of(MONTH));
        cities.put(size, made);
        return made;
    }

    /** The forms of a city's units. */
    Forms forms(int size) throws IOException {
        Forms known = forms.get(size);
        if (known != null) {
            return known;
        }
        City city = city(size);
        Forms made = city.write(MONTH, options.work().resolve("city-" + size).resolve("forms"));
        forms.put(size, made);
        return made;
    }

    /** Where a city's night is run. */
    Site site(int size) throws IOException {
        return city(size).site(MONTH, "night");
    }

    /** The same after its first night, which is run if no case has done so. */
    Site siteAfterTheNight(int size) throws IOException {
        Site site = site(size);
        if (!Files.exists(site.database())) {
            new Night(sqlite).first(huibao, site, MONTH, forms(size));
        }
        return site;
    }
}
