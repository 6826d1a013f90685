package dev.civicwire.enrich.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.civicwire.enrich.learn.LogisticTraining.Decided;
import dev.civicwire.enrich.text.Voice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogisticTrainingTest {
  private static final List<String> CLASSES = List.of("due", "over");
  private static final List<Decided> EXAMPLES =
      List.of(
          new Decided(Map.of("by", 1.0, "always", 1.0), "due"),
          new Decided(Map.of("by", 0.8, "until", 1.0, "always", 1.0), "due"),
          new Decided(Map.of("until", 1.0, "always", 1.0), "due"),
          new Decided(Map.of("since", 1.0, "always", 1.0), "over"),
          new Decided(Map.of("since", 0.7, "always", 1.0), "over"),
          new Decided(Map.of("once", 1.0, "always", 1.0), "over"));

  private final LinearModel model = new LogisticTraining(CLASSES, 2, 0.1).train(EXAMPLES);

  @Test
  void decidesAsItsExamplesDo() {
    assertThat(due(Map.of("by", 1.0, "always", 1.0))).isGreaterThan(0.8);
    assertThat(due(Map.of("since", 1.0, "always", 1.0))).isLessThan(0.2);
  }

  @Test
  void knowsNothingOfFeaturesThatWereRare() {
    assertThat(model.size()).isEqualTo(4);
    assertThat(model.text()).doesNotContain("once");
    assertThat(due(Map.of("never seen", 5.0))).isEqualTo(0.5, within(1e-9));
  }

  private double due(Map<String, Double> features) {
    return model.shares(features).getOrDefault("due", 0.0);
  }

  @Test
  void givesTheSameModelOfTheSameExamples() {
    assertThat(new LogisticTraining(CLASSES, 2, 0.1).train(EXAMPLES).text())
        .isEqualTo(model.text());
  }

  @Test
  void tellsWhatSpokeLoudest() {
    assertThat(model.voices(Map.of("by", 1.0, "always", 1.0), "due"))
        .extracting(Voice::phrase)
        .startsWith("by");
  }

  @Test
  void refusesAnAnswerThatIsNoClass() {
    List<Decided> wrong = List.of(new Decided(Map.of("by", 1.0), "perhaps"));
    assertThatThrownBy(() -> new LogisticTraining(CLASSES, 1, 1).train(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("perhaps");
  }
}
