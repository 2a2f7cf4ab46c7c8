package huibao.store;

import huibao.column.ToldFinding;
import huibao.message.Messages;
import huibao.model.Finding;

/**
 * The texts findings are published with.
 *
 * @param chinese for the columns {@code message_zh} and {@code expected}
 * @param english for the columns {@code message_en} and {@code expected_en}
 */
record FindingTexts(Messages chinese, Messages english) {

    ToldFinding of(int number, Finding finding) {
        return new ToldFinding(
                number,
                finding,
                chinese.expected(finding),
                english.expected(finding),
                chinese.message(finding),
                english.message(finding));
    }
}
