package dev.civicwire.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The things of schema.org that a page describes in JSON-LD, microdata or RDFa Lite.
final class StructuredData {
  /// Objects that are looked at; a page of more is hostile or a list of everything.
  private static final int MAX_THINGS = 20_000;

  /// Shorter bodies are teasers, in characters.
  private static final int MIN_BODY = 250;

  /// Shorter descriptions of posts are summaries, in characters.
  private static final int MIN_ADVERT = 120;

  private static final Set<String> ARTICLES =
      Set.of(
          "Article",
          "NewsArticle",
          "BlogPosting",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "BackgroundNewsArticle",
          "ReviewNewsArticle",
          "AskPublicNewsArticle",
          "LiveBlogPosting",
          "SocialMediaPosting",
          "TechArticle",
          "ScholarlyArticle",
          "Report",
          "SatiricalArticle",
          "AdvertiserContentArticle",
          "MedicalScholarlyArticle",
          "Review",
          "WebPage",
          "CreativeWork",
          "ItemPage",
          "VideoObject",
          "Recipe",
          "HowTo",
          "Product",
          "GovernmentService",
          "DiscussionForumPosting",
          "PublicationIssue",
          "Event",
          "Dataset");

  private static final Set<String> NEWS =
      Set.of(
          "Article",
          "NewsArticle",
          "BlogPosting",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "BackgroundNewsArticle",
          "ReviewNewsArticle",
          "LiveBlogPosting",
          "SocialMediaPosting",
          "TechArticle",
          "ScholarlyArticle",
          "Report",
          "SatiricalArticle",
          "AdvertiserContentArticle",
          "MedicalScholarlyArticle",
          "DiscussionForumPosting");

  /// A thing and in which syntax it stood.
  record Thing(JsonNode node, String from) {}

  private final List<Thing> things = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();

  static StructuredData of(PageFacts facts) {
    StructuredData data = new StructuredData();
    for (String script : facts.jsonLd) {
      for (JsonNode root : LenientJson.read(script)) {
        data.collect(root, "json-ld");
      }
    }
    for (ItemReader.Item item : ItemReader.read(facts)) {
      data.collect(item.node(), item.from());
    }
    return data;
  }

  private void collect(JsonNode root, String from) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty() && things.size() < MAX_THINGS) {
      JsonNode node = open.removeFirst();
      if (node.isObject()) {
        String id = node.path("@id").asString("");
        if (!id.isEmpty() && node.size() > 1) {
          byId.putIfAbsent(id, node);
        }
        if (node.has("@type")) {
          things.add(new Thing(node, from));
        }
      }
      if (node.isContainer()) {
        node.forEach(open::addLast);
      }
    }
  }

  /// The article or, failing that, the page itself; the richer the better, news before pages.
  Optional<Thing> article() {
    Thing best = null;
    int most = 0;
    for (Thing thing : things) {
      int score = isA(thing.node, ARTICLES) ? richness(thing.node) : 0;
      if (score > most) {
        best = thing;
        most = score;
      }
    }
    return Optional.ofNullable(best);
  }

  /// Whether the page's JSON-LD calls its article news.
  boolean isNews() {
    return article()
        .filter(thing -> thing.from.equals("json-ld") && isNews(thing.node))
        .isPresent();
  }

  private static boolean isNews(JsonNode node) {
    return list(node.path("@type")).stream().anyMatch(t -> t.asString("").contains("News"));
  }

  /// The body that the article's structured data holds; that of microdata is the page's own text.
  Optional<String> body() {
    return article()
        .filter(thing -> thing.from.equals("json-ld"))
        .flatMap(thing -> text(thing.node, "articleBody"))
        .filter(text -> text.length() >= MIN_BODY);
  }

  /// The text of a job advert's structured data, a line a paragraph or point.
  Optional<String> advert() {
    return first("JobPosting")
        .filter(thing -> thing.from.equals("json-ld"))
        .map(thing -> thing.node.path("description").asString(""))
        .map(Texts::lines)
        .filter(text -> text.length() >= MIN_ADVERT);
  }

  private static int richness(JsonNode node) {
    int score = isA(node, NEWS) ? 20 : 1;
    score += node.has("headline") ? 4 : 0;
    score += node.has("datePublished") ? 4 : 0;
    score += node.has("author") ? 4 : 0;
    score += node.has("articleBody") ? 4 : 0;
    score += node.has("mainEntityOfPage") ? 2 : 0;
    return score;
  }

  /// The first thing of type `name`.
  Optional<Thing> first(String name) {
    return things.stream().filter(thing -> isA(thing.node, Set.of(name))).findFirst();
  }

  private static boolean isA(JsonNode node, Set<String> names) {
    for (JsonNode type : list(node.path("@type"))) {
      String name = type.asString("");
      if (names.contains(
          name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1))) {
        return true;
      }
    }
    return false;
  }

  /// Whether `node` is of type `name`.
  static boolean is(JsonNode node, String name) {
    return isA(node, Set.of(name));
  }

  /// The values of a property that may be one or many.
  static List<JsonNode> list(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(node);
    }
    List<JsonNode> list = new ArrayList<>();
    node.forEach(list::add);
    return list;
  }

  /// `node`, or the thing that it points to by its id.
  JsonNode resolve(JsonNode node) {
    String id = node.isObject() ? node.path("@id").asString("") : "";
    boolean reference = !id.isEmpty() && !node.has("name");
    return reference ? byId.getOrDefault(id, node) : node;
  }

  /// The text of a property, of the first value where there are many; HTML entities and tags gone.
  Optional<String> text(JsonNode thing, String property) {
    for (JsonNode value : list(thing.path(property))) {
      JsonNode resolved = resolve(value);
      String raw = resolved.isObject() ? named(resolved) : resolved.asString("");
      Optional<String> text = Texts.nonBlank(Texts.plain(raw));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static String named(JsonNode node) {
    for (String key : new String[] {"name", "@value", "url", "contentUrl", "@id"}) {
      String value = node.path(key).asString("");
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }
}
