package dev.civicwire.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
  private static final LanguageTools TOOLS = LanguageTools.load();

  @Test
  void keepsEveryOffsetWhenItNormalises() {
    String text = "“Pay” – £45,000—£52,000\u00a0a year\r\nJosé 😀 e\u0301nd’s\u2028x";
    Document document = document(text);
    assertThat(document.normal()).hasSameSizeAs(text).contains("\"Pay\" - £45,000-£52,000 a year");
    assertThat(document.tokens())
        .allSatisfy(
            t ->
                assertThat(document.normal().substring(t.start(), t.end())).isEqualTo(t.surface()));
  }

  @Test
  void splitsSentencesAtLinesAndStopsButNotAtAbbreviations() {
    String text =
        "It costs £1.2bn. Dr. Smith of St. Albans lives at No. 10 and starts at 9 a.m. on Monday."
            + " He left.\nHeading without stop\nMs. Jones came.";
    assertThat(sentences(text))
        .containsExactly(
            "It costs £1.2bn.",
            "Dr. Smith of St. Albans lives at No. 10 and starts at 9 a.m. on Monday.",
            "He left.",
            "Heading without stop",
            "Ms. Jones came.");
  }

  @Test
  void keepsAmountsAndPossessivesApartAsTokens() {
    assertThat(document("The DWP's £162.5k to £42,120–£47,250 don't").tokens())
        .extracting(Token::surface)
        .containsExactly(
            "The", "DWP", "'s", "£", "162.5k", "to", "£", "42,120", "-", "£", "47,250", "don't");
  }

  @Test
  void readsLabelsOfLinesButNoTimes() {
    List<Line> lines = document("Closing date: 12 May\nAt 10:30 we met\nGrade | SEO").lines();
    assertThat(lines.get(0).label().orElseThrow().text()).isEqualTo("closing date");
    assertThat(lines.get(1).label()).isEmpty();
    assertThat(lines.get(2).label().orElseThrow().text()).isEqualTo("grade");
  }

  @Test
  void tagsPartsOfSpeechOnlyWhenAsked() {
    Token verb = document("She leads the department.").tokens().get(1);
    assertThat(verb.pos()).isEqualTo("VERB");
    assertThat(verb.lemma()).isEqualTo("lead");
  }

  @ParameterizedTest
  @CsvSource({
    "en, The council is looking for a director of digital services.",
    "fr, Le conseil cherche un directeur pour les services de la ville et du pays.",
    "de, Die Stadt sucht für das Amt einen Leiter und eine Leiterin mit Erfahrung.",
    "cy, Mae'r cyngor yn chwilio am gyfarwyddwr ar gyfer y gwasanaeth ac mae hefyd yn y dref.",
    "ar, المجلس يبحث عن مدير رقمي",
    "und, 12345 67890"
  })
  void tellsLanguages(String language, String text) {
    assertThat(document(text).language()).isEqualTo(language);
  }

  private static List<String> sentences(String text) {
    return document(text).sentences().stream()
        .map(s -> text.substring(s.start(), s.end()))
        .toList();
  }

  private static Document document(String text) {
    return Document.of(Article.ofText("id", "test:", "", text, Optional.empty()), TOOLS);
  }
}
