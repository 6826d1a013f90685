package dev.civicwire.enrich.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.enrich.SharedTagger;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Articles that seek two posts. One is added by adding it to the file: at its head a line for each
/// post, with pay and closing date.
class TwoPostsTest {
  record Row(String id, String published, String title, List<String> posts, String text) {}

  static Stream<Row> rows() throws IOException {
    try (InputStream stream = TwoPostsTest.class.getResourceAsStream("two-posts.txt")) {
      String all =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(TwoPostsTest::row);
    }
  }

  private static Row row(String block) {
    String[] head = block.lines().findFirst().orElseThrow().split(" \\| ", 3);
    List<String> posts =
        block.lines().skip(1).filter(l -> l.startsWith("= ")).map(l -> l.substring(2)).toList();
    String text =
        String.join("\n", block.lines().skip(1).filter(l -> !l.startsWith("= ")).toList());
    return new Row(head[0], head[1], head[2], posts, text.strip());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void givesEachPostItsOwnPayAndDate(Row row) {
    Article article =
        Article.ofText(
            row.id(),
            "test:" + row.id(),
            row.title(),
            row.text(),
            PartialDate.parse(row.published()));
    List<Vacancy> vacancies = SharedTagger.TAGGER.tag(article).vacancies();
    assertThat(vacancies.stream().map(TwoPostsTest::told))
        .containsExactlyInAnyOrderElementsOf(row.posts());
  }

  private static String told(Vacancy vacancy) {
    return "%s | %s-%s | %s"
        .formatted(
            vacancy.role(),
            vacancy.salaryMin().map(BigDecimal::toPlainString).orElse(""),
            vacancy.salaryMax().map(BigDecimal::toPlainString).orElse(""),
            vacancy.deadline().map(PartialDate::value).orElse("-"));
  }
}
