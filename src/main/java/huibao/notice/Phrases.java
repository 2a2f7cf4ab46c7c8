package huibao.notice;

import huibao.json.Members;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.NoticeFigures;
import huibao.wording.Wording;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings as notices say them: what was found there only if the job lets figures out. */
final class Phrases {

    private final Wording wording;

    Phrases(Wording wording) {
        this.wording = wording;
    }

    /** In a line: what is wrong and where. */
    String finding(Finding finding) {
        Messages messages = wording.messages();
        return wording.line(
                "notice.finding",
                finding,
                "title",
                showsFigures() ? messages.message(finding) : messages.title(finding),
                "cells",
                finding.cells().stream().distinct().map(CellRef::toString).collect(Collectors.joining(" ")));
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
