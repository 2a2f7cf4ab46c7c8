package huibao.workbook.form;

/** What a cell is coloured with while it is typed. */
enum MarkColour {
    /** It contradicts another figure. */
    RED(0xFFC7CE, 0x9C0006),
    /** It moved far. */
    YELLOW(0xFFD966, 0x7F6000);

    private final int paper;
    private final int letters;

    MarkColour(int paper, int letters) {
        this.paper = paper;
        this.letters = letters;
    }

    int paper() {
        return paper;
    }

    int letters() {
        return letters;
    }
}
