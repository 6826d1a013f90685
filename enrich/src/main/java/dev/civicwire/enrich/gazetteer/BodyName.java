package dev.civicwire.enrich.gazetteer;

import java.util.List;
import java.util.stream.IntStream;

/// A name under which a body is known.
///
/// @param body which has it
/// @param form as written
/// @param capitals for each word, whether it is written with a capital
public record BodyName(Body body, String form, List<Boolean> capitals) {
  static BodyName of(Body body, String form) {
    Words words = Words.of(form);
    return new BodyName(
        body, form, IntStream.range(0, words.size()).mapToObj(words::capital).toList());
  }
}
