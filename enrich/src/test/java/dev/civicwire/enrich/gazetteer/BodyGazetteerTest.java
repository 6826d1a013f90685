package dev.civicwire.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyGazetteerTest {
  private static final BodyGazetteer GAZETTEER = BodyGazetteer.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Department for Transport          | govuk:department-for-transport
          Birmingham City Council           | gss:E08000025
          Birmingham Council                | gss:E08000025
          CABINET OFFICE                    | govuk:cabinet-office
          HM Courts & Tribunals Service     | govuk:hm-courts-and-tribunals-service
          Moorfields Eye Hospital NHS Foundation Trust | ods:RP6
          Moorfields Eye Hospital Foundation Trust     | ods:RP6
          """)
  void knowsBodiesByNameAndIdentifier(String name, String identifier) {
    Optional<Trie.Match<BodyName>> match = GAZETTEER.longest(Words.of(name), 0);
    assertThat(match).isPresent();
    assertThat(match.get().last()).isEqualTo(Words.of(name).size());
    assertThat(match.get().values())
        .anySatisfy(v -> assertThat(v.body().identifier()).contains(identifier));
  }

  @Test
  void doesNotTakeCommonWordsForNames() {
    assertThat(GAZETTEER.longest(Words.of("home office"), 0)).isEmpty();
    assertThat(GAZETTEER.longest(Words.of("improvement service"), 0)).isEmpty();
  }

  @Test
  void tellsWhetherBodyExisted() {
    assertThat(GAZETTEER.byAcronym("BEIS"))
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.existedIn(2030)).isFalse();
            });
    assertThat(GAZETTEER.byAcronym("DWP")).anySatisfy(b -> assertThat(b.existedIn(2030)).isTrue());
  }
}
