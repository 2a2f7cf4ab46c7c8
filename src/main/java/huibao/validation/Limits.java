package huibao.validation;

import huibao.model.ItemCode;
import huibao.model.Rule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule's parameters as what they are; nonsense throws, which breaks the rule and nothing else. */
final class Limits {

    private final Rule rule;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, BigDecimal> decimals = new HashMap<>();

    Limits(Rule rule) {
        this.rule = rule;
        rule.parameters().forEach((name, text) -> {
            texts.put(name, text.strip());
            decimal(text.strip()).ifPresent(limit -> decimals.put(name, limit));
        });
    }

    Rule rule() {
        return rule;
    }

    BigDecimal require(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    /** A limit below zero would make every figure wrong: that is a slip of the job folder, not of a district. */
    BigDecimal requireNotNegative(String name) {
        BigDecimal limit = require(name);
        if (limit.signum() < 0) {
            throw new IllegalArgumentException(name + " is negative: " + Texts.plain(limit));
        }
        return limit;
    }

    Optional<BigDecimal> find(String name) {
        Optional<BigDecimal> limit = Optional.ofNullable(decimals.get(name));
        if (limit.isEmpty() && texts.containsKey(name)) {
            throw new IllegalArgumentException(name + " is not a number: " + texts.get(name));
        }
        return limit;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    String requireText(String name) {
        return text(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    ItemCode item(String name) {
        return new ItemCode(requireText(name));
    }

    /** Item codes joined by +. */
    List<ItemCode> items(String name) {
        return Arrays.stream(requireText(name).split("\\+"))
                .map(code -> new ItemCode(code.strip()))
                .toList();
    }

    /** Labels joined by |. */
    List<String> labels(String name) {
        return Arrays.stream(requireText(name).split("\\|"))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
