package huibao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many months one after the other, a job a year, each with the year before it as its previous job: whether
 * what has been published makes the next night dearer.
 */
final class MonthsCase implements BenchCase {

    private static final int MONTHS = 12;

    @Override
    public String name() {
        return "months";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        List<Month> months = months(lab.options().nights());
        City city = lab.newCity(Lab.FEW, "months", months);
        Path folder = lab.options().work().resolve("months");
        List<Forms> forms = new ArrayList<>();
        for (Month month : months) {
            forms.add(city.write(month, folder.resolve("forms").resolve(month.toString())));
        }
        Night night = new Night(lab.sqlite());
        int last = months.size() - 1;
        for (int i = 0; i < last; i++) {
            Usage usage = run(lab, night, city, "all", months.get(i), forms.get(i));
            if (i % MONTHS == 0 || i % MONTHS == MONTHS - 1) {
                lab.report().ran("month " + (i + 1) + ", on the way", Lab.FEW, List.of(usage));
            }
        }
        List<Usage> first = new ArrayList<>();
        List<Usage> latest = new ArrayList<>();
        for (int pair = 0; pair < lab.options().pairs(); pair++) {
            Folders.empty(folder.resolve("first"));
            first.add(run(lab, night, city, "first", months.get(0), forms.get(0)));
            Folders.empty(folder.resolve("last"));
            Folders.copy(folder.resolve("all"), folder.resolve("last"));
            latest.add(run(lab, night, city, "last", months.get(last), forms.get(last)));
        }
        double one = lab.report().ran("month 1", Lab.FEW, first).cpuSeconds();
        double many =
                lab.report().ran("month " + months.size(), Lab.FEW, latest).cpuSeconds();
        lab.report().found(Claim.LAST_MONTH, Lab.FEW, 100 * (many / one - 1));
    }

    private static Usage run(Lab lab, Night night, City city, String run, Month month, Forms forms) throws IOException {
        return night.next(lab.huibao(), city.site(month, run), month, forms, "--now", month.night());
    }

    /** Up to the last month of the shipped year; a few go up to its first, so that they too cross a year's end. */
    private static List<Month> months(int count) {
        YearMonth last = YearMonth.of(Month.SHIPPED_YEAR, count < MONTHS ? 1 : MONTHS);
        List<Month> months = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(back -> new Month(last.minusMonths(back)))
                .toList());
        Collections.reverse(months);
        return months;
    }
}
