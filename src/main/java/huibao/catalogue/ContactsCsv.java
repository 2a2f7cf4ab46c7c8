package huibao.catalogue;

import huibao.catalogue.CsvTable.Row;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code contacts.csv}, which a job may leave out: a line per address. */
final class ContactsCsv {

    private final Path folder;
    private final Problems problems;

    ContactsCsv(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Contacts read(List<Unit> units) {
        Map<UnitCode, List<String>> mail = new TreeMap<>();
        if (Files.exists(folder.resolve(CatalogueReader.CONTACTS))) {
            CsvTable table =
                    CsvTable.read(folder, CatalogueReader.CONTACTS, List.of("unit", "mail"), List.of("name"), problems);
            Map<String, Unit> known = Codes.index(units, unit -> unit.code().value());
            for (Row row : table.rows()) {
                add(row, known, mail);
            }
        }
        return new Contacts(mail);
    }

    private static void add(Row row, Map<String, Unit> units, Map<UnitCode, List<String>> mail) {
        Optional<Unit> unit = Codes.known(row, "unit", units);
        Optional<String> address = row.parsed("mail", MailAddresses.EXPECTED, MailAddresses::require);
        if (unit.isPresent() && address.isPresent()) {
            List<String> known = mail.computeIfAbsent(unit.get().code(), code -> new ArrayList<>());
            if (known.contains(address.get())) {
                row.problem("address twice", address.get(), "each address of a unit once");
            }
            known.add(address.get());
        }
    }
}
