package dev.civicwire.ingest.extract;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Small operations on text.
final class Texts {
  private Texts() {}

  /// White space folded to single spaces, ends cut, invisible characters gone.
  static String fold(String raw) {
    Inline inline = new Inline();
    inline.append(raw);
    return inline.text();
  }

  /// The text of `element`, folded; empty where it is longer than `max` characters, which is found
  /// without reading it all.
  static String upTo(Element element, int max) {
    Inline inline = new Inline();
    for (Node at = element.firstChild(); at != null && inline.length() <= max; ) {
      if (at instanceof TextNode text) {
        inline.append(text.getWholeText());
      } else if (at instanceof Element child && !Markup.isInline(child.normalName())) {
        inline.append(" ");
      }
      at = Markup.next(at, element);
    }
    return inline.length() > max ? "" : inline.text();
  }

  /// Letters and digits in lower case, parted by single spaces: for comparing.
  static String letters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.append(Character.toLowerCase(c));
      } else {
        gap = true;
      }
    }
    return out.toString();
  }

  /// Entities decoded and tags taken out, for values of structured data that are HTML by mistake.
  static String plain(String raw) {
    boolean markup = raw.indexOf('<') >= 0 && raw.indexOf('>') > 0;
    boolean entities = raw.indexOf('&') >= 0 && raw.indexOf(';') > 0;
    if (!markup && !entities) {
      return raw;
    }
    String decoded = entities ? Parser.unescapeEntities(raw, false) : raw;
    return decoded.indexOf('<') >= 0 ? Jsoup.parseBodyFragment(decoded).text() : decoded;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static Optional<String> nonBlank(String text) {
    String folded = fold(text);
    return folded.isEmpty() ? Optional.empty() : Optional.of(folded);
  }
}
