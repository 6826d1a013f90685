package dev.civicwire.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Pages that are made to exhaust a reader.
enum Attack {
  DEEP_NESTING(() -> "<div>".repeat(100_000) + Attack.PROSE),
  DEEP_INLINE(() -> "<b><i>".repeat(50_000) + Attack.PROSE),
  DEEP_LISTS(() -> "<ul><li>".repeat(50_000) + Attack.PROSE),
  DEEP_TABLES(() -> "<table><tr><td>".repeat(20_000) + Attack.PROSE),
  MANY_SIBLINGS(() -> "<p>x</p>".repeat(1_000_000)),
  MANY_BREAKS(() -> "x<br>".repeat(500_000)),
  MANY_CELLS(() -> "<table><tr>" + "<td>1</td>".repeat(300_000) + "</tr></table>"),
  LONG_LINE(() -> "<p>" + "The council met again. ".repeat(900_000) + "</p>"),
  LONG_WORD(() -> "<p>" + "x".repeat(5_000_000) + "</p>"),
  UNCLOSED(() -> "<div class=a><p><span><table><tr><td><a href='".repeat(5_000)),
  SCRIPT_OF_TAGS(() -> "<script>" + "</p><p>text".repeat(200_000) + "</script>" + Attack.PROSE),
  SCRIPT_OF_TEXTS(
      () ->
          "<script>x=["
              + ("\"\\u003cp>" + "word ".repeat(90) + "\\u003cp>\",").repeat(8_000)
              + "]</script>"),
  SCRIPT_OF_ONE_TEXT(() -> "<script>x=\"" + "<p>word\\n".repeat(500_000) + "\"</script>"),
  SCRIPT_OF_STRINGS_IN_STRINGS(
      () -> "<script>x=\"{" + "\\\"[\\\\\\\"".repeat(500_000) + "\"</script>"),
  SCRIPT_OF_OPEN_STRING(() -> "<script>x=\"" + "\\u00".repeat(1_000_000)),
  MANY_SCRIPTS(() -> "<script>\"".repeat(500_000)),
  BIG_JSON_LD(
      () ->
          "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
              + "word ".repeat(2_000_000)
              + "\"}</script>"
              + Attack.PROSE),
  BIG_JSON_LD_AND_MANY_BLOCKS(
      () ->
          "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
              + "word ".repeat(1_000_000)
              + "\"}</script>"
              + "<p>the council met again today</p>".repeat(40_000)),
  LONG_TITLE_AND_MANY_BLOCKS(
      () ->
          "<title>"
              + "word ".repeat(400_000)
              + "</title>"
              + "<p>a line of a list</p>".repeat(40_000)),
  OPEN_FORMATTING(() -> "<b><i><u><s>".repeat(3) + "<p>x".repeat(300_000)),
  DEEP_JSON_LD(
      () ->
          "<script type='application/ld+json'>"
              + "[".repeat(1_000_000)
              + "</script>"
              + Attack.PROSE),
  MANY_JSON_LD_TOKENS(
      () ->
          "<script type='application/ld+json'>["
              + "[],".repeat(1_000_000)
              + "1]</script>"
              + Attack.PROSE),
  DEEP_JSON_OBJECTS(
      () ->
          "<script type='application/ld+json'>"
              + "{\"a\":".repeat(200_000)
              + "</script>"
              + Attack.PROSE),
  MANY_ATTRIBUTES(() -> "<p " + "a b c d e f ".repeat(100_000) + ">text</p>" + Attack.PROSE),
  LONG_CLASS(
      () -> "<div class='" + "related-posts ".repeat(300_000) + "'>" + Attack.PROSE + "</div>"),
  MANY_ITEMS(
      () ->
          "<div itemscope itemtype='https://schema.org/JobPosting'><span itemprop='title'>x</span>"
              .repeat(20_000)),
  MANY_BYLINES(() -> "<div class='author'>By Asha Whitcombe".repeat(50_000)),
  MANY_DATES(() -> "<time datetime='1'>1 1 1 1 1</time>".repeat(100_000) + Attack.PROSE),
  MANY_TITLES(() -> "<h1>a - b - c | d</h1>".repeat(100_000) + Attack.PROSE),
  LONG_TITLE(() -> "<title>" + "a - b | c: ".repeat(200_000) + "</title>" + Attack.PROSE),
  ENTITIES(() -> "<p>" + "&amp;&lt;&#x41;".repeat(500_000) + "</p>"),
  ZERO_BYTES(() -> "\0".repeat(1_000_000) + Attack.PROSE),
  MANY_ADDRESSES(() -> "<p " + "href=a src=b ".repeat(80_000) + ">text</p>" + Attack.PROSE),
  DRAWING_OF_OPEN_COMMENTS(() -> "<svg>" + "<!--".repeat(1_000_000) + Attack.PROSE),
  MANY_AUTHORS(
      () ->
          "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":["
              + "{\"@type\":\"Person\",\"name\":\"Ann Bee\"},".repeat(100_000)
              + "\"Ann Bee\"]}</script>"
              + Attack.PROSE),
  LONG_AUTHOR(
      () ->
          "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\""
              + "Ann Bee and ".repeat(300_000)
              + "\"}</script>"
              + Attack.PROSE),
  COMMENT_OPEN(() -> "<!--" + " -- ".repeat(500_000) + Attack.PROSE);

  private static final String PROSE =
      "<p>The council has set aside four million pounds for a new case management system this"
          + " year.</p>";

  @SuppressWarnings("ImmutableEnumChecker") // the suppliers hold nothing
  private final Supplier<String> html;

  Attack(Supplier<String> html) {
    this.html = html;
  }

  /// The page, made anew.
  byte[] bytes() {
    return html.get().getBytes(StandardCharsets.UTF_8);
  }
}
