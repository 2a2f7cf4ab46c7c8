package huibao.model;

/**
 * A parameter that a kind of rule takes in {@code rules.csv}.
 *
 * @param name what stands before the equals sign
 * @param type what its text must be
 * @param required whether it must be there
 */
public record RuleParameter(String name, Type type, boolean required) {

    /** What a parameter's text must be. */
    public enum Type {
        DECIMAL("a plain decimal number"),
        ITEM("an item code of items.csv"),
        ITEMS("item codes of items.csv joined by +"),
        LABELS("labels joined by |"),
        YES_NO("yes or no");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** The same in words, for whoever writes the line. */
        public String text() {
            return text;
        }
    }

    static RuleParameter limit(String name) {
        return new RuleParameter(name, Type.DECIMAL, true);
    }

    static RuleParameter optionalLimit(String name) {
        return new RuleParameter(name, Type.DECIMAL, false);
    }

    static RuleParameter optionalYes(String name) {
        return new RuleParameter(name, Type.YES_NO, false);
    }

    static RuleParameter item(String name) {
        return new RuleParameter(name, Type.ITEM, true);
    }

    static RuleParameter itemSum(String name) {
        return new RuleParameter(name, Type.ITEMS, true);
    }

    static RuleParameter labels(String name) {
        return new RuleParameter(name, Type.LABELS, true);
    }
}
