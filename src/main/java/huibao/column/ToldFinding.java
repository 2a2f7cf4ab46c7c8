package huibao.column;

import huibao.model.Finding;

/**
 * A finding with its texts.
 *
 * @param number its place in reporting order, from 1
 * @param finding what was found
 * @param expectedZh what should stand there, in Chinese
 * @param expectedEn the same in English
 * @param messageZh what is wrong, in Chinese
 * @param messageEn the same in English
 */
public record ToldFinding(
        int number, Finding finding, String expectedZh, String expectedEn, String messageZh, String messageEn) {}
