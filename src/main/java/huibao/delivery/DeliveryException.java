package huibao.delivery;

/** A message that could not be handed over. Its text holds no secret and fits on a line. */
final class DeliveryException extends Exception {

    private static final int LONGEST = 300;

    private final Scope scope;

    /** What would fail the same way. */
    enum Scope {
        /** This message only: its recipient or its content is refused. */
        MESSAGE,
        /** This message only, and not for ever: a server that does not know us yet asks for patience. */
        MESSAGE_FOR_NOW,
        /** Every message of the channel: nobody answers, or nobody is let in. */
        CHANNEL
    }

    DeliveryException(Scope scope, String why) {
        super(oneLine(why));
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /** What it says. */
    String why() {
        return String.valueOf(getMessage());
    }

    /** A server's answer is from outside: one line, no control characters, not without end. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
