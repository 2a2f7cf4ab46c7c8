package huibao.cli;

import huibao.message.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the language asked for. */
public final class UsageErrors {

    private UsageErrors() {}

    public static String text(ParameterException exception, Messages messages) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            return messages.text(
                    "usage.unmatched",
                    Map.of(
                            "found",
                            String.join(" ", unmatched.getUnmatched()),
                            "suggestion",
                            suggestions.isEmpty() ? "" : suggestions.get(0)));
        }
        if (exception instanceof MissingParameterException missing) {
            return messages.text(
                    "usage.missing",
                    Map.of(
                            "found",
                            missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", "))));
        }
        if (exception instanceof OverwrittenOptionException twice) {
            return messages.text("usage.twice", Map.of("found", name(twice.getOverwritten())));
        }
        if (exception.getArgSpec() != null && exception.getValue() != null) {
            return messages.text(
                    "usage.value", Map.of("option", name(exception.getArgSpec()), "found", exception.getValue()));
        }
        return messages.text("usage.other", Map.of("found", String.valueOf(exception.getMessage())));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + argument.paramLabel()
                : argument.paramLabel();
    }
}
