package huibao.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.Certainty;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Light;
import huibao.model.Milestone;
import huibao.model.MilestoneKind;
import huibao.model.MilestoneStatus;
import huibao.model.Rule;
import huibao.model.SeasonalPace;
import huibao.model.SourceFile;
import huibao.model.SubmissionRecord;
import huibao.model.Target;
import huibao.model.UnitCode;
import huibao.model.YearEnd;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The members of those records of the model that are not written as they stand. */
final class ModelMembers {

    /** What stands in for each type's annotations. */
    static final Map<Class<?>, Class<?>> BY_TYPE = Map.of(
            Target.class, OfTarget.class,
            Item.class, OfItem.class,
            Rule.class, OfRule.class,
            Milestone.class, OfMilestone.class,
            MilestoneStatus.class, OfMilestoneStatus.class,
            Attainment.class, OfAttainment.class,
            Assumption.class, OfAssumption.class,
            Certainty.class, OfCertainty.class,
            SubmissionRecord.class, OfSubmission.class,
            SourceFile.class, OfFile.class);

    private ModelMembers() {}

    @JsonIgnoreProperties("code")
    @JsonPropertyOrder({
        "section", "heading", "report_line", "name_zh",
        "name_en", "as_written", "qualifier", "comparator",
        "target_value", "unit_measure", "measure", "items",
        "scale", "pace", "level", "notes"
    })
    interface OfTarget {
        @JsonProperty("target_value")
        BigDecimal value();
    }

    @JsonIgnoreProperties("kind")
    interface OfRule {
        @JsonProperty("rule")
        String code();
    }

    interface OfItem {
        @JsonProperty("item")
        ItemCode code();
    }

    @JsonIgnoreProperties("code")
    @JsonPropertyOrder({"section", "heading", "report_line"})
    interface OfMilestone {
        @JsonProperty("milestone_kind")
        MilestoneKind kind();
    }

    @JsonIgnoreProperties({"period", "milestone", "ref_area"})
    @JsonPropertyOrder({"status", "light", "state"})
    interface OfMilestoneStatus {
        @JsonProperty
        Light light();
    }

    @JsonIgnoreProperties({"period", "target"})
    @JsonPropertyOrder({
        "ref_area", "target_value", "basis", "obs_value",
        "obstacle", "level_value", "prior_year_value", "denominator_value",
        "growth_percent", "completion_percent", "pace_percent", "pace_gap_points",
        "status", "light", "above_band", "rank",
        "reporting_rate", "obs_status", "seasonal", "projected_value",
        "forecast_value", "year_end", "low_value", "high_value"
    })
    interface OfAttainment {
        @JsonProperty
        Light light();

        @JsonUnwrapped(prefix = "seasonal_")
        SeasonalPace seasonal();

        @JsonUnwrapped
        YearEnd yearEnd();
    }

    @JsonIgnoreProperties("range")
    interface OfAssumption {
        @JsonProperty("ref_area")
        UnitCode unit();

        @JsonProperty("assumption")
        Assumption.Kind kind();

        @JsonProperty
        Optional<BigDecimal> lowValue();

        @JsonProperty
        Optional<BigDecimal> highValue();
    }

    interface OfCertainty {
        @JsonValue
        String column();
    }

    @JsonIgnoreProperties({"receipt", "period", "form", "arrived_at", "synthetic"})
    interface OfSubmission {
        @JsonProperty("ref_area")
        Optional<UnitCode> unit();

        @JsonUnwrapped
        SourceFile file();
    }

    interface OfFile {
        @JsonProperty("file_name")
        String name();
    }
}
