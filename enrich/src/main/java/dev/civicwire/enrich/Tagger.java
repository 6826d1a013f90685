package dev.civicwire.enrich;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Relevance;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.enrich.date.DateAnnotator;
import dev.civicwire.enrich.date.Dates;
import dev.civicwire.enrich.money.Money;
import dev.civicwire.enrich.money.MoneyAnnotator;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.LanguageTools;
import dev.civicwire.enrich.topic.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tags articles. Loaded once; safe for any number of threads.
public final class Tagger {
  private static final String VERSION = "civicwire-tagger/1";

  private final LanguageTools tools;
  private final Profile.Profiler profiler = new Profile.Profiler();
  private final MoneyAnnotator money = new MoneyAnnotator();
  private final DateAnnotator dates = new DateAnnotator();

  private Tagger(LanguageTools tools) {
    this.tools = tools;
  }

  /// Loads models and gazetteers from the class path.
  public static Tagger load() {
    return new Tagger(LanguageTools.load());
  }

  /// Name and version of the tagger as a whole.
  public static String version() {
    return VERSION;
  }

  /// What `article` says. Never fails, whatever the text.
  public TaggedArticle tag(Article article) {
    Document document = Document.of(article, tools);
    Profile profile = profiler.of(document);
    Money amounts = money.annotate(document, profile);
    Dates days = dates.annotate(document, profile);
    return new TaggedArticle(
        TaggedArticle.SCHEMA_VERSION,
        article.id(),
        article.canonicalUrl(),
        article,
        List.of(),
        amounts.salaries(),
        amounts.budgets(),
        amounts.otherMoney(),
        days.deadlines(),
        days.events(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Relevance.NONE,
        profile.publicSector(),
        Optional.of(document.language()),
        List.of(),
        VERSION,
        Instant.EPOCH);
  }
}
