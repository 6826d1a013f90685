package dev.civicwire.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Place;
import dev.civicwire.contract.Value;
import dev.civicwire.enrich.gazetteer.Table;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import dev.civicwire.enrich.text.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameAnnotatorTest {
  private static final NameAnnotator ANNOTATOR = NameAnnotator.load();

  static Stream<List<String>> organisations() {
    return Table.rows(NameAnnotatorTest.class, "organisations.tsv", 2).stream();
  }

  static Stream<List<String>> people() {
    return Table.rows(NameAnnotatorTest.class, "people.tsv", 2).stream();
  }

  static Stream<List<String>> places() {
    return Table.rows(NameAnnotatorTest.class, "places.tsv", 2).stream();
  }

  @ParameterizedTest
  @MethodSource("organisations")
  void findsOrganisations(List<String> row) {
    Names names = ANNOTATOR.annotate(Articles.of(row.get(0)));
    assertThat(names.organisations().stream().map(Organisation::name))
        .containsExactlyInAnyOrderElementsOf(expected(row));
  }

  @ParameterizedTest
  @MethodSource("people")
  void findsPeople(List<String> row) {
    Names names = ANNOTATOR.annotate(Articles.of(row.get(0)));
    assertThat(names.people().stream().map(Person::name))
        .containsExactlyInAnyOrderElementsOf(expected(row));
  }

  @ParameterizedTest
  @MethodSource("places")
  void findsPlaces(List<String> row) {
    Names names = ANNOTATOR.annotate(Articles.of(row.get(0)));
    assertThat(names.places().stream().map(Place::name))
        .containsExactlyInAnyOrderElementsOf(expected(row));
  }

  @Test
  void joinsMentionsOfOnePerson() {
    Names names =
        ANNOTATOR.annotate(
            Articles.of(
                "Ann Thackray, chief executive of Derbyshire County Council, left. \"No,\" said Thackray."));
    assertThat(names.people())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.evidence().mentions()).hasSize(2);
              assertThat(person.post()).contains("chief executive of Derbyshire County Council");
            });
  }

  @Test
  void givesAcronymAndIdentifier() {
    Names names =
        ANNOTATOR.annotate(Articles.of("The Driver and Vehicle Licensing Agency (DVLA) hires."));
    assertThat(names.organisations())
        .singleElement()
        .satisfies(
            body -> {
              assertThat(body.acronym()).contains("DVLA");
              assertThat(body.identifier()).contains("govuk:driver-and-vehicle-licensing-agency");
              assertThat(body.kind()).isEqualTo(Organisation.Kind.PUBLIC);
            });
  }

  @Test
  void choosesBodyOfTheCountryInWhichTheArticlePlays() {
    assertThat(
            ANNOTATOR
                .annotate(Articles.of("In Ireland the HSE, based in Dublin, is an Irish body."))
                .organisations())
        .extracting(Organisation::name)
        .containsExactly("Health Service Executive");
    assertThat(
            ANNOTATOR
                .annotate(Articles.of("In Britain the HSE inspects the UK's factories."))
                .organisations())
        .extracting(Organisation::name)
        .containsExactly("Health and Safety Executive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "director of ",
        "Department of ",
        "(",
        "'s ",
        "Council ",
        "John ",
        "a\n",
        "Alpha, Beta, ",
        "0",
        "\uD83D\uDE00"
      })
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void readsLongTextsOfOneWordInLinearTime(String word) {
    Names names = ANNOTATOR.annotate(Articles.of(word.repeat(600_000 / word.length())));
    assertThat(names.people()).hasSizeLessThan(10);
  }

  @Test
  void anchorsEveryValueWhateverTheText() {
    Random random = new Random(7);
    String text =
        "Sir Alan Thwaite of HM Revenue & Customs (HMRC), Leeds\r\nMr O\u2019Neill \uD83D\uDE00 \u00a0said: the Home\tOffice\u2014DWP\u2019s CIO. A\u0301da Lo\u0301pez, 44 Larkspur Place";
    for (int round = 0; round < 300; round++) {
      StringBuilder mutated = new StringBuilder(text);
      for (int i = 0; i < 8; i++) {
        int at = random.nextInt(mutated.length());
        if (random.nextBoolean()) {
          mutated.deleteCharAt(at);
        } else {
          mutated.insert(at, text.charAt(random.nextInt(text.length())));
        }
      }
      Document document = Articles.of(mutated.toString());
      Names names = ANNOTATOR.annotate(document);
      Stream.<List<? extends Value>>of(names.organisations(), names.people(), names.places())
          .flatMap(List::stream)
          .flatMap(value -> value.evidence().mentions().stream())
          .forEach(m -> assertThat(m.standsIn(document.text())).isTrue());
    }
  }

  private static List<String> expected(List<String> row) {
    return row.get(1).isEmpty() ? List.of() : Arrays.asList(row.get(1).split("\\|"));
  }
}
