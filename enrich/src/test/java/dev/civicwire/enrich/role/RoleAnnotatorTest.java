package dev.civicwire.enrich.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.gazetteer.Table;
import dev.civicwire.enrich.name.NameAnnotator;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.LanguageTools;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleAnnotatorTest {
  private static final LanguageTools TOOLS = LanguageTools.load();
  private static final NameAnnotator NAMES = NameAnnotator.load();
  private static final RoleAnnotator ROLES = RoleAnnotator.load();

  static Stream<List<String>> rows() {
    return Table.rows(RoleAnnotatorTest.class, "roles.tsv", 2).stream();
  }

  private static List<RoleValue> roles(String text) {
    Document document =
        Document.of(
            Article.ofText(
                "t", "https://example.org/t", "", text.replace("\\n", "\n"), Optional.empty()),
            TOOLS);
    return ROLES.annotate(document, NAMES.annotate(document));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsPosts(List<String> row) {
    List<String> expected =
        row.get(1).isEmpty() ? List.of() : Arrays.asList(row.get(1).split("\\|"));
    assertThat(
            roles(row.get(0)).stream()
                .map(r -> r.title() + ":" + r.status().name().toLowerCase(Locale.ROOT)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void tellsHolderAndBody() {
    assertThat(roles("Jo Thackray, chief information officer of the Home Office, agreed."))
        .singleElement()
        .satisfies(
            role -> {
              assertThat(role.holder()).contains("Jo Thackray");
              assertThat(role.organisation()).contains("Home Office");
            });
  }

  @Test
  void showsEveryMention() {
    assertThat(roles("The Met Office seeks a chief data officer (CDO). The CDO leads 40 people."))
        .singleElement()
        .satisfies(role -> assertThat(role.evidence().mentions()).hasSize(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "director of ",
        "Director of ",
        "chief ",
        "chief digital and ",
        "head of head of ",
        "CIO ",
        "Job title: Director\n"
      })
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void readsLongTextsOfOnePhraseInLinearTime(String phrase) {
    assertThat(roles(phrase.repeat(600_000 / phrase.length()))).hasSizeLessThan(10);
  }
}
