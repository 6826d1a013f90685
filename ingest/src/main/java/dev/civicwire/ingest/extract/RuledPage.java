package dev.civicwire.ingest.extract;

import dev.civicwire.contract.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// A page read by the rule of its site.
final class RuledPage {
  static final String FROM = "site-rule";
  private static final double SURE = 0.97;

  /// Longest title or byline, in characters.
  private static final int MAX_LINE = 300;

  private final SiteRule rule;
  private final ParsedPage page;

  RuledPage(SiteRule rule, ParsedPage page) {
    this.rule = rule;
    this.page = page;
  }

  /// The body; empty where the rule's selectors match nothing any more.
  Optional<BodyText> body() {
    Document shell = Document.createShell(page.document().baseUri());
    for (String selector : rule.body()) {
      for (Element part : page.document().select(selector)) {
        shell.body().appendChild(part.clone());
      }
    }
    rule.drop().forEach(selector -> shell.select(selector).remove());
    List<Block> kept = BlockReader.read(shell, new PageFacts()).list;
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    BodyText body = BodyText.of(kept, FROM);
    int start = indexOf(kept.getFirst().text, 0);
    int end = Math.max(start, indexOf(kept.getLast().text, page.blocks().list.size() - 1));
    return Optional.of(new BodyText(kept, body.text(), FROM, start, end + 1));
  }

  private int indexOf(String text, int otherwise) {
    for (Block block : page.blocks().list) {
      if (block.text.equals(text)) {
        return block.index;
      }
    }
    return otherwise;
  }

  Optional<Found<String>> title() {
    return first(rule.title()).map(title -> new Found<>(title, FROM, SURE));
  }

  Optional<Found<List<String>>> authors(String site) {
    List<String> names = new ArrayList<>();
    for (String selector : rule.authors()) {
      for (Element element : page.document().select(selector)) {
        names.addAll(new AuthorNames(site, "").people(Texts.upTo(element, MAX_LINE), true));
      }
    }
    List<String> distinct = names.stream().distinct().toList();
    return distinct.isEmpty() ? Optional.empty() : Optional.of(new Found<>(distinct, FROM, SURE));
  }

  Optional<Found<PartialDate>> published(DateText dates) {
    for (String selector : rule.published()) {
      for (Element element : page.document().select(selector)) {
        Optional<PartialDate> date =
            dates.find(ItemReader.value(element)).or(() -> dates.find(element.text()));
        if (date.isPresent()) {
          return Optional.of(new Found<>(date.get(), FROM, SURE));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> first(List<String> selectors) {
    for (String selector : selectors) {
      Elements found = page.document().select(selector);
      Optional<String> text =
          found.stream().map(e -> Texts.upTo(e, MAX_LINE)).filter(t -> !t.isEmpty()).findFirst();
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }
}
