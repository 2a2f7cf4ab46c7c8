package huibao.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system calls of a process that concern files below one folder, in the order in which they ended.
 *
 * @param root the folder
 * @param worker the thread that does the work, the first that Java starts; 0 of no trace
 */
record Trace(Path root, int worker, List<SystemCall> calls) {

    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. (\\w+) resumed>(.*)");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)");
    private static final Pattern RESULT =
            Pattern.compile(".*\\) += (-?\\d+|\\?)[^ ]*(?: (E[A-Z]+))?.*?(\\(INJECTED\\))?");
    private static final Pattern NAMED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern OPEN = Pattern.compile("^\\d+<((?:[^>\\\\]|\\\\.)*)>");
    private static final String UNFINISHED = " <unfinished ...>";

    Trace {
        calls = List.copyOf(calls);
    }

    /** Reads what {@code strace -f -y -o} wrote. */
    static Trace read(Path log, Path root) throws IOException {
        List<SystemCall> calls = new ArrayList<>();
        Map<Integer, String> begun = new HashMap<>();
        TreeSet<Integer> threads = new TreeSet<>();
        for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            int thread = Integer.parseInt(matcher.group(1));
            threads.add(thread);
            String text = matcher.group(2);
            Matcher resumed = RESUMED.matcher(text);
            if (text.endsWith(UNFINISHED)) {
                begun.put(thread, text.substring(0, text.length() - UNFINISHED.length()));
            } else if (resumed.matches()) {
                add(calls, root, thread, begun.getOrDefault(thread, "") + resumed.group(2));
                begun.remove(thread);
            } else {
                add(calls, root, thread, text);
            }
        }
        begun.forEach((thread, text) -> add(calls, root, thread, text + ") = ?"));
        return new Trace(root, threads.stream().skip(1).findFirst().orElse(0), calls);
    }

    private static void add(List<SystemCall> calls, Path root, int thread, String text) {
        Matcher call = CALL.matcher(text);
        Matcher result = RESULT.matcher(text);
        if (!call.matches() || !result.matches()) {
            return;
        }
        List<Path> paths = paths(call.group(2));
        if (paths.stream().noneMatch(path -> path.startsWith(root) && !path.startsWith(root.resolve("tmp")))) {
            return;
        }
        SystemCall.End end = result.group(1).equals("?")
                ? SystemCall.End.NEVER
                : result.group(3) == null ? SystemCall.End.DONE : SystemCall.End.INJECTED;
        calls.add(new SystemCall(thread, call.group(1), paths, result.group(2) == null ? "" : result.group(2), end));
    }

    private static List<Path> paths(String arguments) {
        List<Path> paths = new ArrayList<>();
        Matcher open = OPEN.matcher(arguments);
        if (open.find()) {
            paths.add(Path.of(unescape(open.group(1))));
            return paths;
        }
        Matcher named = NAMED.matcher(arguments);
        while (named.find()) {
            paths.add(Path.of(unescape(named.group(1))));
        }
        return paths;
    }

    private static String unescape(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                bytes.write(text.charAt(i));
                continue;
            }
            int end = i + 1;
            while (end < text.length() && end < i + 4 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                end++;
            }
            if (end > i + 1) {
                bytes.write(Integer.parseInt(text.substring(i + 1, end), 8));
                i = end - 1;
            } else {
                i++;
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The path as it is in every copy of the folder. */
    String name(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }

    /** Calls that strace made fail. */
    List<SystemCall> injected() {
        return calls.stream()
                .filter(call -> call.end() == SystemCall.End.INJECTED)
                .toList();
    }

    /** Every call with its place among its like. */
    List<Site> sites() {
        Map<String, Integer> inAll = new HashMap<>();
        Map<String, Integer> inThread = new HashMap<>();
        List<Site> sites = new ArrayList<>();
        Map<String, Integer> furthest = new HashMap<>();
        for (SystemCall call : calls) {
            String like = call.name() + " " + name(call.path());
            int nthOfThread = inThread.merge(call.thread() + " " + like, 1, Integer::sum);
            boolean shadowed = furthest.getOrDefault(like, 0) >= nthOfThread;
            furthest.merge(like, nthOfThread, Math::max);
            sites.add(new Site(
                    call.name(), name(call.path()), inAll.merge(like, 1, Integer::sum), nthOfThread, shadowed));
        }
        return sites;
    }

    /**
     * A call of a run, to be found again in another run of the same.
     *
     * @param call its name
     * @param file the first file it names, below the folder
     * @param nth its place among all calls of that name on that file, from 1
     * @param nthOfThread its place among those its thread made, which is how strace counts
     * @param shadowed whether another thread had made as many before, so that strace would take that one's
     */
    record Site(String call, String file, int nth, int nthOfThread, boolean shadowed) {

        /** The same call, whichever thread makes it. */
        String key() {
            return call + " " + file + " #" + nth;
        }
    }
}
