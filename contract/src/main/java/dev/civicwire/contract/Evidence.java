package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a value is there: its place in the article's text, how sure its annotator is, and who that
/// was. In JSON these fields stand beside the value's own.
///
/// @param surface the fullest form in which the value stands in the text
/// @param start offset of that form, inclusive, in UTF-16 code units of [Article#text()]
/// @param end offset of that form, exclusive; `text.substring(start, end)` equals the surface
/// @param confidence probability that the value is right, 0 to 1
/// @param annotator name and version of the rule set or model, such as `money/1`
/// @param mentions every place of the value, the fullest form among them, in text order
public record Evidence(
    @JsonProperty("surface") String surface,
    @JsonProperty("start") int start,
    @JsonProperty("end") int end,
    @JsonProperty("confidence") double confidence,
    @JsonProperty("annotator") String annotator,
    @JsonProperty("mentions") List<Mention> mentions) {
  public Evidence {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is not between 0 and 1: " + confidence);
    }
    mentions = Lists.copy((@Nullable List<Mention>) mentions);
  }

  /// Evidence of one place.
  public static Evidence of(Mention mention, double confidence, String annotator) {
    return of(mention, List.of(mention), confidence, annotator);
  }

  /// Evidence of several places, of which `fullest` is the one to show.
  public static Evidence of(
      Mention fullest, List<Mention> mentions, double confidence, String annotator) {
    double rounded = Math.round(confidence * 1000) / 1000.0;
    List<Mention> sorted = mentions.stream().sorted().distinct().toList();
    return new Evidence(
        fullest.surface(), fullest.start(), fullest.end(), rounded, annotator, sorted);
  }

  /// The place of the fullest form.
  public Mention mention() {
    return new Mention(start, end, surface);
  }
}
