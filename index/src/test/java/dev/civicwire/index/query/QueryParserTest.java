package dev.civicwire.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class QueryParserTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /// Columns: what is typed, how it is read, a part of the note (empty: no note).
  @ParameterizedTest
  @CsvFileSource(
      resources = "queries.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1,
      emptyValue = "")
  void reads(String typed, String readAs, String note) {
    ParsedQuery parsed = QueryParser.parse(typed, TODAY);
    assertThat(parsed.readAs()).isEqualTo(readAs);
    if (note.isEmpty()) {
      assertThat(parsed.notes()).isEmpty();
    } else {
      assertThat(String.join("\n", parsed.notes())).contains(note);
    }
  }

  @Test
  void readsWhateverIsTyped() {
    String alphabet = "ab -()\"\u201c:*<>.|&+~^[]{}\\/'?!19k£\u0000\ud83c\u00a0ORANDT\n";
    Random random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String typed = text.toString();
      assertThatCode(() -> QueryParser.parse(typed, TODAY).readAs())
          .as(typed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void readsBackWhatItWrote() {
    String typed = "cloud (hosting OR -\"data centre\") org:DWP salary:>60k";
    String once = QueryParser.parse(typed, TODAY).readAs();
    assertThat(QueryParser.parse(once, TODAY).readAs()).isEqualTo(once);
  }

  @Test
  void boundsLengthDepthAndNumberOfTerms() {
    assertThat(QueryParser.parse("(".repeat(5_000), TODAY).notes())
        .anyMatch(n -> n.contains("nested deeper"));
    assertThat(QueryParser.parse("a OR ".repeat(1_000) + "b", TODAY).notes())
        .anyMatch(n -> n.contains("first 200 terms"));
    assertThat(QueryParser.parse("x".repeat(100_000), TODAY).notes())
        .anyMatch(n -> n.contains("first 8000 characters"));
  }
}
