package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/// Finds the people who wrote the article: structured data, then `meta`, then the byline, then a
/// line of text. Only where the page names no person anywhere, the team or outlet that it declares
/// as author is given, with little confidence.
final class AuthorFinder {
  private static final int MAX_AUTHORS = 25;

  /// Declared authors that are looked at: a list of more is none of writers.
  private static final int MAX_DECLARED = 200;

  /// Confidence of a team or outlet.
  private static final double COLLECTIVE = 0.35;

  private static final List<String> METAS =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "dc.creator",
          "dcterms.creator",
          "sailthru.author",
          "byl",
          "citation_author",
          "article:author_name",
          "cxenseparse:author",
          "twitter:data1");

  private final PageFacts facts;
  private final StructuredData data;
  private final Bylines bylines;
  private final AuthorNames reader;

  /// What the page declares that is no person, with where it stood.
  private final List<Found<String>> declared = new ArrayList<>();

  /// @param site name of the outlet
  /// @param host that the page is on, whose name may be the outlet's
  AuthorFinder(PageFacts facts, StructuredData data, Blocks blocks, String site, String host) {
    this.facts = facts;
    this.data = data;
    this.reader = new AuthorNames(site, host);
    this.bylines = new Bylines(facts, blocks, reader);
  }

  /// The authors and where they stood.
  ///
  /// @param bodyStart first block of the body
  /// @param bodyEnd block after the body
  Optional<Found<List<String>>> find(int bodyStart, int bodyEnd) {
    return structured()
        .or(this::meta)
        .or(() -> found(bylines.marked(bodyStart, bodyEnd), "rel-author", 0.75))
        .or(() -> found(bylines.classed(bodyStart, bodyEnd, true), "byline", 0.6))
        .or(() -> found(bylines.classed(bodyStart, bodyEnd, false), "byline", 0.6))
        .or(() -> found(bylines.lines(bodyStart, bodyEnd), "text", 0.5))
        .or(() -> found(bylines.lone(bodyStart, bodyEnd), "text", 0.4))
        .or(() -> collective(bodyStart, bodyEnd));
  }

  private Optional<Found<List<String>>> structured() {
    Optional<StructuredData.Thing> article = data.article();
    if (article.isEmpty()) {
      return Optional.empty();
    }
    String from = article.get().from();
    List<String> names = new ArrayList<>();
    for (String property : new String[] {"author", "creator"}) {
      for (JsonNode value : declared(article.get().node().path(property))) {
        JsonNode author = data.resolve(value);
        boolean outlet =
            StructuredData.is(author, "Organization")
                || StructuredData.is(author, "NewsMediaOrganization");
        for (String name : names(author)) {
          declare(name, from);
          add(names, outlet ? List.of() : reader.people(name, true));
        }
      }
      if (!names.isEmpty()) {
        break;
      }
    }
    return found(names, from, 0.9);
  }

  private static List<String> names(JsonNode author) {
    JsonNode value = author.isObject() ? author.path("name") : author;
    return declared(value).stream().map(name -> name.asString("")).toList();
  }

  private static List<JsonNode> declared(JsonNode value) {
    List<JsonNode> all = StructuredData.list(value);
    return all.subList(0, Math.min(all.size(), MAX_DECLARED));
  }

  private Optional<Found<List<String>>> meta() {
    for (String name : METAS) {
      List<String> names = new ArrayList<>();
      for (String content : facts.meta(name)) {
        if (!name.equals("twitter:data1")
            || facts.meta("twitter:label1").stream().anyMatch(AuthorFinder::saysAuthor)) {
          declare(content, "meta " + name);
          add(names, reader.people(name.startsWith("dc") ? inOrder(content) : content, true));
        }
      }
      if (!names.isEmpty()) {
        return found(names, "meta " + name, 0.8);
      }
    }
    return Optional.empty();
  }

  /// Dublin Core gives a name as catalogues do, the family's first: `Quill, Mara`.
  private static String inOrder(String name) {
    return name.matches("\\p{Lu}[\\p{L}'’-]+, \\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}\\.?)?")
        ? name.replaceFirst("(.+), (.+)", "$2 $1")
        : name;
  }

  private static boolean saysAuthor(String label) {
    String lower = Texts.lower(label);
    return lower.contains("written")
        || lower.contains("verfasst")
        || lower.contains("écrit")
        || lower.contains("escrito")
        || lower.contains("author")
        || lower.contains("geschrieben");
  }

  private void declare(String name, String from) {
    AuthorNames.collective(name).ifPresent(n -> declared.add(new Found<>(n, from, COLLECTIVE)));
  }

  private Optional<Found<List<String>>> collective(int bodyStart, int bodyEnd) {
    for (Element element : bylines.near(bodyStart, bodyEnd)) {
      declare(Texts.upTo(element, Bylines.MAX_BYLINE), "byline");
    }
    return declared.stream()
        .findFirst()
        .map(found -> new Found<>(List.of(found.value()), found.from(), COLLECTIVE));
  }

  /// `Linda` beside `Linda McCall`.
  private static boolean isPartOfAnother(String name, List<String> names) {
    return names.stream().anyMatch(other -> other.startsWith(name + " "));
  }

  static void add(List<String> names, List<String> more) {
    for (String name : more) {
      boolean known = names.stream().anyMatch(n -> Texts.letters(n).equals(Texts.letters(name)));
      if (!known && names.size() < MAX_AUTHORS) {
        names.add(name);
      }
    }
  }

  private static Optional<Found<List<String>>> found(
      List<String> names, String from, double confidence) {
    List<String> whole = names.stream().filter(name -> !isPartOfAnother(name, names)).toList();
    return whole.isEmpty() ? Optional.empty() : Optional.of(new Found<>(whole, from, confidence));
  }
}
