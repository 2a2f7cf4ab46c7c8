package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.model.SubmissionRecord;

/** What a workbook sent back to its sender is called. */
public final class ReturnName {

    private static final int LONGEST = 40;

    private final Catalogue catalogue;

    public ReturnName(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public String of(SubmissionRecord record) {
        return record.unit()
                        .map(code -> code + "-" + catalogue.requireUnit(code).nameZh() + "-v" + record.version())
                        .orElseGet(() -> record.submissionId() + "-"
                                + harmless(record.file().name()))
                + ".xlsx";
    }

    /** What is left of a name from outside when it has to be part of one of ours. */
    private static String harmless(String name) {
        String base = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[^\\p{L}\\p{N}_-]+", "_");
        return base.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
