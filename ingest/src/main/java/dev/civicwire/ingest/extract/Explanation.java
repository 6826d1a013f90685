package dev.civicwire.ingest.extract;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.JobPosting;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.Provenance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Why an extraction came out as it did, in lines for people.
///
/// @param lines a line a block in the order of the page, then a line a metadata value
/// @param refused whether the page gave no article
public record Explanation(List<String> lines, boolean refused) {
  private static final int MAX_TEXT = 90;
  private static final int MAX_PATH = 3;

  public Explanation {
    lines = List.copyOf(lines);
  }

  /// Of a page that was not read as HTML.
  static Explanation of(Extraction extraction) {
    return of(extraction, outcome(extraction));
  }

  static Explanation of(Extraction extraction, ParsedPage page, float[] votes, BodyText body) {
    List<String> lines = new ArrayList<>();
    lines.add("blocks: block, vote of the model, what became of it and why, where, text");
    Set<Block> kept = kept(page, body);
    for (Block block : page.blocks().list) {
      float vote = votes[block.index];
      String fate = kept.contains(block) ? "kept " : "dropped";
      lines.add(
          String.format(
              Locale.ROOT,
              "%4d %.2f %-7s %s | %s | %s",
              block.index,
              vote,
              fate,
              body.from().equals(RuledPage.FROM)
                  ? "site rule"
                  : why(block, vote, kept.contains(block)),
              path(block),
              brief(block.text)));
    }
    lines.add("body: " + body.from() + ", " + body.text().length() + " characters");
    lines.addAll(outcome(extraction));
    return of(extraction, lines);
  }

  private static Explanation of(Extraction extraction, List<String> lines) {
    return new Explanation(lines, extraction instanceof Extraction.Refused);
  }

  /// The page's blocks that are in the body; a site rule reads them from parts of its own.
  private static Set<Block> kept(ParsedPage page, BodyText body) {
    if (!body.from().equals(RuledPage.FROM)) {
      return new HashSet<>(body.kept());
    }
    Set<String> texts = body.kept().stream().map(block -> block.text).collect(Collectors.toSet());
    return page.blocks().list.stream()
        .filter(block -> block.index >= body.start() && block.index < body.end())
        .filter(block -> texts.contains(block.text))
        .collect(Collectors.toSet());
  }

  private static String why(Block block, float vote, boolean kept) {
    List<String> reasons = new ArrayList<>();
    boolean liked = vote > BodyText.SURE;
    if (kept != liked) {
      reasons.add(kept ? structure(block) : "repeat, widget, last heading or not sure enough");
    }
    int standing = block.standing();
    for (Hint hint : Hint.values()) {
      if (hint.in(standing)) {
        reasons.add(Texts.lower(hint.name()));
      }
    }
    if (block.linkDensity() > 0.3) {
      reasons.add(Math.round(block.linkDensity() * 100) + " % links");
    }
    LinePhrases.Match match = block.phrases;
    for (LinePhrases.Kind kind : LinePhrases.Kind.values()) {
      if (match.of(kind) > 0) {
        reasons.add("words of " + Texts.lower(kind.name()));
      }
    }
    return reasons.isEmpty() ? (liked ? "prose" : "model") : String.join(", ", reasons);
  }

  private static String structure(Block block) {
    return block.heading > 0
        ? "heading of kept text"
        : block.row ? "row of facts" : "little else was left";
  }

  private static String path(Block block) {
    StringBuilder path = new StringBuilder(block.box.tag);
    Box box = block.box;
    for (int level = 1; level < MAX_PATH && box.parent != null; level++) {
      box = box.parent;
      path.insert(0, box.tag + ">");
    }
    return path.toString();
  }

  private static List<String> outcome(Extraction extraction) {
    return switch (extraction) {
      case Extraction.Refused(String reason, String message) ->
          List.of("refused: " + reason + ": " + message);
      case Extraction.Found(Article article) -> metadata(article);
    };
  }

  private static List<String> metadata(Article article) {
    List<String> lines = new ArrayList<>();
    lines.add("metadata: field, value, where from, how sure");
    JsonNode json = Json.mapper().valueToTree(article);
    for (Provenance origin : article.provenance()) {
      JsonNode node = json.path(origin.field());
      String value = node.isString() ? node.asString() : node.toString();
      Optional<String> note = origin.note();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-13s %s | %s | %.2f%s",
              origin.field(),
              brief(value),
              origin.from(),
              origin.confidence(),
              note.map(n -> " | " + n).orElse("")));
    }
    article.jobPosting().ifPresent(job -> lines.addAll(facts(job, json.path("job_posting"))));
    return lines;
  }

  /// What the page's structured data says of the post, a line a fact.
  private static List<String> facts(JobPosting job, JsonNode node) {
    List<String> lines = new ArrayList<>();
    for (String field : node.propertyNames()) {
      JsonNode value = node.path(field);
      boolean empty = value.isNull() || (value.isContainer() && value.isEmpty());
      if (!empty && !field.equals("from")) {
        String text = value.isString() ? value.asString() : value.toString();
        lines.add("job_posting." + field + " " + brief(text) + " | " + job.from());
      }
    }
    return lines;
  }

  private static String brief(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT - 1) + "…";
  }
}
