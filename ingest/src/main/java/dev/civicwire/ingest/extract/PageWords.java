package dev.civicwire.ingest.extract;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What the page says of itself that its blocks are compared with.
///
/// @param titles letters of each title that is declared
/// @param description letters of the description
/// @param isArticle whether Open Graph calls the page an article
/// @param body letters of the body in structured data, empty where none is given
record PageWords(Set<String> titles, String description, String body, boolean isArticle) {
  /// Every block is looked for in these texts: more of them is not kept, or a page of many blocks
  /// and one long text would take their product of time.
  private static final int MAX_LINE = 2_000;

  private static final int MAX_BODY = 120_000;

  static PageWords of(PageFacts facts) {
    Set<String> titles = new HashSet<>();
    titles.add(letters(facts.documentTitle, MAX_LINE));
    for (String name : new String[] {"og:title", "twitter:title", "title", "dc.title"}) {
      facts.firstMeta(name).ifPresent(title -> titles.add(letters(title, MAX_LINE)));
    }
    titles.remove("");
    String description =
        letters(facts.firstMeta("og:description", "description").orElse(""), MAX_LINE);
    return new PageWords(
        titles, description, "", facts.firstMeta("og:type").orElse("").contains("article"));
  }

  /// The same, with the body in structured data.
  PageWords with(Optional<String> structuredBody) {
    return structuredBody
        .map(text -> new PageWords(titles, description, letters(text, MAX_BODY), isArticle))
        .orElse(this);
  }

  private static String letters(String text, int max) {
    return Texts.letters(text.substring(0, Math.min(text.length(), max)));
  }

  /// 0 where `letters` is no title, 1 where it is part of one, 2 where it is one or holds one.
  int titleMatch(String letters) {
    int match = 0;
    for (String title : titles) {
      if (letters.equals(title) || (letters.startsWith(title) && title.length() > 15)) {
        return 2;
      }
      if (letters.length() > 15 && title.contains(letters)) {
        match = 1;
      }
    }
    return match;
  }

  /// 1 where the description has the begin of `letters`, 2 where it is the whole of it.
  int descriptionMatch(String letters) {
    if (description.length() < 20 || letters.length() < 20) {
      return 0;
    }
    if (letters.equals(description)) {
      return 2;
    }
    String begin = letters.substring(0, Math.min(40, letters.length()));
    return description.contains(begin) ? 1 : 0;
  }

  /// -1 where no body is declared, else whether it has the begin of `letters`.
  int bodyMatch(String letters) {
    if (body.length() < 200 || letters.length() < 12) {
      return -1;
    }
    return body.contains(letters.substring(0, Math.min(40, letters.length()))) ? 1 : 0;
  }
}
