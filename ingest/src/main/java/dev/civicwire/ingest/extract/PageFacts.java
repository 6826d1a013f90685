package dev.civicwire.ingest.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// What the page declares about itself, gathered on the way through it.
final class PageFacts {
  /// Elements of one kind that are kept; a page of a million links shall not keep them all.
  private static final int MAX_KEPT = 200;

  /// Bylines in such parts are those of comments and of other articles.
  private static final int OTHERS_BYLINE =
      Hint.mask(Hint.COMMENTS, Hint.TEASER, Hint.RELATED, Hint.NAV, Hint.TAGS);

  /// An element and how many blocks had been read before it.
  record Placed(Element element, int block) {}

  private final Map<String, List<String>> metas = new LinkedHashMap<>();
  final List<Element> links = new ArrayList<>();
  final List<String> jsonLd = new ArrayList<>();
  final List<Placed> times = new ArrayList<>();
  final List<Placed> bylines = new ArrayList<>();
  final List<Placed> dates = new ArrayList<>();
  final List<Placed> properties = new ArrayList<>();
  final List<Placed> tagLinks = new ArrayList<>();
  final List<Placed> headings = new ArrayList<>();
  final List<Placed> subheadings = new ArrayList<>();
  final List<Placed> titles = new ArrayList<>();
  final List<Placed> licences = new ArrayList<>();
  final List<Placed> images = new ArrayList<>();
  final List<Placed> items = new ArrayList<>();
  String documentTitle = "";

  /// Address of the `base`, empty where there is none or it is relative.
  String base = "";
  String language = "";

  /// Contents of the `meta` elements of `name` (name, property, itemprop or http-equiv).
  List<String> meta(String name) {
    return metas.getOrDefault(name, List.of());
  }

  /// The first of `names` that is given.
  Optional<String> firstMeta(String... names) {
    for (String name : names) {
      List<String> found = meta(name);
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  /// The address that the page declares as its own, in full where a `base` says against what.
  Optional<String> canonicalLink() {
    for (Element link : links) {
      String rel = link.attr("rel").toLowerCase(Locale.ROOT).strip();
      String address = link.attr("href").strip();
      if (rel.equals("canonical") && !address.isEmpty()) {
        return Optional.of(
            address.startsWith("//") || base.isEmpty() ? address : absolute(address));
      }
    }
    return Optional.empty();
  }

  private String absolute(String address) {
    try {
      return URI.create(base).resolve(address).toString();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  /// Looks at an element of the head.
  void seeHead(Element element) {
    switch (element.normalName()) {
      case "meta" -> seeMeta(element);
      case "link" -> keep(links, element);
      case "base" -> base = base.isEmpty() ? element.attr("href").strip() : base;
      case "title" -> {
        if (documentTitle.isEmpty()) {
          documentTitle = Texts.fold(element.text());
        }
      }
      case "script" -> seeScript(element);
      default -> {}
    }
  }

  /// Looks at an element of the body, of which `marks` were read.
  void see(Element element, Marks marks, int hints, int block) {
    switch (element.normalName()) {
      case "meta", "link", "title", "base" -> seeHead(element);
      case "script" -> seeScript(element);
      case "time" -> keep(times, element, block);
      case "h1" -> keep(headings, element, block);
      case "h2" -> keep(subheadings, element, block);
      case "img" -> keep(images, element, block);
      case "html" -> language = element.attr("lang");
      default -> {}
    }
    if (element.attributesSize() > 0) {
      seeMarks(element, marks, hints, block);
    }
  }

  private void seeMarks(Element element, Marks marks, int hints, int block) {
    if (marks.heading() == 1 && !element.normalName().equals("h1")) {
      keep(headings, element, block);
    }
    if (marks.isProperty) {
      keep(properties, element, block);
    }
    if (marks.isItem) {
      keep(items, element, block);
    }
    if (!marks.rel.isEmpty()) {
      seeRelation(element, marks.rel, hints, block);
    }
    if (element.normalName().equals("a") && Licences.mayName(element.attr("href"))) {
      keep(licences, element, block);
    }
    if (Hint.BYLINE.in(hints) && (hints & OTHERS_BYLINE) == 0) {
      keep(bylines, element, block);
    }
    if (Hint.DATE.in(hints)) {
      keep(dates, element, block);
    }
    if (Hint.TITLE.in(hints)) {
      keep(titles, element, block);
    }
  }

  private void seeRelation(Element element, String rel, int hints, int block) {
    if (rel.contains("tag")) {
      keep(tagLinks, element, block);
    }
    if (rel.contains("author") && !Hint.COMMENTS.in(hints)) {
      keep(bylines, element, block);
    }
    if (rel.contains("license") && !Licences.mayName(element.attr("href"))) {
      keep(licences, element, block);
    }
  }

  private void seeMeta(Element element) {
    String content = Texts.fold(element.attr("content"));
    for (String key : new String[] {"name", "property", "itemprop", "http-equiv"}) {
      String name = element.attr(key).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !content.isEmpty()) {
        keep(metas.computeIfAbsent(name, n -> new ArrayList<>()), content);
      }
    }
  }

  private void seeScript(Element element) {
    if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      keep(jsonLd, element.data());
    }
  }

  private static void keep(List<Placed> list, Element element, int block) {
    if (list.size() < MAX_KEPT) {
      list.add(new Placed(element, block));
    }
  }

  private static <T> void keep(List<T> list, T item) {
    if (list.size() < MAX_KEPT) {
      list.add(item);
    }
  }
}
