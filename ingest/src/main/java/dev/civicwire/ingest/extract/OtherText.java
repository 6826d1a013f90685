package dev.civicwire.ingest.extract;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells text that is no HTML by how it begins, since servers send data, scripts, style sheets and
/// feeds as HTML too, with markup in them. Plain prose is none of these.
final class OtherText {
  private static final Pattern JSON =
      Pattern.compile("\\{\\s*(?:\"[^\"]{0,200}\"\\s*:|\\})|\\[\\s*(?:[\\[{]\\s*[\"\\]}]|\"|\\])");

  private static final Pattern JSONP =
      Pattern.compile("(?:/\\*\\*/)?\\s*[\\w$.]{1,80}\\(\\s*[\\[{]\\s*[\"\\[{]");

  private static final Pattern COMMENTS =
      Pattern.compile("^(?:\\s+|/\\*[^*]*(?:\\*(?!/)[^*]*)*\\*/|//[^\\n]*\\n)+");

  private static final Pattern SCRIPT =
      Pattern.compile(
          "[\"']use strict[\"']"
              + "|(?:var|let|const)\\s+[\\w$]+\\s*(?:=|;|,)"
              + "|(?:async\\s+)?function\\s*[\\w$]*\\s*\\([\\w$, ]*\\)\\s*\\{"
              + "|[!(;]+\\s*(?:function\\s*\\(|\\(\\)\\s*=>)"
              + "|(?:window|self|document|module|exports)(?:\\.\\w+|\\[[^\\]]*\\])+\\s*="
              + "|import\\s[^;\\n]{0,200}\\sfrom\\s+[\"']");

  private static final Pattern STYLE =
      Pattern.compile(
          "@(?:charset|import|font-face|media|namespace)\\b"
              + "|[.#*:\\w\\[][^{}<;]{0,200}\\{\\s*(?:[a-z-]{2,30}\\s*:[^{}<]{1,200}[;}]|\\})");

  private static final Pattern ROOT =
      Pattern.compile(
          "^(?:\\s+|<\\?[^>]{0,300}>|<!--(?:[^-]|-(?!->)){0,500}-->|<!DOCTYPE[^>]{0,300}>)*<([\\w:-]+)",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> FEEDS =
      Set.of("rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "opml");

  private OtherText() {}

  /// What the text is; empty where it may be a page.
  ///
  /// @param head its begin
  static Optional<String> in(String head) {
    String start = head.stripLeading().replaceFirst("^(?:\u00ef\u00bb\u00bf)\\s*", "");
    boolean bare = (start.startsWith("{") || start.startsWith("[")) && head.indexOf('<') < 0;
    if (bare || JSON.matcher(start).lookingAt() || JSONP.matcher(start).lookingAt()) {
      return Optional.of("JSON");
    }
    if (start.startsWith("<")) {
      return xml(start);
    }
    String code = COMMENTS.matcher(start).replaceFirst("");
    if (SCRIPT.matcher(code).lookingAt()) {
      return Optional.of("a script");
    }
    return STYLE.matcher(code).lookingAt() ? Optional.of("a style sheet") : Optional.empty();
  }

  private static Optional<String> xml(String start) {
    String lower = Texts.lower(start);
    Matcher root = ROOT.matcher(lower);
    if (root.find() && FEEDS.contains(root.group(1))) {
      return Optional.of("a feed");
    }
    boolean xml = lower.startsWith("<?xml") && !lower.contains("html");
    return xml ? Optional.of("XML") : Optional.empty();
  }
}
