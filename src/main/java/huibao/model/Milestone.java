package huibao.model;

import java.util.List;
import java.util.Locale;

/**
 * A checkable promise without a number (任务).
 *
 * @param code identifies it
 * @param section section of the report
 * @param heading heading within the section
 * @param nameZh what is promised
 * @param nameEn English name, possibly empty
 * @param verb the report's verb
 * @param kind what counts as kept
 * @param evidence what shows it
 * @param reporters the units that report on it, in print order
 * @param reportLine line in the report
 */
public record Milestone(
        MilestoneCode code,
        String section,
        String heading,
        String nameZh,
        String nameEn,
        String verb,
        MilestoneKind kind,
        String evidence,
        List<UnitCode> reporters,
        int reportLine) {

    public Milestone {
        reporters = List.copyOf(reporters);
    }

    /** Its name in a language; the Chinese one where there is no other. */
    public String nameIn(Locale language) {
        boolean isEnglish = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return isEnglish && !nameEn.isEmpty() ? nameEn : nameZh;
    }
}
