package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.url.CalendarDay;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What came of the addresses of a source that differ in their query or their day only: filters,
/// sort orders, session numbers and calendars have no end. Where a hundred of them gave hardly an
/// article of its own, or their parameters come in ever new combinations, the others are left.
/// Counted from the pages' states, so that a restart knows it too. For one thread at a time.
final class Variations {
  /// Pages of one form before it is judged.
  private static final int ENOUGH = 100;

  /// One text of its own in so many pages is too few.
  private static final int RARE = 20;

  /// A form with so many texts is no trap, whatever comes later.
  private static final int FRUITFUL = 64;

  /// Combinations of parameter names on one path.
  private static final int MOST_COMBINATIONS = 16;

  private static final int MOST_FORMS = 20_000;

  private final Map<String, Form> forms = new Newest();

  private static final class Newest extends LinkedHashMap<String, Form> {
    private static final long serialVersionUID = 1L;

    Newest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Form> eldest) {
      return size() > MOST_FORMS;
    }
  }

  /// What the addresses of one form have given.
  private static final class Form {
    private int pages;
    private final Set<String> texts = new HashSet<>();
    private final Set<String> combinations = new HashSet<>();
  }

  /// Whether `url` is one of those that come in forms.
  static boolean isOne(String url) {
    int last = url.length() - (url.endsWith("/") ? 2 : 1);
    return url.indexOf('?') >= 0
        || (last > 0
            && Character.isDigit(url.charAt(last))
            && CalendarDay.of(url).filter(CalendarDay::isEnd).isPresent());
  }

  /// Counts a page that is known now.
  ///
  /// @param before its state before
  void count(Optional<OfUrl> before, OfUrl after) {
    if (!hasCome(after)) {
      return;
    }
    String identity = UrlIdentity.of(after.url());
    Form form = forms.computeIfAbsent(form(after.source(), identity), key -> new Form());
    if (before.filter(Variations::hasCome).isEmpty()) {
      form.pages++;
    }
    if (form.combinations.size() < MOST_COMBINATIONS) {
      form.combinations.add(combination(identity));
    }
    if (!after.outcome().equals(Outcomes.DUPLICATE) && form.texts.size() < FRUITFUL) {
      after.contentHash().ifPresent(form.texts::add);
    }
  }

  private static boolean hasCome(OfUrl page) {
    return switch (page.outcome()) {
      case Outcomes.ARTICLE, Outcomes.UNCHANGED, Outcomes.DUPLICATE, Outcomes.REJECTED -> true;
      default -> false;
    };
  }

  /// Why a page that was never fetched is not worth it.
  Optional<String> why(String source, String url) {
    String identity = UrlIdentity.of(url);
    return Optional.ofNullable(forms.get(form(source, identity)))
        .flatMap(form -> why(form, identity));
  }

  private static Optional<String> why(Form form, String identity) {
    if (form.pages >= ENOUGH
        && form.texts.size() < FRUITFUL
        && form.texts.size() * RARE < form.pages) {
      return Optional.of("pages of this form give hardly an article");
    }
    return form.combinations.size() >= MOST_COMBINATIONS
            && !form.combinations.contains(combination(identity))
        ? Optional.of("ever new combinations of parameters")
        : Optional.empty();
  }

  private static String form(String source, String identity) {
    int query = identity.indexOf('?');
    String address = query < 0 ? identity : identity.substring(0, query);
    return source + " " + CalendarDay.of(identity).map(CalendarDay::form).orElse(address);
  }

  /// The names of the parameters.
  private static String combination(String identity) {
    int query = identity.indexOf('?');
    if (query < 0) {
      return "";
    }
    Set<String> names = new TreeSet<>();
    for (String parameter : identity.substring(query + 1).split("&")) {
      int equals = parameter.indexOf('=');
      names.add(equals < 0 ? parameter : parameter.substring(0, equals));
    }
    return String.join("&", names);
  }
}
