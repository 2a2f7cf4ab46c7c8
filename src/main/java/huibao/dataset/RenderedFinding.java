package huibao.dataset;

import huibao.model.SourcedFinding;

/**
 * A finding with its texts.
 *
 * @param finding the finding with its submission
 * @param expected what should stand there, in Chinese
 * @param messageZh what is wrong, in Chinese
 * @param messageEn what is wrong, in English
 */
public record RenderedFinding(SourcedFinding finding, String expected, String messageZh, String messageEn) {}
