package huibao.attainment;

import huibao.catalogue.Catalogue;
import huibao.model.Fraction;
import huibao.model.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A target's value as it is published, and how it is printed. */
record PublishedValue(Catalogue catalogue) {

    /** The value these sums come to, if they come to one. */
    Optional<BigDecimal> of(Target target, Sums sums) {
        return Formula.of(target, sums)
                .value()
                .map(value -> of(target, value, catalogue.settings().rounding()));
    }

    /** A level is a sum and stays as exact as its parts; a rate is a quotient. */
    static BigDecimal of(Target target, Fraction value, RoundingMode rounding) {
        return target.measure().isRate() ? value.divided(rounding) : value.shortest(rounding);
    }

    int printedDecimals(Target target) {
        return target.measure().isRate()
                ? catalogue.settings().rateDecimals()
                : Math.min(
                        catalogue.settings().levelDecimals(),
                        catalogue.requireItem(target.items().get(0)).decimals());
    }
}
