package dev.civicwire.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The things of schema.org that a page describes in JSON-LD, microdata or RDFa Lite.
final class StructuredData {
  /// Objects that are looked at; a page of more is hostile or a list of everything.
  private static final int MAX_THINGS = 20_000;

  /// Shorter bodies are teasers, in characters.
  private static final int MIN_BODY = 250;

  /// Richness of a page that says nothing of an article.
  private static final int MIN_RICH = 4;

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

  /// Properties whose values are other articles and posts than the page's own.
  private static final Set<String> LISTS =
      Set.of(
          "itemListElement",
          "relatedLink",
          "isRelatedTo",
          "isSimilarTo",
          "significantLink",
          "mentions",
          "citation",
          "recommendation");

  /// More than richness can tell apart.
  private static final int FITS = 100;

  /// A thing and in which syntax it stood.
  ///
  /// @param listed whether it stands in a list of things
  record Thing(JsonNode node, String from, boolean listed) {}

  private record Open(JsonNode node, boolean listed) {}

  private final List<Thing> things = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();

  /// Limits that scripts exceeded; they are left out from there on.
  private final Set<String> excess = new TreeSet<>();

  private final PageFit fit;
  private Optional<Thing> article = Optional.empty();
  private Optional<Thing> jobPosting = Optional.empty();

  private StructuredData(PageFit fit) {
    this.fit = fit;
  }

  /// @param url of the page, by which its own things are told from those of others
  static StructuredData of(PageFacts facts, String url) {
    StructuredData data = new StructuredData(new PageFit(facts, url));
    for (String script : facts.jsonLd) {
      LenientJson.Script read = LenientJson.read(script);
      read.roots().forEach(root -> data.collect(root, "json-ld"));
      read.excess().ifPresent(data.excess::add);
    }
    for (ItemReader.Item item : ItemReader.read(facts)) {
      data.collect(item.node(), item.from());
    }
    data.article = data.ownArticle();
    data.jobPosting = data.ownJobPosting();
    return data;
  }

  /// Where JSON-LD was left out since it exceeds a limit: that it was, with which one.
  Optional<Found<Boolean>> excess() {
    String limits = String.join(", ", excess);
    return excess.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found<>(true, "json-ld over the limit of " + limits, 1));
  }

  private void collect(JsonNode root, String from) {
    Deque<Open> open = new ArrayDeque<>();
    open.add(new Open(root, false));
    while (!open.isEmpty() && things.size() < MAX_THINGS) {
      Open next = open.removeFirst();
      JsonNode node = next.node;
      if (node.isObject()) {
        String id = node.path("@id").asString("");
        if (!id.isEmpty() && node.size() > 1) {
          byId.putIfAbsent(id, node);
        }
        if (node.has("@type")) {
          things.add(new Thing(node, from, next.listed));
        }
        node.forEachEntry(
            (name, value) -> open.addLast(new Open(value, next.listed || LISTS.contains(name))));
      } else if (node.isArray()) {
        node.forEach(value -> open.addLast(new Open(value, next.listed)));
      }
    }
  }

  /// The article or, failing that, the page itself: the one whose title or address are the page's;
  /// among such the richer the better, news before pages.
  Optional<Thing> article() {
    return article;
  }

  private Optional<Thing> ownArticle() {
    Thing best = null;
    int most = 0;
    for (Thing thing : things) {
      int score = isA(thing.node, ARTICLES) ? richness(thing.node) : 0;
      int fits = score == 0 ? 0 : fit.of(thing.node, text(thing.node, "headline"));
      boolean own = fits > 0 || !thing.listed;
      score += fits > 0 && score > MIN_RICH ? FITS : 0;
      if (own && score > most) {
        best = thing;
        most = score;
      }
    }
    return Optional.ofNullable(best);
  }

  /// The advert of a post that the page is: the one whose title or address are the page's, or the
  /// only one that stands in no list. Which of several others it is cannot be told.
  Optional<Thing> jobPosting() {
    return jobPosting;
  }

  private Optional<Thing> ownJobPosting() {
    List<Thing> adverts =
        things.stream().filter(thing -> isA(thing.node, Set.of("JobPosting"))).toList();
    for (int wanted = 2; wanted > 0; wanted--) {
      for (Thing advert : adverts) {
        if (fit.of(advert.node, advertTitle(advert.node)) >= wanted) {
          return Optional.of(advert);
        }
      }
    }
    List<Thing> unlisted = adverts.stream().filter(thing -> !thing.listed).toList();
    long titles = unlisted.stream().map(thing -> advertTitle(thing.node)).distinct().count();
    return titles == 1 ? Optional.of(unlisted.getFirst()) : Optional.empty();
  }

  private Optional<String> advertTitle(JsonNode node) {
    return text(node, "title").or(() -> text(node, "name"));
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
    return jobPosting()
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
