package huibao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Measures what the program promises about its cost. */
public final class Bench {

    private static final List<BenchCase> CASES = List.of(
            new NightCase(),
            new MemoryCase(),
            new FormCase(),
            new PiecesCase(),
            new ColdCase(),
            new QueryCase(),
            new QuietCase(),
            new BlankFormsCase(),
            new MonthsCase());

    private Bench() {}

    /**
     * @param arguments the folder of the benchmarks, then what the user typed
     */
    public static void main(String[] arguments) throws IOException {
        Path bench = Path.of(arguments[0]);
        try {
            Options options = Options.of(List.of(arguments).subList(1, arguments.length), bench);
            Report report = new Report(Machine.described());
            Lab lab = new Lab(bench.getParent(), options, report);
            if (options.make().isPresent()) {
                make(lab);
            } else {
                measure(lab);
            }
        } catch (BenchException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void make(Lab lab) throws IOException {
        Path folder = lab.options().to().orElseThrow(() -> new BenchException(Options.USAGE));
        City city = lab.newCity(
                lab.options().make().orElseThrow(), "made", lab.options().months());
        for (Month month : lab.options().months()) {
            Forms forms = city.write(month, folder.resolve("forms").resolve(month.toString()));
            System.out.println(forms.count() + " forms: " + forms.folder());
        }
        Site made = city.site(lab.options().months().get(0), "none");
        Folders.remove(folder.resolve("job"));
        Folders.copy(made.job(), folder.resolve("job"));
        Path inbox = Folders.empty(folder.resolve("input")).resolve("inbox");
        Folders.copy(
                folder.resolve("forms").resolve(lab.options().months().get(0).toString()), inbox);
        System.out.printf(
                "./huibao run --period %s --job %s --input %s --output %s%n",
                lab.options().months().get(0),
                folder.resolve("job"),
                folder.resolve("input"),
                folder.resolve("output"));
    }

    private static void measure(Lab lab) throws IOException {
        for (String name : lab.options().cases()) {
            if (CASES.stream().noneMatch(known -> known.name().equals(name))) {
                throw new BenchException("no case " + name + "\n" + Options.USAGE);
            }
        }
        for (BenchCase one : CASES) {
            if (lab.options().cases().isEmpty() || lab.options().cases().contains(one.name())) {
                System.out.println("== " + one.name());
                one.measure(lab);
            }
        }
        lab.report().machine("load at the end", Machine.load());
        String name = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT));
        Path markdown = lab.options().results().resolve(name + ".md");
        lab.report().write(markdown, lab.options().results().resolve(name + ".json"));
        System.out.println(markdown);
        if (lab.options().cases().isEmpty() && !lab.report().open().isEmpty()) {
            throw new BenchException(
                    "nothing was found out about " + lab.report().open());
        }
    }
}
