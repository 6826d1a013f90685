package dev.civicwire.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
  static Stream<List<String>> rows() {
    return Table.rows(WordsTest.class, "words.tsv", 2).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void cutsTextIntoWords(List<String> row) {
    Words words = Words.of(row.get(0));
    List<String> found = IntStream.range(0, words.size()).mapToObj(words::surface).toList();
    assertThat(found).containsExactly(row.get(1).split("\\|"));
  }

  @Test
  void endsSentencesAtFullStopsButNotBehindAbbreviations() {
    Words words = Words.of("Dr. Ann left. Bob stayed in St. Ives.");
    assertThat(words.sameSentence(0, 3)).isTrue();
    assertThat(words.startsSentence(words.at(14))).isTrue();
    assertThat(words.sameSentence(words.at(14), words.size() - 1)).isTrue();
  }

  @Test
  void goesOnAcrossLinesThatWereWrapped() {
    String text =
        """
        the council which has been looking for a chief data
        officer since the early spring of last year has now
        given up and turned to the neighbouring council for
        help with that and with the many other things that
        have been left undone.""";
    Words words = Words.of(text);
    assertThat(words.sameSentence(0, words.size() - 1)).isTrue();
    assertThat(Words.of("Leeds\nYork").sameSentence(0, 1)).isFalse();
  }

  @Test
  void isEmptyForEmptyText() {
    assertThat(Words.of("").size()).isZero();
    assertThat(Words.of(" \n ").size()).isZero();
  }
}
