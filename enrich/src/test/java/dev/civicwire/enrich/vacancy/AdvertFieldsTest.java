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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many of the fields of adverts are read rightly: layouts of many sites, flattened and lined,
/// with what is expected of each at its head. An advert is added by adding it to a file.
class AdvertFieldsTest {
  private static final Map<String, Function<Vacancy, String>> FIELDS =
      Map.of(
          "pay",
          AdvertFieldsTest::pay,
          "deadline",
          v -> v.deadline().map(PartialDate::value).orElse("-"),
          "organisation",
          v -> v.organisation().map(AdvertFieldsTest::plain).orElse("-"),
          "role",
          v -> plain(v.role()),
          "location",
          v -> places(v.location().stream()));

  record Advert(String id, String published, String title, Map<String, String> want, String text) {}

  @ParameterizedTest(name = "{1} of {0}: at least {2}")
  @CsvSource({
    "advert-fields.txt, pay, 0.94",
    "advert-fields.txt, deadline, 0.98",
    "advert-fields.txt, organisation, 0.87",
    "advert-fields.txt, role, 0.84",
    "advert-fields.txt, location, 0.91"
  })
  void readsTheFieldsOfAdvertsInManyLayouts(String file, String field, double least)
      throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Advert> adverts = adverts(file);
    for (Advert advert : adverts) {
      String want = wanted(field, advert);
      String got = tagged(advert).map(v -> got(field, v)).orElse("-");
      if (!want.equals(got)) {
        wrong.add(advert.id() + ": " + got + ", not " + want);
      }
    }
    double share = 1 - wrong.size() / (double) adverts.size();
    assertThat(share).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(least);
  }

  private static String got(String field, Vacancy vacancy) {
    return Objects.requireNonNull(FIELDS.get(field)).apply(vacancy);
  }

  private static String wanted(String field, Advert advert) {
    String want = Objects.requireNonNull(advert.want().get(field));
    return switch (field) {
      case "organisation", "role" -> want.equals("-") ? want : plain(want);
      case "location" -> want.equals("-") ? "[]" : places(Arrays.stream(want.split("; ")));
      default -> want;
    };
  }

  private static Optional<Vacancy> tagged(Advert advert) {
    Article article =
        Article.ofText(
            advert.id(),
            "test:" + advert.id(),
            advert.title(),
            advert.text(),
            PartialDate.parse(advert.published()));
    return SharedTagger.TAGGER.tag(article).vacancy();
  }

  private static String pay(Vacancy vacancy) {
    Optional<BigDecimal> low = vacancy.salaryMin();
    Optional<BigDecimal> high = vacancy.salaryMax();
    return low.isEmpty() && high.isEmpty()
        ? "-"
        : String.join(
            " ",
            vacancy.currency().orElseThrow(),
            vacancy.period().orElseThrow().name().toLowerCase(Locale.ROOT),
            low.map(BigDecimal::toPlainString).orElse("-"),
            high.map(BigDecimal::toPlainString).orElse("-"));
  }

  private static String places(Stream<String> names) {
    Set<String> all =
        names.map(AdvertFieldsTest::plain).collect(Collectors.toCollection(HashSet::new));
    return all.stream().sorted().toList().toString();
  }

  private static String plain(String name) {
    String words = name.toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[^a-z0-9]+", " ");
    return words.strip().replaceFirst("^the ", "");
  }

  private static List<Advert> adverts(String file) throws IOException {
    try (InputStream stream = AdvertFieldsTest.class.getResourceAsStream(file)) {
      String all =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(AdvertFieldsTest::advert).toList();
    }
  }

  private static Advert advert(String block) {
    String[] head = block.lines().findFirst().orElseThrow().split(" \\| ", 3);
    Map<String, String> want = new LinkedHashMap<>();
    List<String> text = new ArrayList<>();
    block
        .lines()
        .skip(1)
        .forEach(
            line -> {
              if (text.isEmpty() && line.startsWith("= ")) {
                want.put(
                    line.substring(2, line.indexOf(' ', 2)),
                    line.substring(line.indexOf(' ', 2) + 1));
              } else {
                text.add(line);
              }
            });
    return new Advert(head[0], head[1], head[2], want, String.join("\n", text).strip());
  }
}
