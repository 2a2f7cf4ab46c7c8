package huibao.spreadsheet;

/**
 * The file that Excel, Word and WPS lay beside an open one (~$…): the length of the user's name, the name, and blanks
 * up to a fixed place.
 */
final class OfficeLock {

    private static final int NAME_BYTES = 54;
    private static final int LARGEST = 200;

    private OfficeLock() {}

    static boolean test(byte[] file) {
        if (file.length < NAME_BYTES || file.length > LARGEST) {
            return false;
        }
        int name = file[0];
        if (name < 1 || name >= NAME_BYTES) {
            return false;
        }
        for (int at = 1; at <= name; at++) {
            if (file[at] >= 0 && file[at] < ' ') {
                return false;
            }
        }
        for (int at = name + 1; at < NAME_BYTES; at++) {
            if (file[at] != ' ' && file[at] != 0) {
                return false;
            }
        }
        return true;
    }
}
