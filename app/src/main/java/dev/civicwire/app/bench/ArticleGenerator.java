package dev.civicwire.app.bench;

import dev.civicwire.app.sample.SamplePages;
import dev.civicwire.contract.Article;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes any number of different articles from the sample site's: names, amounts, dates and
/// words are changed by a seeded generator. The same seed and number give the same article,
/// on every machine.
public final class ArticleGenerator {
  private static final Pattern AMOUNT = Pattern.compile("(?<=[£$€])\\d{1,3}(?:,\\d{3})*");
  private static final Pattern DAY =
      Pattern.compile(
          "\\b\\d{1,2}(?= (?:January|February|March|April"
              + "|May|June|July|August|September|October|November|December)\\b)");

  private static final List<String> FIRST_NAMES =
      List.of(
          "Amara", "Bethan", "Callum", "Davina", "Ewan", "Farida", "Gethin", "Harriet", "Imran",
          "Joanna", "Kwame", "Lowri", "Martin", "Nadia", "Owen", "Priya", "Rhys", "Sunita");
  private static final List<String> LAST_NAMES =
      List.of(
          "Ashworth",
          "Bowen",
          "Carrick",
          "Dunmore",
          "Ellery",
          "Farrow",
          "Gilchrist",
          "Hartley",
          "Iqbal",
          "Jessop",
          "Kendrick",
          "Lattimer",
          "Mowbray",
          "Nkemelu",
          "Okafor",
          "Prentice");
  private static final List<List<String>> SYNONYMS =
      List.of(
          List.of("said", "stated", "explained", "added"),
          List.of("new", "planned", "proposed"),
          List.of("will", "is expected to", "is due to"),
          List.of("programme", "project", "scheme"),
          List.of("services", "functions", "systems"),
          List.of("residents", "citizens", "local people"),
          List.of("improve", "strengthen", "modernise"),
          List.of("team", "unit", "group"));

  private final List<Article> base;
  private final List<List<String>> people;
  private final long seed;

  /// A generator whose articles depend on `seed` alone.
  public ArticleGenerator(long seed) {
    SamplePages pages = SamplePages.load();
    this.base = pages.articles();
    this.people = base.stream().map(pages::peopleOf).toList();
    this.seed = seed;
  }

  /// Article number `n`, from 0.
  public Article article(int n) {
    Random random = new Random(seed * 1_000_003 + n);
    int which = n % base.size();
    Article original = base.get(which);
    String text =
        vary(original.text(), people.get(which), random) + "\nReference " + seed + "-" + n;
    String title = vary(original.title(), people.get(which), random) + " (" + n + ")";
    String url = "https://host-%d.sample.example/article/%d-%d".formatted(n % 50, seed, n);
    return Article.builder(url, url, "generated")
        .authors(original.authors())
        .published(original.published())
        .language(original.language())
        .site(original.site())
        .tags(original.tags())
        .build(title, text, original.fetchedAt(), "generator/1");
  }

  private static String vary(String text, List<String> names, Random random) {
    String varied = text;
    for (String name : names) {
      String other = pick(FIRST_NAMES, random) + " " + pick(LAST_NAMES, random);
      varied = varied.replace(name, other);
      varied = varied.replace(lastWord(name), lastWord(other));
    }
    // One factor an article: the lower end of a range stays the lower end.
    double factor = 0.8 + 0.4 * random.nextDouble();
    varied = replace(AMOUNT, varied, m -> amount(m.group(), factor));
    varied = replace(DAY, varied, m -> Integer.toString(1 + random.nextInt(28)));
    for (List<String> group : SYNONYMS) {
      Pattern word = Pattern.compile("\\b" + group.getFirst() + "\\b");
      varied = replace(word, varied, m -> pick(group, random));
    }
    return varied;
  }

  /// Another amount of the same magnitude, so that a salary stays a salary.
  private static String amount(String digits, double factor) {
    long value = Long.parseLong(digits.replace(",", ""));
    long step = value >= 1000 ? 250 : 1;
    long other = Math.max(step, Math.round(value * factor / step) * step);
    return digits.contains(",") ? "%,d".formatted(other) : Long.toString(other);
  }

  private static String replace(
      Pattern pattern,
      String text,
      java.util.function.Function<java.util.regex.MatchResult, String> to) {
    return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(to.apply(m)));
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
