package dev.civicwire.ingest.extract;

import java.util.Iterator;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/// A page after one parse and one walk.
///
/// @param words what its head says of it, without a body of structured data
/// @param cut whether it has more elements or blocks than are read
record ParsedPage(
    Document document,
    PageFacts facts,
    Blocks blocks,
    PageDecoder.Decoded decoded,
    PageWords words,
    boolean cut) {
  private record Tree(Document document, boolean cut) {}

  /// Deeper nesting is flattened by the parser, so that nothing after it has to fear depth.
  private static final int MAX_DEPTH = 256;

  /// Pages of fewer tags are parsed without looking at how many elements they make.
  private static final int MANY_TAGS = 25_000;

  /// Characters of `<p>`.
  private static final int SHORTEST_TAG = 3;

  /// Elements that are read of a page; the largest of the development pages has 10,113.
  private static final int MAX_ELEMENTS = 150_000;

  /// Without what nobody in this package reads.
  static ParsedPage of(byte[] bytes, Optional<String> contentType, String url) {
    return whole(LeanMarkup.of(bytes), contentType, url);
  }

  /// With all that the page has, for a site rule that may select by anything.
  static ParsedPage whole(byte[] bytes, Optional<String> contentType, String url) {
    PageDecoder.Decoded decoded = PageDecoder.decode(bytes, contentType);
    Tree tree = parse(decoded.text(), url);
    PageFacts facts = new PageFacts();
    Blocks blocks = BlockReader.read(tree.document, facts);
    boolean cut = tree.cut || blocks.list.size() >= BlockReader.MAX_BLOCKS;
    return new ParsedPage(tree.document, facts, blocks, decoded, PageWords.of(facts), cut);
  }

  private static Tree parse(String text, String url) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    return hasManyTags(text)
        ? parseInPart(parser, text, url)
        : new Tree(parser.parseInput(text, url), false);
  }

  private static boolean hasManyTags(String text) {
    if (text.length() < MANY_TAGS * SHORTEST_TAG) {
      return false;
    }
    int tags = 0;
    for (int at = text.indexOf('<'); at >= 0 && tags < MANY_TAGS; at = text.indexOf('<', at + 1)) {
      tags++;
    }
    return tags == MANY_TAGS;
  }

  /// A few bytes may make many elements: each paragraph repeats the formatting that was left open
  /// before it. The rest of such a page is not read.
  private static Tree parseInPart(Parser parser, String text, String url) {
    try (StreamParser stream = new StreamParser(parser).parse(text, url)) {
      Iterator<Element> elements = stream.iterator();
      for (int count = 0; count < MAX_ELEMENTS && elements.hasNext(); count++) {
        elements.next();
      }
      return new Tree(stream.document(), elements.hasNext());
    }
  }
}
