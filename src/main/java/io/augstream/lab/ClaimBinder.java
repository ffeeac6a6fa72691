package io.augstream.lab;

import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Binds {@code claims}: {@code [{text: "…", metric: gap, arm: rotate, than: none, direction: less, expected: held}]}. The metric is
 * the file's primary one, the other arm the baseline and the expected answer held, where the file does not say. In place of another
 * arm, {@code than} may be a number, {@code arm} and {@code than} may be two arms each, for the effects of first against second, and {@code between: [0.9, 1.1]} stands for {@code than} and {@code direction}.
 */
public final class ClaimBinder {
    private final List<String> arms;
    private final String baseline;
    private final Metric primary;
    private final boolean shareTheirWork;
    private final List<String> unwatched;

    private ClaimBinder(MeasureSettings measure) {
        arms = measure.arms().stream().map(Arm::name).toList();
        baseline = measure.baseline();
        primary = measure.primary();
        shareTheirWork = measure.arms().stream()
                .anyMatch(arm -> arm.training().train().threads().orElse(1) > 1);
        unwatched = measure.arms().stream()
                .filter(arm -> arm.training().train().health().isEmpty())
                .map(Arm::name)
                .toList();
    }

    static List<Claim> bind(List<Value> claims, MeasureSettings measure) {
        ClaimBinder binder = new ClaimBinder(measure);
        return claims.stream()
                .map(claim -> claim.section().build(binder::claim))
                .toList();
    }

    private Claim claim(Section claim) {
        return new Claim(
                text(claim.get("text")),
                metric(claim),
                pair(claim.get("arm")).map(Pair::of).orElseGet(() -> arm(claim.get("arm"))),
                statement(claim),
                expected(claim));
    }

    /** Two arms that stand for the effect of the first against the second. */
    private record Pair(String of, String against) {}

    private Optional<Pair> pair(Value arms) {
        if (!arms.isList()) {
            return Optional.empty();
        }
        List<Value> two = arms.list();
        if (two.size() != 2) {
            throw arms.error("must be one arm, or two for the effect of the first against the second");
        }
        return Optional.of(new Pair(arm(two.get(0)), arm(two.get(1))));
    }

    private static String text(Value text) {
        if (!Wording.isOneLine(text.text())) {
            throw text.error("must say what is claimed, in one line without control characters");
        }
        return text.text();
    }

    /** What a claim may expect is all but that it is not judged. */
    private static Answer expected(Section claim) {
        List<Answer> answers = List.of(Answer.HELD, Answer.CONTRADICTED, Answer.NOT_SHOWN);
        return claim.find("expected")
                .map(value -> answers.stream()
                        .filter(answer -> answer.id().equals(value.text()))
                        .findFirst()
                        .orElseThrow(() -> value.error("'" + value.text() + "' is not known"
                                + Suggestion.of(
                                        value.text(),
                                        answers.stream().map(Answer::id).toList()))))
                .orElse(Answer.HELD);
    }

    private Metric metric(Section claim) {
        Metric metric = claim.choice("metric", Metric.class, primary);
        if (metric == Metric.STEP_TIME && shareTheirWork) {
            throw claim.get("metric")
                    .error("'step_time' is the time of one thread, and an arm's train.threads is above 1");
        }
        if (metric.isOfHealth() && !unwatched.isEmpty()) {
            throw claim.get("metric")
                    .error("'" + metric.id() + "' is seen by train.health, which is false of the arm '"
                            + unwatched.get(0) + "'");
        }
        return metric;
    }

    private Statement statement(Section claim) {
        Optional<Value> between = claim.find("between");
        if (between.isPresent()) {
            if (claim.get("arm").isList()) {
                throw claim.get("arm").error("must be one arm, as 'between' holds one against numbers");
            }
            return between(between.get());
        }
        Statement.Direction direction =
                direction(claim.find("direction").orElseThrow(() -> claim.missing("direction", "or 'between'")));
        Optional<Value> than = claim.find("than");
        Optional<Pair> effect = pair(claim.get("arm"));
        if (effect.isPresent()) {
            Value other = than.orElseThrow(() -> claim.error("'than' must be two arms, as 'arm' has"));
            Pair others = pair(other).orElseThrow(() -> other.error("must be two arms, as 'arm' has"));
            return new Statement.Effects(effect.get().against(), others.of(), others.against(), direction);
        }
        if (than.isPresent() && !arms.contains(than.get().text()) && than.get().isNumber()) {
            double number = than.get().number();
            return direction == Statement.Direction.LESS
                    ? new Statement.Between(Double.NEGATIVE_INFINITY, number)
                    : new Statement.Between(number, Double.POSITIVE_INFINITY);
        }
        return new Statement.Against(than.map(this::arm).orElse(baseline), direction);
    }

    private static Statement between(Value between) {
        List<Value> ends = between.list();
        if (ends.size() != 2) {
            throw between.error("must be two numbers, as in [0.9, 1.1]");
        }
        return new Statement.Between(ends.get(0).number(), ends.get(1).number());
    }

    private static Statement.Direction direction(Value value) {
        List<String> names = Arrays.stream(Statement.Direction.values())
                .map(direction -> direction.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = names.indexOf(value.text());
        if (index < 0) {
            throw value.error("'" + value.text() + "' is not known" + Suggestion.of(value.text(), names));
        }
        return Statement.Direction.values()[index];
    }

    private String arm(Value value) {
        if (!arms.contains(value.text())) {
            throw value.error("no arm is called '" + value.text() + "'" + Suggestion.of(value.text(), arms));
        }
        return value.text();
    }

    /** As a pipeline file says them. */
    static List<Map<String, Object>> written(List<Claim> claims) {
        return claims.stream().map(ClaimBinder::written).toList();
    }

    private static Map<String, Object> written(Claim claim) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", claim.text());
        map.put("metric", claim.metric().id());
        map.put("arm", writtenArm(claim));
        map.putAll(written(claim.statement()));
        map.put("expected", claim.expected().id());
        return map;
    }

    /** As a pipeline file and report.json say whose metric is claimed of. */
    public static Object writtenArm(Claim claim) {
        return claim.statement() instanceof Statement.Effects effects
                ? List.of(claim.arm(), effects.minus())
                : claim.arm();
    }

    /** As a pipeline file and report.json say it. */
    public static Map<String, Object> written(Statement statement) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (statement instanceof Statement.Effects effects) {
            map.put("than", List.of(effects.than(), effects.thanMinus()));
            map.put("direction", effects.direction().name().toLowerCase(Locale.ROOT));
            return map;
        }
        if (statement instanceof Statement.Against against) {
            map.put("than", against.than());
            map.put("direction", against.direction().name().toLowerCase(Locale.ROOT));
            return map;
        }
        Statement.Between between = (Statement.Between) statement;
        if (Double.isInfinite(between.low())) {
            map.put("than", between.high());
            map.put("direction", "less");
        } else if (Double.isInfinite(between.high())) {
            map.put("than", between.low());
            map.put("direction", "greater");
        } else {
            map.put("between", List.of(between.low(), between.high()));
        }
        return map;
    }
}
