package huibao.submission;

import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.spreadsheet.Numbers;
import huibao.spreadsheet.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reporting units by what people call them. Only exact names count; what is nearly one is a suggestion. Built once
 * for all forms of a job.
 */
final class UnitNames {

    private static final Pattern OFFICE = Pattern.compile("(人民政府|统计局|管委会|管理委员会|发展和改革局|发改局|办公室)$");
    private static final Pattern FORMER = Pattern.compile("(.+)~(\\d{4})");
    private static final Pattern NUMERIC = Pattern.compile("\\d+\\.\\d+([eE][+]?\\d{1,2})?|\\d+[eE][+]?\\d{1,2}");
    private static final Pattern INCLUDING = Pattern.compile("(?:含|包括|包含)(.+)");
    private static final Set<String> FULL_SCOPE = Set.of("全域", "全口径", "大口径", "全部");
    /** A scope in parentheses, or one of its words right behind the name: 鄞州区本级. */
    private static final Pattern SCOPE = Pattern.compile("[(]([^()]*)[)]|(本级|全域|全口径|大口径)$");

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private final Map<UnitCode, Unit> byCode = new HashMap<>();
    private final Map<UnitCode, Set<Unit>> zonesByHost = new HashMap<>();
    private final Map<String, Unit> byName = new HashMap<>();
    /** Names that can be told in running text: full names, aliases, codes. */
    private final NamesInText tellingNames = new NamesInText();

    private final NamesInText shortNames = new NamesInText();
    private final Map<String, Integer> shortNamesInOrder = new HashMap<>();
    /** Names that were given up before the job's year. */
    private final Map<String, Unit> formerNames = new HashMap<>();

    UnitNames(Collection<Unit> units, int year) {
        Optional<String> city = units.stream()
                .filter(unit -> unit.kind() == UnitKind.CITY)
                .map(unit -> Text.key(unit.nameZh()))
                .findFirst();
        for (Unit unit : units) {
            byCode.putIfAbsent(unit.code(), unit);
            unit.host()
                    .ifPresent(host -> zonesByHost
                            .computeIfAbsent(host, h -> new HashSet<>())
                            .add(unit));
            add(unit.nameZh(), unit);
            add(unit.code().value(), unit);
            unit.aliases().forEach(alias -> addAlias(alias, unit, year));
            if (unit.kind() != UnitKind.CITY) {
                city.ifPresent(name -> add(name + Text.key(unit.nameZh()), unit));
            }
            addEnglish(unit);
            String shortName = Text.key(unit.shortZh());
            if (byName.putIfAbsent(shortName, unit) == null) {
                shortNames.add(shortName);
                shortNamesInOrder.put(shortName, shortNamesInOrder.size());
            }
        }
    }

    /** The unit of a code as the catalogue writes it. */
    Optional<Unit> withCode(UnitCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The unit of exactly this name, short name, alias or code, with or without its office. */
    Optional<Unit> find(String typed) {
        String key = plainCode(Text.key(typed));
        Optional<Unit> exact = Optional.ofNullable(byName.get(key));
        return exact.isPresent()
                ? exact
                : Optional.ofNullable(byName.get(OFFICE.matcher(key).replaceFirst("")));
    }

    /** The unit of a name that says it means all of it: 慈溪（含前湾新区）, 鄞州区（全域）. */
    Optional<Unit> findInFullScope(String typed) {
        String key = Text.key(typed);
        Matcher scope = SCOPE.matcher(key);
        if (!scope.find()) {
            return Optional.empty();
        }
        String said = scope.group(1) == null ? scope.group(2) : scope.group(1);
        return find(SCOPE.matcher(key).replaceAll("")).filter(unit -> isFull(unit, said));
    }

    private boolean isFull(Unit unit, String said) {
        if (FULL_SCOPE.contains(said)) {
            return true;
        }
        Matcher including = INCLUDING.matcher(said);
        if (!including.matches()) {
            return false;
        }
        List<Optional<Unit>> named =
                Stream.of(including.group(1).split("[、,和及]")).map(this::find).toList();
        Set<Unit> hosted = zonesByHost.getOrDefault(unit.code(), Set.of());
        return !hosted.isEmpty()
                && named.stream().allMatch(Optional::isPresent)
                && named.stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet())
                        .equals(hosted);
    }

    /** The unit of a name that adds a scope which is not one of its aliases. */
    Optional<Unit> findWithScope(String typed) {
        String key = Text.key(typed);
        String bare = SCOPE.matcher(key).replaceAll("");
        return bare.equals(key) ? Optional.empty() : find(bare);
    }

    /** The units a text mentions: whole names anywhere, short names only where nothing else adjoins them. */
    Set<Unit> mentioned(String text) {
        String rest = Text.key(text);
        Set<Unit> found = new LinkedHashSet<>();
        for (String name : tellingNames.in(rest).stream().sorted(LONGEST_FIRST).toList()) {
            Unit unit = byName.get(name);
            if (unit != null && rest.contains(name) && (!isAscii(name) || standsAlone(rest, name))) {
                found.add(unit);
                rest = rest.replace(name, " ");
            }
        }
        Comparator<String> inOrder = Comparator.comparing(name -> shortNamesInOrder.getOrDefault(name, 0));
        for (String name : shortNames.in(rest).stream().sorted(inOrder).toList()) {
            Unit unit = byName.get(name);
            if (unit != null && standsAlone(rest, name)) {
                found.add(unit);
            }
        }
        return found;
    }

    /** Names one stroke away from what is typed, for a person to choose from; empty text if none. */
    String suggestion(String typed) {
        String key =
                SCOPE.matcher(OFFICE.matcher(Text.key(typed)).replaceFirst("")).replaceAll("");
        Unit former = formerNames.get(plainCode(key));
        if (former != null) {
            return former.nameZh();
        }
        Set<String> near = new LinkedHashSet<>();
        byName.forEach((name, unit) -> {
            if (key.length() > 1 && name.length() > 1 && !isAscii(name) && isOneEditAway(key, name)) {
                near.add(unit.nameZh());
            }
        });
        return String.join("、", near.stream().sorted().toList());
    }

    /** Alone in its place it names the unit; in a running text Ningbo may be anything. */
    private void addEnglish(Unit unit) {
        if (!unit.nameEn().isBlank()) {
            byName.putIfAbsent(Text.key(unit.nameEn()), unit);
            byName.putIfAbsent(Text.key(unit.nameEn() + " District"), unit);
        }
    }

    /** An alias may end in the last year it was used: 奉化市~2016. */
    private void addAlias(String alias, Unit unit, int year) {
        Matcher former = FORMER.matcher(alias);
        if (!former.matches()) {
            add(alias, unit);
        } else if (Integer.parseInt(former.group(2)) >= year) {
            add(former.group(1), unit);
        } else {
            formerNames.putIfAbsent(Text.key(former.group(1)), unit);
        }
    }

    /** A code that a spreadsheet took for a number: 330203.0, 3.30203E+05. */
    private static String plainCode(String key) {
        return NUMERIC.matcher(key).matches()
                ? Numbers.exact(key).map(Numbers::plain).orElse(key)
                : key;
    }

    private void add(String name, Unit unit) {
        String key = Text.key(name);
        if (byName.putIfAbsent(key, unit) == null) {
            tellingNames.add(key);
        }
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }

    private static boolean standsAlone(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            boolean cjk = !isAscii(name);
            if (isFree(text, at - 1, cjk) && isFree(text, at + name.length(), cjk)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFree(String text, int at, boolean digitsMayAdjoin) {
        if (at < 0 || at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        return !Character.isLetterOrDigit(c) || (digitsMayAdjoin && Character.isDigit(c));
    }

    private static boolean isOneEditAway(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int head = 0;
        while (head < Math.min(one.length(), other.length()) && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        String restOne = one.substring(head);
        String restOther = other.substring(head);
        return restOne.length() == restOther.length()
                ? !restOne.isEmpty() && restOne.substring(1).equals(restOther.substring(1))
                : restOne.equals(tail(restOther)) || restOther.equals(tail(restOne));
    }

    private static String tail(String text) {
        return text.isEmpty() ? "" : text.substring(1);
    }
}
