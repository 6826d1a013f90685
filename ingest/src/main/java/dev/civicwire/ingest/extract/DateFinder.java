package dev.civicwire.ingest.extract;

import dev.civicwire.contract.PartialDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/// Finds when the article was first published and last changed. The time of fetching is never an
/// answer: a page without a date is undated.
final class DateFinder {
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time", "og:published_time", "article:published", "og:article:published_time", "datepublished",
          "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publication_date", "publicationdate",
          "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date", "pubdate",
          "published_time", "published-date", "article.published", "cxenseparse:recs:publishtime", "article_date_original",
          "originalpublicationdate", "citation_publication_date", "citation_online_date", "citation_date", "timestamp", "created",
          "rnews:datepublished", "prism.publicationdate", "gentime", "ptime", "pdate", "bt:pubdate", "shareaholic:article_published_time",
          "vr:published_time", "release_date", "dateposted", "date.release", "analyticsattributes.articledate", "article.created", "citation_year");
  private static final List<String> MODIFIED =
      List.of(
          "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified", "dc.date.modified",
          "last-modified", "lastmod", "article:modified", "modified_time", "revised", "cxenseparse:modifiedtime");

  private static final Pattern URL_DAY =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[/_-]?(\\d{2})[/_-]?(\\d{2})(?!\\d)");
  private static final Pattern URL_PARTS = Pattern.compile("/((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})(?:/|$|-)");

  /// Blocks that are searched for a date before the body and after its end.
  private static final int BEFORE = 12;

  private static final int AFTER = 8;

  private static final int MAX_LINE = 160;

  private final PageFacts facts;
  private final StructuredData data;
  private final DateText dates;
  private final Blocks blocks;

  DateFinder(PageFacts facts, StructuredData data, DateText dates, Blocks blocks) {
    this.facts = facts;
    this.data = data;
    this.dates = dates;
    this.blocks = blocks;
  }

  /// First publication.
  Optional<Found<PartialDate>> published(String url, int bodyStart, int bodyEnd) {
    return structured(List.of("datePublished", "dateCreated", "uploadDate", "datePosted"))
        .or(() -> meta(PUBLISHED, 0.9))
        .or(() -> marked("datePublished"))
        .or(() -> time(bodyStart, bodyEnd))
        .or(() -> classed(bodyStart, bodyEnd))
        .or(() -> url(url))
        .or(() -> lines(bodyStart, bodyEnd))
        .or(() -> anyTime())
        .or(() -> modified().map(found -> new Found<>(found.value(), found.from(), 0.3)));
  }

  /// Last change.
  Optional<Found<PartialDate>> modified() {
    return structured(List.of("dateModified")).or(() -> meta(MODIFIED, 0.85)).or(() -> marked("dateModified"));
  }

  private Optional<Found<PartialDate>> structured(List<String> properties) {
    Optional<StructuredData.Thing> article = data.article().or(() -> data.first("JobPosting"));
    if (article.isEmpty()) {
      return Optional.empty();
    }
    JsonNode node = article.get().node();
    for (String property : properties) {
      Optional<PartialDate> date = data.text(node, property).flatMap(dates::find);
      if (date.isPresent()) {
        return Optional.of(new Found<>(date.get(), article.get().from(), 0.95));
      }
    }
    return Optional.empty();
  }

  private Optional<Found<PartialDate>> meta(List<String> names, double confidence) {
    for (String name : names) {
      for (String content : facts.meta(name)) {
        Optional<PartialDate> date = dates.find(content);
        if (date.isPresent()) {
          return Optional.of(new Found<>(date.get(), "meta " + name, confidence));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found<PartialDate>> marked(String property) {
    for (PageFacts.Placed placed : facts.properties) {
      Element element = placed.element();
      if (element.attr("itemprop").contains(property) || element.attr("property").endsWith(property)) {
        Optional<PartialDate> date = dates.find(ItemReader.value(element)).or(() -> dates.find(element.text()));
        if (date.isPresent()) {
          return Optional.of(new Found<>(date.get(), "itemprop", 0.85));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found<PartialDate>> time(int bodyStart, int bodyEnd) {
    Optional<Found<PartialDate>> fallback = Optional.empty();
    for (PageFacts.Placed placed : facts.times) {
      if (placed.block() < bodyStart - BEFORE - 8 || placed.block() > bodyEnd + AFTER) {
        continue;
      }
      Optional<PartialDate> date = dateOf(placed.element());
      if (date.isPresent()) {
        Found<PartialDate> found = new Found<>(date.get(), "time", 0.75);
        String names = Texts.lower(placed.element().className() + placed.element().attr("itemprop"));
        if (!names.contains("updated") && !names.contains("modified")) {
          return Optional.of(found);
        }
        fallback = fallback.isPresent() ? fallback : Optional.of(found);
      }
    }
    return fallback;
  }

  private Optional<PartialDate> dateOf(Element time) {
    return dates.find(time.attr("datetime")).or(() -> dates.find(time.text())).or(() -> dates.find(time.attr("title")));
  }

  private Optional<Found<PartialDate>> anyTime() {
    for (PageFacts.Placed placed : facts.times) {
      Optional<PartialDate> date = dateOf(placed.element());
      if (date.isPresent()) {
        return Optional.of(new Found<>(date.get(), "time", 0.4));
      }
    }
    return Optional.empty();
  }

  /// Elements whose class says date, near the body.
  private Optional<Found<PartialDate>> classed(int bodyStart, int bodyEnd) {
    for (PageFacts.Placed placed : facts.dates) {
      if (placed.block() >= bodyStart - BEFORE - 8 && placed.block() <= bodyEnd + AFTER) {
        String text = placed.element().text();
        Optional<PartialDate> date = text.length() > MAX_LINE ? Optional.empty() : dates.find(text);
        date = date.or(() -> dates.find(placed.element().attr("title"))).or(() -> dates.find(placed.element().attr("content")));
        if (date.isPresent()) {
          return Optional.of(new Found<>(date.get(), "date-class", 0.7));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found<PartialDate>> url(String url) {
    for (Pattern pattern : List.of(URL_PARTS, URL_DAY)) {
      Matcher m = pattern.matcher(url);
      while (m.find()) {
        Optional<PartialDate> date = dates.find(m.group(1) + "-" + m.group(2) + "-" + m.group(3));
        if (date.isPresent()) {
          return Optional.of(new Found<>(date.get(), "url", 0.7));
        }
      }
    }
    return Optional.empty();
  }

  /// Short lines with a date: just before the body, then at its begin, then after it.
  private Optional<Found<PartialDate>> lines(int bodyStart, int bodyEnd) {
    int from = Math.max(0, bodyStart - BEFORE);
    int to = Math.min(blocks.list.size(), bodyStart + 3);
    for (int at = from; at < to; at++) {
      Optional<Found<PartialDate>> date = line(at, 0.55);
      if (date.isPresent()) {
        return date;
      }
    }
    int end = Math.min(blocks.list.size(), bodyEnd + AFTER);
    for (int at = Math.max(to, bodyEnd - 4); at < end; at++) {
      Optional<Found<PartialDate>> date = line(at, 0.45);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private Optional<Found<PartialDate>> line(int at, double confidence) {
    String text = blocks.list.get(at).text;
    return text.length() > MAX_LINE
        ? Optional.empty()
        : dates.find(text).map(date -> new Found<>(date, "text", confidence));
  }
}
