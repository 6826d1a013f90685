package dev.civicwire.ingest.extract;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// A page after one parse and one walk.
record ParsedPage(Document document, PageFacts facts, Blocks blocks, PageDecoder.Decoded decoded) {
  /// Deeper nesting is flattened by the parser, so that nothing after it has to fear depth.
  private static final int MAX_DEPTH = 256;

  static ParsedPage of(byte[] bytes, Optional<String> contentType, String url) {
    PageDecoder.Decoded decoded = PageDecoder.decode(LeanMarkup.of(bytes), contentType);
    Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(decoded.text(), url);
    PageFacts facts = new PageFacts();
    Blocks blocks = BlockReader.read(document, facts);
    return new ParsedPage(document, facts, blocks, decoded);
  }
}
