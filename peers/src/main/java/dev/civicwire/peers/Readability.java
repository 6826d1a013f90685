package dev.civicwire.peers;

import dev.civicwire.ingest.extract.eval.Answer;
import dev.civicwire.ingest.extract.eval.PeerExtractor;
import java.util.List;
import java.util.Optional;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;

/// Readability4J, the port of the reader view of Firefox.
public final class Readability implements PeerExtractor {
  @Override
  public String name() {
    return "Readability4J";
  }

  @Override
  public Answer extract(String html, String url) {
    Article article = new Readability4J(url, html).parse();
    return new Answer(
        Optional.ofNullable(article.getTextContent()).orElse(""),
        Optional.ofNullable(article.getTitle()),
        Optional.ofNullable(article.getByline()).map(List::of).orElse(List.of()),
        Optional.empty());
  }
}
