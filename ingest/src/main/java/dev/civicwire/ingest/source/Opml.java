package dev.civicwire.ingest.source;

import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/// Lists of feeds as other readers keep them (OPML 2.0).
public final class Opml {
  private static final int MAX_NAME = 60;

  private Opml() {}

  /// A feed of the list.
  ///
  /// @param name unique, made from the title
  public record Feed(String name, String url) {}

  /// The feeds of an OPML text, each address once.
  ///
  /// @param file for messages
  /// @throws StageException where it holds no feed
  public static List<Feed> read(String opml, String file) {
    Document document = Jsoup.parse(opml, "", Parser.xmlParser());
    List<Feed> feeds = new ArrayList<>();
    Set<String> urls = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Element outline : document.select("outline[xmlUrl], outline[xmlurl]")) {
      String url = outline.hasAttr("xmlUrl") ? outline.attr("xmlUrl") : outline.attr("xmlurl");
      UrlIdentity.fetchable(url)
          .filter(urls::add)
          .ifPresent(
              address -> feeds.add(new Feed(unique(name(outline, address), names), address)));
    }
    if (feeds.isEmpty()) {
      throw new StageException(
          file + " holds no outline with an xmlUrl of http or https; give an OPML file of feeds");
    }
    return feeds;
  }

  /// The feeds among `sources` as OPML.
  public static String write(List<Source> sources) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n");
    out.append("  <head><title>Civicwire sources</title></head>\n  <body>\n");
    for (Source source : sources) {
      if (source instanceof FeedSource) {
        out.append(
            "    <outline type=\"rss\" text=\"%s\" xmlUrl=\"%s\"/>%n"
                .formatted(Entities.escape(source.name()), Entities.escape(source.url())));
      }
    }
    return out.append("  </body>\n</opml>\n").toString();
  }

  private static String name(Element outline, String url) {
    String title = outline.hasAttr("title") ? outline.attr("title") : outline.attr("text");
    String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name = words.replaceAll("^-+|-+$", "");
    String base = name.isEmpty() ? UrlIdentity.host(url).orElse("feed") : name;
    return base.length() > MAX_NAME ? base.substring(0, MAX_NAME) : base;
  }

  private static String unique(String name, Set<String> names) {
    String next = name;
    for (int i = 2; !names.add(next); i++) {
      next = name + "-" + i;
    }
    return next;
  }
}
