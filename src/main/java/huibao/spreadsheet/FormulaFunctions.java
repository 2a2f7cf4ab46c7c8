package huibao.spreadsheet;

import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.formula.OperationEvaluationContext;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.EvaluationException;
import org.apache.poi.ss.formula.eval.OperandResolver;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.functions.FreeRefFunction;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.jspecify.annotations.Nullable;

/**
 * The functions that are calculated again: those whose work and memory grow with the cells they are given, and which
 * give the same every time. Whatever asks whether something is an error leaves a trace of the errors it saw.
 */
final class FormulaFunctions implements UDFFinder {

    /** Built into the file format. */
    static final Set<String> BUILT_IN = Set.of(
            "SUM",
            "ROUND",
            "ROUNDUP",
            "ROUNDDOWN",
            "IF",
            "AND",
            "OR",
            "NOT",
            "TRUE",
            "FALSE",
            "ISNUMBER",
            "ISBLANK",
            "ISTEXT",
            "N",
            "VALUE",
            "ABS",
            "INT",
            "SIGN",
            "SQRT",
            "MOD",
            "MIN",
            "MAX",
            "AVERAGE",
            "COUNT",
            "COUNTA",
            "COUNTIF",
            "SUMIF",
            "SUMPRODUCT",
            "PRODUCT",
            "VLOOKUP",
            "HLOOKUP",
            "LOOKUP",
            "INDEX",
            "MATCH",
            "CHOOSE",
            "POWER",
            "LEFT",
            "RIGHT",
            "MID",
            "TRIM",
            "LEN",
            "EXACT",
            "LARGE",
            "SMALL",
            "MEDIAN",
            "SUBTOTAL",
            "SUMSQ");

    /** Added since. */
    private static final Set<String> ADDED =
            Set.of("IFERROR", "IFNA", "SUMIFS", "COUNTIFS", "AVERAGEIFS", "AVERAGEIF", "IFS", "SWITCH", "XLOOKUP");

    /** Where these stand, a text is as good as a number. */
    static final Set<String> COUNTING = Set.of("COUNTA", "COUNTIF", "COUNTIFS", "LEN");

    private static final Set<String> CATCHING = Set.of("IFERROR", "IFNA");
    private static final Set<String> ASKING = Set.of("ISERROR", "ISERR", "ISNA");
    private static final String TRACED = "TRACED.";
    private static final String LATER = "_XLFN.";

    private FormulaTrail trail;

    FormulaFunctions(FormulaTrail trail) {
        this.trail = trail;
    }

    void follow(FormulaTrail next) {
        trail = next;
    }

    /** The formula with traced functions in place of those that ask for errors; texts in quotes stay. */
    static String traced(String formula) {
        String[] parts = formula.split("\"", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replaceAll("(?i)(?<![A-Z.])(ISERROR|ISERR|ISNA)\\(", TRACED + "$1(");
        }
        return String.join("\"", parts);
    }

    static boolean isKnown(String name) {
        return ADDED.contains(bare(name)) || ASKING.contains(bare(name));
    }

    /** The name as people write it. */
    static String bare(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String later = upper.startsWith(LATER) ? upper.substring(LATER.length()) : upper;
        return later.startsWith(TRACED) ? later.substring(TRACED.length()) : later;
    }

    @Override
    public @Nullable FreeRefFunction findFunction(String name) {
        String bare = bare(name);
        if (ASKING.contains(bare)) {
            return (args, at) -> isError(bare, args, at);
        }
        if (!ADDED.contains(bare)) {
            return null;
        }
        FreeRefFunction function = AggregatingUDFFinder.DEFAULT.findFunction(bare);
        if (function == null || !CATCHING.contains(bare)) {
            return function;
        }
        return (args, at) -> {
            if (args.length > 0 && error(args[0], at) != null) {
                trail.error(bare);
            }
            return function.evaluate(args, at);
        };
    }

    private ValueEval isError(String name, ValueEval[] args, OperationEvaluationContext at) {
        if (args.length != 1) {
            return ErrorEval.VALUE_INVALID;
        }
        ErrorEval error = error(args[0], at);
        if (error != null) {
            trail.error(name);
        }
        boolean isNotAvailable = error == ErrorEval.NA;
        return BoolEval.valueOf(error != null
                && (!name.equals("ISNA") || isNotAvailable)
                && (!name.equals("ISERR") || !isNotAvailable));
    }

    private static @Nullable ErrorEval error(ValueEval argument, OperationEvaluationContext at) {
        try {
            return OperandResolver.getSingleValue(argument, at.getRowIndex(), at.getColumnIndex())
                            instanceof ErrorEval error
                    ? error
                    : null;
        } catch (EvaluationException raised) {
            return raised.getErrorEval();
        }
    }
}
