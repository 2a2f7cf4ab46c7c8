package huibao.workbook.summary;

import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * How a cell looks, apart from its number format.
 *
 * @param align horizontal alignment
 * @param face type face
 * @param fill six hexadecimal digits; empty for none
 * @param edge rules around the cell
 */
record Look(HorizontalAlignment align, Face face, String fill, Edge edge) {

    static final Look LEFT = new Look(HorizontalAlignment.LEFT, Face.BODY, "", Edge.THIN);
    static final Look CENTRE = LEFT.aligned(HorizontalAlignment.CENTER);
    static final Look RIGHT = LEFT.aligned(HorizontalAlignment.RIGHT);
    /** A figure of a zone, which is in its host's already. */
    static final Look WITHIN = RIGHT.filled("F5F5F5");

    static final Look LINK = LEFT.faced(Face.LINK);
    static final Look SOURCED = RIGHT.faced(Face.SOURCED);
    /** One of the first places. */
    static final Look LEADING = CENTRE.faced(Face.BOLD).filled("DDE6F0");

    static final Look BAND = LEFT.faced(Face.BOLD).filled("EDEDED");
    static final Look HEADER = CENTRE.faced(Face.HEADER).filled("DDE6F0");
    static final Look TITLE = new Look(HorizontalAlignment.CENTER, Face.TITLE, "", Edge.NONE);
    static final Look NOTE = new Look(HorizontalAlignment.LEFT, Face.NOTE, "", Edge.NONE);
    static final Look BANNER = TITLE.faced(Face.BANNER);

    /** Type faces; names a Chinese office has, which other systems replace by what they have. */
    enum Face {
        TITLE("黑体", 18),
        HEADER("黑体", 10.5),
        BANNER("黑体", 12),
        BOLD("宋体", 10.5),
        BODY("宋体", 10.5),
        LINK("宋体", 10.5),
        /** A figure that leads to the rows it comes from. */
        SOURCED("宋体", 10.5),
        WHITE("宋体", 10.5),
        NOTE("宋体", 10);

        private final String font;
        private final double points;

        Face(String font, double points) {
            this.font = font;
            this.points = points;
        }

        String font() {
            return font;
        }

        double points() {
            return points;
        }

        boolean isBold() {
            return this != BODY && this != LINK && this != SOURCED && this != NOTE;
        }
    }

    /** Rules around a cell. */
    enum Edge {
        NONE,
        THIN
    }

    Look aligned(HorizontalAlignment other) {
        return new Look(other, face, fill, edge);
    }

    Look faced(Face other) {
        return new Look(align, other, fill, edge);
    }

    Look filled(String other) {
        return new Look(align, face, other, edge);
    }
}
