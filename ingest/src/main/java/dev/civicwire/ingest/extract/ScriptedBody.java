package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The article that a page brings in its scripts, to be shown by a program: the HTML of a text in
/// the data of single-page applications (`{"contentHtml": "<p>…"}`), also where that data is a
/// string itself. Only for pages that show no text of their own, so that what a script holds beside
/// an article (other articles, notices, templates) is never taken for it.
final class ScriptedBody {
  static final String FROM = "script";

  /// Shorter texts are notices and summaries, in characters.
  private static final int MIN_TEXT = 400;

  /// Texts that are weighed of a page.
  private static final int MAX_TEXTS = 100;

  /// Paragraphs that make a text an article's.
  private static final int MIN_TAGS = 2;

  /// Strings within strings that are looked into.
  private static final int MAX_DEPTH = 3;

  /// Of several texts the first of about the greatest length: a page's own article stands before
  /// those that it offers beside.
  private static final double ABOUT = 0.6;

  private static final Pattern SCRIPT = Pattern.compile("(?i)<script\\b[^>]*>");

  private static final Pattern SCRIPT_END = Pattern.compile("(?i)</script");

  private static final Pattern PARAGRAPH = Pattern.compile("(?i)<(?:p|br|div|li|h[2-4])\\b");

  /// What a framework writes before a text: its number and length (`1f:T8a2,<p>`).
  private static final Pattern NUMBER = Pattern.compile("^\\w{1,6}:T\\w{1,8},(?=\\s*<)");

  /// A text that names cookies again and again is the banner's, in most languages.
  private static final Pattern COOKIE = Pattern.compile("(?i)\\bcookie");

  private static final int MANY = 3;

  /// Where a program puts in a picture or an offer (`$$HEAD$$`, `{{ad}}`).
  private static final Pattern SLOT = Pattern.compile("\\$\\$\\w+\\$\\$|\\{\\{\\s*[\\w.-]+\\s*}}");

  /// @param length of what is shown of it
  private record Text(String markup, int length) {}

  private final List<Text> texts = new ArrayList<>();

  private ScriptedBody() {}

  /// The article as a page of its own.
  static Optional<String> in(String html) {
    ScriptedBody body = new ScriptedBody();
    Matcher script = SCRIPT.matcher(html);
    Matcher end = SCRIPT_END.matcher(html);
    for (int at = 0; script.find(at); at = end.end()) {
      if (!end.find(script.end())) {
        break;
      }
      if (!Texts.lower(script.group()).contains("ld+json")) {
        body.look(html.substring(script.end(), end.start()), 1);
      }
    }
    int longest = body.texts.stream().mapToInt(Text::length).max().orElse(0);
    return body.texts.stream()
        .filter(text -> text.length >= longest * ABOUT)
        .findFirst()
        .map(text -> "<body><article>" + text.markup + "</article>");
  }

  /// Looks at each string in double quotes.
  private void look(String script, int depth) {
    int at = script.indexOf('"');
    while (at >= 0 && texts.size() < MAX_TEXTS) {
      int end = end(script, at + 1);
      if (end - at > MIN_TEXT) {
        LenientJson.string(script.substring(at, end) + '"').ifPresent(value -> take(value, depth));
      }
      at = script.indexOf('"', end + 1);
    }
  }

  /// Where the string that begins at `start` ends: at its quote, or with the script.
  private static int end(String script, int start) {
    int at = start;
    while (at < script.length() && script.charAt(at) != '"') {
      at += script.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, script.length());
  }

  private void take(String value, int depth) {
    if (value.indexOf('"') >= 0 && isData(value) && depth < MAX_DEPTH) {
      look(value, depth + 1);
    } else if (PARAGRAPH.matcher(value).results().limit(MIN_TAGS).count() == MIN_TAGS) {
      String markup = SLOT.matcher(NUMBER.matcher(value).replaceFirst("")).replaceAll("");
      int length = Texts.lines(markup).length();
      if (length >= MIN_TEXT && COOKIE.matcher(markup).results().limit(MANY).count() < MANY) {
        texts.add(new Text(markup, length));
      }
    }
  }

  /// Whether a string is data and no markup: its first bracket tells.
  private static boolean isData(String value) {
    return value.chars().filter(c -> "{[<".indexOf(c) >= 0).findFirst().orElse('<') != '<';
  }
}
