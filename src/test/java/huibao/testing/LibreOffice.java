package huibao.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice as a second writer and reader of workbooks; tests that use it are tagged "libreoffice". */
public final class LibreOffice {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/soffice"),
            Path.of("/usr/local/bin/soffice"),
            Path.of("/opt/libreoffice/program/soffice"));

    private LibreOffice() {}

    /** Skips the test, saying so, where LibreOffice is not installed. */
    public static void assumeInstalled() {
        assumeTrue(PLACES.stream().anyMatch(Files::isExecutable), "LibreOffice (soffice) is not installed");
    }

    /**
     * Converts a file.
     *
     * @param format as soffice names it: xlsx, xls, ods, csv, pdf
     * @param folder where the result goes; its profile is kept there as well
     * @return the converted file
     */
    public static Path convert(Path file, String format, Path folder) throws IOException, InterruptedException {
        return convert(file, format, folder, List.of());
    }

    /** A file of comma-separated values in UTF-8 converted; LibreOffice would take it for Latin letters. */
    public static Path convertCsv(Path file, String format, Path folder) throws IOException, InterruptedException {
        return convert(file, format, folder, List.of("--infilter=Text - txt - csv (StarCalc):44,34,76,1"));
    }

    private static Path convert(Path file, String format, Path folder, List<String> options)
            throws IOException, InterruptedException {
        Path soffice = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        Path log = folder.resolve("soffice.log");
        List<String> command = new ArrayList<>(List.of(
                soffice.toString(),
                "-env:UserInstallation=" + folder.resolve("soffice-profile").toUri(),
                "--headless"));
        command.addAll(options);
        command.addAll(List.of("--convert-to", format, "--outdir", folder.toString(), file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("soffice did not finish: " + file);
        }
        String name = file.getFileName().toString();
        String base = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        Path converted = folder.resolve(base + "." + format.split(":")[0]);
        if (!Files.exists(converted)) {
            throw new IOException("soffice converted nothing: " + Files.readString(log));
        }
        return converted;
    }
}
