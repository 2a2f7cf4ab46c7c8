package huibao.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A program of its own that inflates the sheets of all forms in a folder and does nothing with what comes out. */
final class Inflate {

    private Inflate() {}

    public static void main(String[] arguments) throws IOException {
        byte[] buffer = new byte[65_536];
        long inflated = 0;
        for (Path form : Folders.files(Path.of(arguments[0]))) {
            try (ZipFile zip = new ZipFile(form.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().startsWith("xl/worksheets/")) {
                        inflated += drain(zip.getInputStream(entry), buffer);
                    }
                }
            }
        }
        System.out.println(inflated);
    }

    private static long drain(InputStream sheet, byte[] buffer) throws IOException {
        try (sheet) {
            long size = 0;
            for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
                size += read;
            }
            return size;
        }
    }
}
