package huibao.catalogue;

import java.util.regex.Pattern;

/**
 * What is taken for a mail address: local@domain, without quoting, comments or lists (a subset of RFC 5322), so that
 * one address is one recipient and nothing in it can be another header.
 */
final class MailAddresses {

    static final String EXPECTED = "one mail address such as name@example.org";

    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final int LONGEST = 254;

    private MailAddresses() {}

    /**
     * The address itself.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String require(String text) {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
