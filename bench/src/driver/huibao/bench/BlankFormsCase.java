package huibao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Forms made by the program; what starting takes is left out by taking the 14 units' from the many units'. */
final class BlankFormsCase implements BenchCase {

    @Override
    public String name() {
        return "blank";
    }

    @Override
    public void measure(Lab lab) throws IOException {
        measure(lab, Claim.SAMPLE, "sample");
        measure(lab, Claim.TEMPLATE, "template");
    }

    private static void measure(Lab lab, Claim claim, String command) throws IOException {
        List<Usage> few = new ArrayList<>();
        List<Usage> many = new ArrayList<>();
        for (int pair = 0; pair < lab.options().pairs(); pair++) {
            few.add(run(lab, command, Lab.FEW));
            many.add(run(lab, command, lab.mainSize()));
        }
        double more = lab.report().ran(command, lab.mainSize(), many).cpuSeconds()
                - lab.report().ran(command, Lab.FEW, few).cpuSeconds();
        lab.report().found(claim, lab.mainSize(), 1000 * more / (lab.mainSize() - Lab.FEW));
    }

    private static Usage run(Lab lab, String command, int size) throws IOException {
        Site site = lab.city(size).site(Lab.MONTH, "blank");
        Path made = command.equals("sample") ? site.inbox() : site.input();
        List<String> all = new ArrayList<>(List.of(command, "--period", Lab.MONTH.toString()));
        if (command.equals("template")) {
            all.addAll(List.of("--to", made.toString()));
        }
        Usage usage = lab.huibao().run(site, all.toArray(String[]::new));
        if (Folders.files(made).size() != size) {
            throw new BenchException(command + " made " + Folders.files(made).size() + " forms of " + size);
        }
        Folders.remove(site.input());
        Folders.remove(site.output());
        return usage;
    }
}
