package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {
  private static final Article ARTICLE = Samples.article(1);
  private static final byte[] KEY = ARTICLE.id().getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {not json                              | not-json     | no JSON
          ''                                     | not-json     | no JSON
          null                                   | not-json     | no JSON object
          [1, 2]                                 | not-json     | no JSON object
          "text"                                 | not-json     | no JSON object
          {"schema_version":1} {}                | not-json     | no JSON
          {}                                     | invalid      | id is missing
          {"schema_version":1}                   | invalid      | id is missing
          {"schema_version":2}                   | newer-schema | schema version 2
          {"schema_version":2,"text":{"a":"b"}}  | newer-schema | schema version 2
          {"schema_version":"one"}               | invalid      | schema_version
          {"id":[]}                              | invalid      | id
          """)
  void namesWhatItCannotRead(String bytes, String reason, String message) {
    assertThat(Codec.ARTICLE.decode(KEY, bytes.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Decoded.Bad.class,
            bad -> {
              assertThat(bad.reason()).isEqualTo(reason);
              assertThat(bad.message()).contains(message).doesNotContain("\n");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'\"title\":\"Title 1\",', '', title is missing",
    "'\"access\":\"full\"', '\"access\":\"odd\"', access",
    "'\"published\":\"2026-11\"', '\"published\":\"soon\"', published",
    "'\"authors\":[]', '\"authors\":[null]', does not fit its schema",
    "'\"provenance\":[]', '\"provenance\":[{}]', provenance.field is missing"
  })
  void refusesAnArticleThatBreaksItsPromises(String good, String bad, String message) {
    String json = Codec.text(Codec.ARTICLE.encode(ARTICLE));
    assertThat(json).contains(good);
    byte[] bytes = json.replace(good, bad).getBytes(StandardCharsets.UTF_8);
    assertThat(Codec.ARTICLE.decode(KEY, bytes))
        .isInstanceOfSatisfying(
            Decoded.Bad.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo("invalid");
              assertThat(refused.message()).contains(message);
            });
  }

  @Test
  void refusesAKeyThatIsNotTheId() {
    byte[] bytes = Codec.ARTICLE.encode(ARTICLE);
    assertThat(Codec.ARTICLE.decode("other".getBytes(StandardCharsets.UTF_8), bytes))
        .isInstanceOf(Decoded.Bad.class);
    assertThat(Codec.ARTICLE.decode(null, bytes)).isInstanceOf(Decoded.Bad.class);
  }

  @Test
  void readsWhatItWrote() {
    assertThat(Codec.ARTICLE.decode(KEY, Codec.ARTICLE.encode(ARTICLE)))
        .isEqualTo(new Decoded.Good<>(ARTICLE));
    assertThat(Codec.ARTICLE.decode(KEY, null)).isEqualTo(new Decoded.Tombstone<>());
  }

  @Test
  void passesOverFieldsOfNewerWriters() {
    String json = Codec.text(Codec.ARTICLE.encode(ARTICLE)).replaceFirst("\\{", "{\"region\":7,");
    assertThat(Codec.ARTICLE.decode(KEY, json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Decoded.Good<>(ARTICLE));
  }
}
