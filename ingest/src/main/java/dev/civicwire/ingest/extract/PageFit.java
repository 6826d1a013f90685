package dev.civicwire.ingest.extract;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Tells whether a thing of structured data is the page's own, by its title and its address: pages
/// describe related articles and similar posts in the same way as their own.
final class PageFit {
  /// Longest title that is compared, in characters.
  private static final int MAX_TITLE = 400;

  /// A title that is part of another is at least so long, in letters.
  private static final int MIN_PART = 10;

  private final Set<String> titles = new HashSet<>();
  private final Set<String> addresses = new HashSet<>();

  /// @param url of the page, empty where it is unknown
  PageFit(PageFacts facts, String url) {
    facts.headings.stream()
        .limit(3)
        .forEach(heading -> addTitle(Texts.upTo(heading.element(), MAX_TITLE)));
    addTitle(facts.documentTitle);
    for (String name : new String[] {"og:title", "twitter:title", "title", "dc.title"}) {
      facts.firstMeta(name).ifPresent(this::addTitle);
    }
    addAddress(url);
    facts.canonicalLink().ifPresent(this::addAddress);
    facts.firstMeta("og:url").ifPresent(this::addAddress);
  }

  private void addTitle(String title) {
    String letters = title.length() > MAX_TITLE ? "" : Texts.letters(title);
    if (!letters.isEmpty()) {
      titles.add(letters);
    }
  }

  /// A site's root is the address of no article.
  private void addAddress(String url) {
    String address = address(url);
    if (address.indexOf('/') > 0) {
      addresses.add(address);
    }
  }

  /// Without scheme, `www.`, query, fragment and the last slash.
  private static String address(String url) {
    String rest = Texts.lower(url.strip()).replaceFirst("^https?://(?:www\\.)?", "");
    int end = rest.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = rest.indexOf(mark);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    String bare = rest.substring(0, end);
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /// 2 where title or address are the page's, 1 where one title is part of the other, else 0.
  int of(JsonNode thing, Optional<String> title) {
    int byTitle = title.map(this::ofTitle).orElse(0);
    return byTitle == 2 || isHere(thing) ? 2 : byTitle;
  }

  private int ofTitle(String title) {
    String letters = title.length() > MAX_TITLE ? "" : Texts.letters(title);
    if (titles.contains(letters)) {
      return 2;
    }
    return titles.stream().anyMatch(own -> isPart(own, letters) || isPart(letters, own)) ? 1 : 0;
  }

  private static boolean isPart(String part, String whole) {
    return part.length() >= MIN_PART && (" " + whole + " ").contains(" " + part + " ");
  }

  private boolean isHere(JsonNode thing) {
    for (String property : new String[] {"url", "@id", "mainEntityOfPage"}) {
      JsonNode value = thing.path(property);
      String url = value.isObject() ? value.path("@id").asString("") : value.asString("");
      if (url.length() <= MAX_TITLE && addresses.contains(address(url))) {
        return true;
      }
    }
    return false;
  }
}
