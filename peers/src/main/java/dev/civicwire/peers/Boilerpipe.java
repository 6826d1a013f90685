package dev.civicwire.peers;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import dev.civicwire.ingest.extract.eval.Answer;
import dev.civicwire.ingest.extract.eval.PeerExtractor;

/// boilerpipe's extractor for articles.
public final class Boilerpipe implements PeerExtractor {
  @Override
  public String name() {
    return "boilerpipe";
  }

  @Override
  public Answer extract(String html, String url) {
    try {
      return Answer.ofText(ArticleExtractor.getInstance().getText(html));
    } catch (BoilerpipeProcessingException e) {
      return Answer.NONE;
    }
  }
}
