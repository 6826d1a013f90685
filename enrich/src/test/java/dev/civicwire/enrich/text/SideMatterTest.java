package dev.civicwire.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SideMatterTest {
  private static final LanguageTools TOOLS = LanguageTools.load();

  static Stream<String> cases() throws IOException {
    try (InputStream in = SideMatterTest.class.getResourceAsStream("side-matter.txt")) {
      assertThat(in).isNotNull();
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.replaceAll("(?m)^#.*\n", "").split("\n\n"));
    }
  }

  private static Document document(String text) {
    Article article = Article.ofText("t", "https://example.org/t", "", text, Optional.empty());
    return Document.of(article, TOOLS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void blanksWhatStandsBesideTheArticle(String rows) {
    List<String> lines = rows.strip().lines().toList();
    String text =
        String.join("\n", lines.stream().map(l -> l.equals("- ~") ? "" : l.substring(2)).toList());
    String normal = document(text).normal();
    assertThat(normal).hasSameSizeAs(text);
    String[] read = normal.split("\n", -1);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(read[i].isBlank()).as(lines.get(i)).isEqualTo(lines.get(i).startsWith("-"));
    }
  }
}
