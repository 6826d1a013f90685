package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the headline by a vote of all places that name one. Weights are of the development pages:
/// how often the place alone is right.
final class TitleFinder {
  private static final double HEADING = 1.2;
  private static final double HEADLINE = 1.05;
  private static final double OPEN_GRAPH = 0.35;
  private static final double OTHER_META = 0.35;
  private static final double DOCUMENT = 0.18;

  private static final double CLASSED = 0.5;

  /// A part of a title counts this much of the whole, and a title that holds the candidate this.
  private static final double CUT = 0.5;

  private static final double PART = 0.33;

  private static final Set<String> SECTIONS =
      Rows.of("section-titles.tsv").stream()
          .map(row -> row[0])
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s[|\\-–—:·•»«/~]{1,2}\\s|\\s?[|»]\\s?|:\\s");

  /// Shortest title that may replace a longer one whose end it is.
  private static final int MIN_REST = 20;

  /// Longer ones are no titles, in characters.
  private static final int MAX_LENGTH = 500;

  private record Place(String from, String title, double weight) {}

  private static final class Candidate {
    final String title;
    final String from;
    double votes;

    Candidate(String title, String from) {
      this.title = title;
      this.from = from;
    }
  }

  private final List<Place> places = new ArrayList<>();
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final String site;
  private final String host;

  private TitleFinder(String site, String host) {
    this.site = Texts.letters(site);
    this.host = Texts.letters(host).replace(" ", "");
  }

  /// The title and where it stood; empty where the page has none.
  static Optional<Found<String>> find(
      PageFacts facts, Optional<String> headline, String site, String host) {
    TitleFinder finder = new TitleFinder(site, host);
    finder.gather(facts, headline);
    return finder.vote();
  }

  /// Heads of parts of a site, such as `News` and `Decision details`, are titles of no article.
  private static boolean isSection(String heading) {
    return SECTIONS.contains(Texts.letters(heading));
  }

  /// The first heading of the second level below such a head.
  private static Optional<String> below(PageFacts facts) {
    int head = facts.headings.getFirst().block();
    return facts.subheadings.stream()
        .filter(placed -> placed.block() >= head && placed.block() <= head + 2)
        .map(placed -> Texts.upTo(placed.element(), 400))
        .filter(title -> !title.isEmpty() && !isSection(title))
        .findFirst();
  }

  private void gather(PageFacts facts, Optional<String> headline) {
    List<String> headings =
        facts.headings.stream()
            .map(h -> Texts.upTo(h.element(), 400))
            .filter(h -> !h.isEmpty() && h.length() < 400)
            .toList();
    List<String> own = headings.stream().filter(h -> !isSection(h)).toList();
    if (own.size() < headings.size()) {
      below(facts).ifPresent(title -> places.add(new Place("heading", title, HEADING)));
      headings = own;
    }
    double share = headings.size() <= 1 ? 1 : headings.size() == 2 ? 0.67 : 0.45;
    for (String heading : headings.subList(0, Math.min(3, headings.size()))) {
      boolean siteName = isSiteName(heading, facts.documentTitle);
      places.add(new Place("h1", heading, HEADING * (siteName ? 0.1 : share)));
    }
    for (String heading : classed(facts)) {
      places.add(new Place("heading", heading, CLASSED));
    }
    headline
        .filter(title -> title.length() <= MAX_LENGTH)
        .ifPresent(title -> places.add(new Place("json-ld", title, HEADLINE)));
    meta(facts, "og:title", OPEN_GRAPH);
    for (String name :
        List.of(
            "twitter:title",
            "parsely-title",
            "title",
            "citation_title",
            "dc.title",
            "dcterms.title")) {
      meta(facts, name, OTHER_META);
    }
    if (!facts.documentTitle.isEmpty() && facts.documentTitle.length() <= MAX_LENGTH) {
      places.add(new Place("title", facts.documentTitle, DOCUMENT));
    }
  }

  /// Headings below the first level whose class says title, or that the title of the document says
  /// again, where there is no heading of the first.
  private static List<String> classed(PageFacts facts) {
    if (!facts.headings.isEmpty()) {
      return List.of();
    }
    String document = Texts.letters(facts.documentTitle);
    Stream<String> named =
        facts.titles.stream()
            .filter(placed -> ElementKind.of(placed.element().normalName()).heading() > 1)
            .map(placed -> Texts.upTo(placed.element(), 400));
    Stream<String> repeated =
        facts.subheadings.stream()
            .map(placed -> Texts.upTo(placed.element(), 400))
            .filter(title -> title.length() >= MIN_REST)
            .filter(title -> document.contains(Texts.letters(title)));
    return Stream.concat(named, repeated)
        .filter(title -> !title.isEmpty())
        .distinct()
        .limit(2)
        .toList();
  }

  /// A heading that names the outlet: its host, or the tail of the document's title.
  private boolean isSiteName(String heading, String document) {
    String letters = Texts.letters(heading);
    String whole = Texts.letters(document);
    boolean tail = whole.endsWith(" " + letters) && whole.length() > letters.length() + 6;
    boolean inside = whole.contains(" " + letters + " ") && !document.startsWith(heading);
    return letters.equals(site)
        || letters.replace(" ", "").equals(host)
        || ((tail || inside) && isCutAt(document, heading));
  }

  private static boolean isCutAt(String document, String heading) {
    int at = document.indexOf(heading);
    return at > 2
        && "|-–—:·•»«/~ ".indexOf(document.charAt(at - 2)) >= 0
        && document.charAt(at - 2) != ' ';
  }

  private void meta(PageFacts facts, String name, double weight) {
    facts
        .firstMeta(name)
        .map(title -> Texts.fold(Texts.plain(title)))
        .filter(title -> title.length() <= MAX_LENGTH)
        .ifPresent(title -> places.add(new Place(name, title, weight)));
  }

  private Optional<Found<String>> vote() {
    for (Place place : places) {
      add(place.title, place.from, place.weight);
    }
    for (Place place : places) {
      if (!place.from.equals("h1")) {
        cut(place);
      }
    }
    Candidate best = null;
    double most = 0;
    double total = 0;
    for (Map.Entry<String, Candidate> entry : candidates.entrySet()) {
      double votes = votes(entry.getKey(), entry.getValue());
      total += entry.getValue().votes;
      if (votes > most) {
        most = votes;
        best = entry.getValue();
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    double confidence = Math.min(0.99, 0.4 + 0.6 * best.votes / Math.max(total, 0.01));
    return Optional.of(withoutKicker(best, confidence));
  }

  private void add(String title, String from, double weight) {
    String letters = Texts.letters(title);
    if (!letters.isEmpty()) {
      candidates.computeIfAbsent(letters, key -> new Candidate(title.strip(), from)).votes +=
          weight;
    }
  }

  private void cut(Place place) {
    Matcher matcher = SEPARATOR.matcher(place.title);
    while (matcher.find()) {
      String left = place.title.substring(0, matcher.start());
      String right = place.title.substring(matcher.end());
      String leftLetters = Texts.letters(left);
      String rightLetters = Texts.letters(right);
      boolean named = !site.isEmpty() && rightLetters.contains(site);
      if (leftLetters.length() >= rightLetters.length() || named) {
        add(left, place.from, place.weight * CUT * (named ? 1.5 : 1));
      }
      if (!site.isEmpty() && leftLetters.startsWith(site)) {
        add(right, place.from, place.weight * CUT);
      }
    }
  }

  private double votes(String letters, Candidate candidate) {
    double votes = candidate.votes;
    for (Place place : places) {
      String whole = Texts.letters(place.title);
      boolean part = whole.startsWith(letters) || whole.endsWith(letters);
      if (part
          && whole.length() > letters.length()
          && letters.length() * 10 >= whole.length() * 3) {
        votes += PART * place.weight;
      }
    }
    votes *= letters.length() < 12 ? 0.5 : 1;
    return letters.equals(site) ? votes * 0.1 : votes;
  }

  /// `Kicker: headline` gives way to the headline where a declared title is just that.
  private Found<String> withoutKicker(Candidate best, double confidence) {
    String letters = Texts.letters(best.title);
    for (Place place : places) {
      String rest = Texts.letters(place.title);
      boolean end =
          rest.length() >= MIN_REST && rest.length() < letters.length() && letters.endsWith(rest);
      if (end && !place.from.equals("h1") && !place.from.equals("title")) {
        int cut = Math.max(0, best.title.length() - place.title.length() + 3);
        if (SEPARATOR.matcher(best.title.substring(0, Math.min(cut, best.title.length()))).find()) {
          return new Found<>(place.title, place.from, confidence * 0.8);
        }
      }
    }
    return new Found<>(best.title, best.from, confidence);
  }
}
