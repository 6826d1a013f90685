package dev.civicwire.enrich.date;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Line;
import dev.civicwire.enrich.text.Words;
import dev.civicwire.enrich.topic.Profile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a date's place says of it, as features of a learned choice: what the cues say, the form and
/// side of publication, and the words around.
final class DateFeatures {
  /// Cues weigh 2 to 7; features about one.
  private static final double CUE_SCALE = 4;

  private static final int WORDS_BEFORE = 10;
  private static final int WORDS_AFTER = 6;
  private static final int CLOSE = 2;
  private static final double FADE_BEFORE = 0.06;
  private static final double FADE_AFTER = 0.1;

  private final Document document;
  private final Words words;
  private final Profile profile;
  private final DateResolver resolver;

  DateFeatures(Document document, Profile profile, DateResolver resolver) {
    this.document = document;
    this.words = document.words();
    this.profile = profile;
    this.resolver = resolver;
  }

  /// @param said by the cues as a whole
  /// @param scores of each kind's cues
  Map<String, Double> of(
      DateMention mention, PartialDate date, DateDecision said, Map<DateKind, Double> scores) {
    Map<String, Double> features = new HashMap<>();
    features.put("always", 1.0);
    scores.forEach((kind, score) -> features.put("cue " + name(kind), score / CUE_SCALE));
    features.put("due", said.weights().due() / CUE_SCALE);
    features.put("happens", said.weights().happens() / CUE_SCALE);
    features.put("nothing", said.weights().nothing() / CUE_SCALE);
    if (!said.reason().isEmpty()) {
      features.put("rule " + said.reason(), 1.0);
    }
    form(mention, date, features);
    before(mention, date, features);
    after(mention, features);
    label(mention, features);
    return features;
  }

  private void form(DateMention mention, PartialDate date, Map<String, Double> features) {
    String side = side(date);
    features.put("form " + name(mention.form()), 1.0);
    features.put("side " + side, 1.0);
    features.put("form and side " + name(mention.form()) + " " + side, 1.0);
    features.put("length and side " + date.value().replaceFirst("^-+", "").length() + side, 1.0);
    if (mention.time().isPresent()) {
      features.put("time of day", 1.0);
    }
    if (profile.advert()) {
      features.put("advert", 1.0);
      features.put("advert and side " + side, 1.0);
    }
  }

  private String side(PartialDate date) {
    return resolver.isPast(date) ? "past" : resolver.isFuture(date) ? "future" : "now";
  }

  private void before(DateMention mention, PartialDate date, Map<String, Double> features) {
    int first = words.at(mention.start());
    int from = Math.max(words.firstOf(words.sentence(first)), first - WORDS_BEFORE);
    for (int i = first - 1; i >= from; i--) {
      int distance = first - 1 - i;
      features.merge("before " + words.word(i), 1 - FADE_BEFORE * distance, Math::max);
      if (distance < CLOSE) {
        features.put("before, at " + distance + " " + words.word(i), 1.0);
      }
    }
    if (first - 1 >= from) {
      features.put("before and side " + words.word(first - 1) + " " + side(date), 1.0);
    }
    if (first - 2 >= from) {
      features.put("before " + words.word(first - 2) + " " + words.word(first - 1), 1.0);
    }
  }

  private void after(DateMention mention, Map<String, Double> features) {
    int first = words.at(mention.start());
    int last = Math.max(first + 1, words.at(mention.end()));
    int to = Math.min(words.endOf(words.sentence(first)), last + WORDS_AFTER);
    for (int i = last; i < to; i++) {
      features.merge("after " + words.word(i), 1 - FADE_AFTER * (i - last), Math::max);
    }
    if (last < to) {
      features.put("after, at 0 " + words.word(last), 1.0);
    }
  }

  private void label(DateMention mention, Map<String, Double> features) {
    document
        .lineAt(mention.start())
        .flatMap(Line::label)
        .ifPresent(
            label -> {
              features.put("labelled", 1.0);
              for (String word : label.text().split(" ")) {
                features.put("label " + word, 1.0);
              }
            });
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
