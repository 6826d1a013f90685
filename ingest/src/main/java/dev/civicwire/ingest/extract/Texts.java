package dev.civicwire.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Small operations on text.
final class Texts {
  /// What [#letter] gives for ASCII.
  private static final byte[] LETTERS = new byte[128];

  static {
    for (char c = 0; c < LETTERS.length; c++) {
      LETTERS[c] = (byte) letter(c);
    }
  }

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
      } else if (at instanceof Element child && !ElementKind.of(child.normalName()).isInline()) {
        inline.append(" ");
      }
      at = Markup.next(at, element);
    }
    return inline.length() > max ? "" : inline.text();
  }

  /// Letters and digits in lower case, parted by single spaces: for comparing.
  static String letters(String text) {
    int length = text.length();
    byte[] out = new byte[length];
    int size = 0;
    boolean gap = false;
    for (int at = 0; at < length; at++) {
      char c = text.charAt(at);
      int letter = c < LETTERS.length ? LETTERS[c] : letter(c);
      if (letter == 0) {
        gap = true;
        continue;
      }
      if (letter > 0xFF) {
        return lettersOfAnyScript(text);
      }
      if (gap && size > 0) {
        out[size++] = ' ';
      }
      gap = false;
      out[size++] = (byte) letter;
    }
    return new String(out, 0, size, StandardCharsets.ISO_8859_1);
  }

  private static int letter(char c) {
    return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
  }

  private static String lettersOfAnyScript(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int at = 0; at < text.length(); at++) {
      int letter = letter(text.charAt(at));
      if (letter != 0) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        out.append((char) letter);
      }
      gap = letter == 0;
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

  /// The text of a value of structured data that is HTML, a line a block.
  static String lines(String raw) {
    String decoded = raw.indexOf('<') < 0 ? Parser.unescapeEntities(raw, false) : raw;
    Document document = Jsoup.parseBodyFragment(decoded);
    return BlockReader.read(document, new PageFacts()).list.stream()
        .map(block -> block.text)
        .collect(Collectors.joining("\n"));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static Optional<String> nonBlank(String text) {
    String folded = fold(text);
    return folded.isEmpty() ? Optional.empty() : Optional.of(folded);
  }
}
