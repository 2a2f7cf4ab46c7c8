package huibao.notice;

import huibao.json.Members;
import huibao.message.Lines;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.NoticeFigures;
import huibao.wording.Wording;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings as notices say them: what was found there only if the job lets figures out. */
final class Phrases {

    /** What a file is that is no form of the job. */
    private static final Set<FindingKind> NO_FORM =
            EnumSet.range(FindingKind.NOT_A_WORKBOOK, FindingKind.NO_FORM_FOUND);

    private final Wording wording;

    Phrases(Wording wording) {
        this.wording = wording;
    }

    /** In a line: what is wrong and where. */
    String finding(Finding finding) {
        return wording.line(
                "notice.finding",
                finding,
                "title",
                said(finding),
                "cells",
                finding.cells().stream().distinct().map(CellRef::toString).collect(Collectors.joining(" ")));
    }

    /** What is wrong. Why a file is no form tells nothing that is reported, but for the first words that stand in it. */
    String said(Finding finding) {
        Messages messages = wording.messages();
        if (showsFigures()) {
            return Lines.oneLine(messages.message(finding));
        }
        return NO_FORM.contains(finding.kind())
                ? Lines.oneLine(messages.message(finding.without("title_at")))
                : messages.title(finding);
    }

    /** The same for programs. */
    Members members() {
        Messages messages = wording.messages();
        return new Members()
                .of(
                        Finding.class,
                        "rule severity item item_name cells title" + (showsFigures() ? " message found" : ""),
                        Map.of(
                                "item_name", finding -> finding.item().map(wording::name),
                                "cells",
                                        finding -> finding.cells().stream()
                                                .distinct()
                                                .toList(),
                                "title", messages::title,
                                "message", messages::message,
                                "found", messages::found));
    }

    private boolean showsFigures() {
        return wording.catalogue().settings().notices().figures() == NoticeFigures.FINDINGS;
    }
}
