package huibao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The forms the program's own {@code sample} makes of the shipped job, each month when it is first asked for. */
final class ShippedForms {

    private final Huibao huibao;
    private final ShippedJob job;
    private final Path folder;
    private final Map<String, Map<String, FormTemplate>> months = new ConcurrentHashMap<>();

    /**
     * @param folder a folder for the forms
     */
    ShippedForms(Huibao huibao, ShippedJob job, Path folder) {
        this.huibao = huibao;
        this.job = job;
        this.folder = folder;
    }

    ShippedJob job() {
        return job;
    }

    /** The form of a shipped unit, by its code. */
    FormTemplate of(Month month, String unit) {
        return Optional.ofNullable(months.computeIfAbsent(month.toString(), name -> sample(month))
                        .get(unit))
                .orElseThrow();
    }

    private Map<String, FormTemplate> sample(Month month) {
        Map<String, FormTemplate> forms = new ConcurrentHashMap<>();
        try {
            Site site = new Site(job.folder(), Folders.empty(folder.resolve(month.toString())), folder, "ningbo-2023");
            huibao.run(site, "sample", "--period", month.toString());
            for (BenchUnit unit : job.shippedUnits()) {
                Path form = site.inbox().resolve(unit.code() + "-" + unit.nameZh() + "-" + month + ".xlsx");
                forms.put(unit.code(), FormTemplate.of(Files.readAllBytes(form)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forms;
    }
}
