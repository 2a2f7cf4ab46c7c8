package huibao.spec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Files of other programs, as far as it takes to know them. */
final class ForeignFile {

    private static final int BYTES = 600;
    private static final String TABLE = "指标名称\t代码\t本年累计\r\n技术交易额\tT0204\t3\r\n";

    private static final Map<String, byte[]> HEADS = Map.of(
            "a SYLK table", text("ID;PWXL;N;E\r\nC;Y1;X1;K\"T0204\"\r\nE\r\n"),
            "a DIF table", text("TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n0,3\r\n\"\"\r\n"),
            "a table of dBASE",
                    hex("037b070502000000 4100 1500 0000000000000000000000000000000000000000"
                            + "41 00000000000000000000 43 00000000 0a 000000000000000000000000000000 0d"),
            "a Lotus table", hex("00001a0000100400"),
            "Unicode text", TABLE.getBytes(StandardCharsets.UTF_16LE),
            "a flat OpenDocument table",
                    text("<?xml version=\"1.0\"?><office:document"
                            + " office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"/>"),
            "an e-mail",
                    text("From: a@b.cn\r\nTo: c@d.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
                            + "Content-Type: multipart/mixed\r\n\r\n"),
            "a shortcut", hex("4c0000000114020000000000c000000000000046"));

    private ForeignFile() {}

    static Optional<byte[]> of(String what) {
        return Optional.ofNullable(HEADS.get(what)).map(byte[]::clone);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String head) {
        return Arrays.copyOf(HexFormat.of().parseHex(head.replace(" ", "")), BYTES);
    }
}
