package dev.civicwire.ingest.extract.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractionEvaluationTest {
  private static final String TEXT =
      "The council has agreed to replace the system behind its planning service this year.";

  @TempDir Path folder;

  @Test
  void countsRunsOfFourWords() {
    BodyScore score = BodyScore.of("a b c d e", "a b c d x y");

    assertThat(score).isEqualTo(new BodyScore(1, 2, 1));
    assertThat(BodyScore.f1(List.of(score))).isCloseTo(0.4, within(1e-9));
    assertThat(BodyScore.f1(List.of(BodyScore.of(TEXT, "")))).isZero();
    assertThat(BodyScore.of("a b c", "")).isEqualTo(new BodyScore(0, 0, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-05, 2025-03-05T23:30:00-05:00, true",
    "2025-03-06, 2025-03-05T23:30:00-0500, true",
    "2025-03-06, 2025-03-05T23:30:00Z, false",
    "2025-03-06, 2025-03-05, false"
  })
  void takesADayAsWrittenOrInUtc(String gold, String given, boolean same) {
    assertThat(Verdicts.sameDay(gold, given)).isEqualTo(same);
  }

  @Test
  void comparesTitlesAndAuthorsByTheirLetters() {
    assertThat(Verdicts.sameTitle("A “new” start", "A \"new\" start!")).isTrue();
    assertThat(
            Verdicts.sameAuthors(List.of("By Ada Roe and Tom Fen"), List.of("Tom Fen", "Ada Roe")))
        .isTrue();
    assertThat(Verdicts.sameAuthors(List.of("Ada Roe"), List.of())).isFalse();
  }

  @Test
  void printsATableBesideAPeerAndSaysWhoLeads() throws IOException {
    Path set = Files.createDirectory(folder.resolve("small"));
    Files.writeString(
        set.resolve("a.html"),
        "<html><body><nav>Home</nav><main><h1>Planning</h1><p>"
            + TEXT
            + "</p></main></body></html>");
    Files.writeString(
        set.resolve("gold.jsonl"),
        "{\"id\":\"a\",\"html_path\":\"a.html\",\"text\":\""
            + TEXT
            + "\",\"title\":\"Planning\"}\n");
    List<String> lines = new ArrayList<>();

    new ExtractionEvaluation(List.of(new Failing())).run(folder, lines::add);

    assertThat(lines).first().isEqualTo("small, 1 pages");
    assertThat(lines).anyMatch(line -> line.contains("civicwire") && line.contains("1.0000"));
    assertThat(lines).anyMatch(line -> line.contains("failing") && line.contains("0.0000"));
    assertThat(lines).last().asString().contains("better in 100.0 %");
  }

  private static final class Failing implements PeerExtractor {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public Answer extract(String html, String url) {
      throw new IllegalStateException("no");
    }
  }

  @Test
  void saysWhereThereIsNoSet() {
    assertThatThrownBy(() -> new ExtractionEvaluation(List.of()).run(folder, line -> {}))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("no gold.jsonl");
  }
}
