package huibao.spreadsheet;

import huibao.model.Finding;
import huibao.model.FindingKind;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes cannot be taken as a workbook; says which finding that is. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,8})$");

    private final FindingKind kind;
    private final String found;
    private final transient Optional<FileContent> content;

    RefusedException(FindingKind kind, String found) {
        super(kind + ": " + found);
        this.kind = kind;
        this.found = found;
        this.content = Optional.empty();
    }

    /** The file is something else. */
    RefusedException(FileContent content) {
        super(content.kind().refusal() + ": " + content.kind().label());
        this.kind = content.kind().refusal();
        this.found = content.kind().label();
        this.content = Optional.of(content);
    }

    /** The file is something else, in whatever encoding. */
    RefusedException(FileKind kind) {
        this(FileContent.of(kind));
    }

    public FindingKind kind() {
        return kind;
    }

    public String found() {
        return found;
    }

    /**
     * What a finding says: what the file is, what helps, and how its name misleads.
     *
     * @param fileName as it was called in the inbox
     */
    public Map<String, String> parameters(String fileName) {
        Map<String, String> parameters = new TreeMap<>(Map.of(Finding.FOUND, found));
        content.ifPresent(what -> {
            parameters.put("advice", what.kind().advice().code());
            parameters.put("encoding", what.encoding());
            Matcher extension = EXTENSION.matcher(fileName);
            if (extension.find()
                    && what.kind().isContradictedBy(extension.group(1).toLowerCase(Locale.ROOT))) {
                parameters.put("extension", extension.group());
            }
        });
        parameters.values().removeIf(String::isEmpty);
        parameters.putIfAbsent(Finding.FOUND, "");
        return parameters;
    }
}
