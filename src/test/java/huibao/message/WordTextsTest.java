package huibao.message;

import static org.assertj.core.api.Assertions.assertThatCode;

import huibao.model.Accumulation;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.Channel;
import huibao.model.Lateness;
import huibao.model.Light;
import huibao.model.Measure;
import huibao.model.MilestoneKind;
import huibao.model.MilestoneState;
import huibao.model.MissingReason;
import huibao.model.Obstacle;
import huibao.model.Outcome;
import huibao.model.Pace;
import huibao.model.RevisedFigure;
import huibao.model.RevisionReason;
import huibao.model.Severity;
import huibao.model.SubmissionState;
import huibao.model.TargetBasis;
import huibao.model.TargetComparator;
import huibao.model.UnitKind;
import huibao.model.YearEnd;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTextsTest {

    private static final List<Class<? extends Enum<?>>> READ_BY_PEOPLE = List.of(
            Accumulation.class,
            AttainmentStatus.class,
            Certainty.class,
            Channel.class,
            Lateness.class,
            Light.class,
            Measure.class,
            MilestoneKind.class,
            MilestoneState.class,
            MissingReason.class,
            Obstacle.class,
            Outcome.class,
            Pace.class,
            RevisedFigure.class,
            RevisionReason.class,
            Severity.class,
            SubmissionState.class,
            TargetBasis.class,
            TargetComparator.class,
            UnitKind.class,
            YearEnd.Outlook.class);

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyWordOfTheVocabularyCanBeRead(String language) {
        Messages messages = Messages.in(Locale.forLanguageTag(language));
        for (Class<? extends Enum<?>> type : READ_BY_PEOPLE) {
            for (Enum<?> constant : type.getEnumConstants()) {
                assertThatCode(() -> messages.word(constant)).doesNotThrowAnyException();
            }
        }
    }
}
