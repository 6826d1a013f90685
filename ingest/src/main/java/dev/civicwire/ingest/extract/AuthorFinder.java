package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/// Finds the people who wrote the article: structured data, then `meta`, then the byline.
final class AuthorFinder {
  /// Longest text of a byline, in characters.
  private static final int MAX_BYLINE = 160;

  private static final int MAX_AUTHORS = 25;

  /// Longest line of text that is read as a byline, in characters.
  private static final int MAX_LINE = 90;

  private final PageFacts facts;
  private final StructuredData data;
  private final Blocks blocks;
  private final String site;

  AuthorFinder(PageFacts facts, StructuredData data, Blocks blocks, String site) {
    this.blocks = blocks;
    this.facts = facts;
    this.data = data;
    this.site = site;
  }

  /// The authors and where they stood.
  ///
  /// @param bodyStart first block of the body
  /// @param bodyEnd block after the body
  Optional<Found<List<String>>> find(int bodyStart, int bodyEnd) {
    return structured()
        .or(this::meta)
        .or(() -> marked(bodyStart, bodyEnd))
        .or(() -> byline(bodyStart, bodyEnd, true))
        .or(() -> byline(bodyStart, bodyEnd, false))
        .or(() -> line(bodyStart));
  }

  private Optional<Found<List<String>>> structured() {
    Optional<StructuredData.Thing> article = data.article();
    if (article.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (String property : new String[] {"author", "creator"}) {
      for (JsonNode value : StructuredData.list(article.get().node().path(property))) {
        JsonNode author = data.resolve(value);
        if (StructuredData.is(author, "Organization")
            || StructuredData.is(author, "NewsMediaOrganization")) {
          continue;
        }
        if (author.isObject()) {
          for (JsonNode name : StructuredData.list(author.path("name"))) {
            add(names, AuthorNames.of(name.asString(""), true, site));
          }
        } else {
          add(names, AuthorNames.of(author.asString(""), true, site));
        }
      }
      if (!names.isEmpty()) {
        break;
      }
    }
    return found(names, article.get().from(), 0.9);
  }

  private Optional<Found<List<String>>> meta() {
    for (String name :
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
            "twitter:data1")) {
      List<String> names = new ArrayList<>();
      for (String content : facts.meta(name)) {
        if (!name.equals("twitter:data1")
            || facts.meta("twitter:label1").stream().anyMatch(AuthorFinder::saysAuthor)) {
          add(names, AuthorNames.of(content, true, site));
        }
      }
      if (!names.isEmpty()) {
        return found(names, "meta " + name, 0.8);
      }
    }
    return Optional.empty();
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

  /// Elements that are marked as author by `rel` or `itemprop`.
  private Optional<Found<List<String>>> marked(int bodyStart, int bodyEnd) {
    List<String> names = new ArrayList<>();
    for (PageFacts.Placed placed : facts.bylines) {
      Element element = placed.element();
      boolean marked =
          element.attr("rel").contains("author") || element.attr("itemprop").equals("author");
      if (marked && isNear(placed, bodyStart, bodyEnd)) {
        add(names, AuthorNames.of(text(element), true, site));
      }
    }
    return found(names, "rel-author", 0.75);
  }

  /// Elements whose class says author or byline: the first that yields names.
  private Optional<Found<List<String>>> byline(int bodyStart, int bodyEnd, boolean named) {
    for (PageFacts.Placed placed : facts.bylines) {
      boolean asked = !named || Texts.lower(placed.element().className()).contains("name");
      if (asked && isNear(placed, bodyStart, bodyEnd)) {
        String classes = Texts.lower(placed.element().className());
        boolean trusted =
            classes.contains("author") && (classes.contains("name") || classes.contains("vcard"));
        List<String> names = AuthorNames.of(text(placed.element()), trusted, site);
        if (!names.isEmpty()) {
          return found(names, "byline", 0.6);
        }
      }
    }
    return Optional.empty();
  }

  /// A short line before the body or at its begin that says `By …`.
  private Optional<Found<List<String>>> line(int bodyStart) {
    int to = Math.min(blocks.list.size(), bodyStart + 2);
    for (Block block : blocks.list.subList(Math.max(0, bodyStart - 10), Math.max(0, to))) {
      if (block.text.length() <= MAX_LINE && AuthorNames.hasLead(block.text)) {
        List<String> names = AuthorNames.of(block.text, false, site);
        if (!names.isEmpty() && names.size() <= 4) {
          return found(names, "text", 0.5);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNear(PageFacts.Placed placed, int bodyStart, int bodyEnd) {
    return placed.block() >= bodyStart - 40 && placed.block() <= bodyEnd + 6;
  }

  private static String text(Element element) {
    return Texts.upTo(element, MAX_BYLINE);
  }

  /// `Linda` beside `Linda McCall`.
  private static boolean isPartOfAnother(String name, List<String> names) {
    return names.stream().anyMatch(other -> other.startsWith(name + " "));
  }

  private static void add(List<String> names, List<String> more) {
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
