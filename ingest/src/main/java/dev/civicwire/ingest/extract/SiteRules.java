package dev.civicwire.ingest.extract;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.select.Selector;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Rules for sites where the general way is not enough: a folder of YAML files, one a site. None is
/// shipped; the general way is always the fallback. Immutable.
public final class SiteRules {
  private static final Set<String> KEYS =
      Set.of("site", "from", "until", "body", "drop", "title", "authors", "published");

  private final List<SiteRule> rules;

  private SiteRules(List<SiteRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// No rules at all.
  public static SiteRules none() {
    return new SiteRules(List.of());
  }

  /// The rules of the `.yaml` files in `folder`.
  ///
  /// @throws StageException where a file is no rule; names the file and what is wrong
  /// @throws IOException where the folder cannot be read
  public static SiteRules load(Path folder) throws IOException {
    List<SiteRule> rules = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList()) {
        rules.add(read(file));
      }
    }
    return new SiteRules(rules);
  }

  private static SiteRule read(Path file) throws IOException {
    try {
      JsonNode node = new YAMLMapper().readTree(Files.readString(file));
      for (String key : node.propertyNames()) {
        if (!KEYS.contains(key)) {
          throw new StageException(file + ": unknown key '" + key + "'; known are " + sorted());
        }
      }
      return new SiteRule(
          required(node, "site", file),
          LocalDate.parse(required(node, "from", file)),
          text(node, "until").map(LocalDate::parse),
          selectors(node, "body", file),
          selectors(node, "drop", file),
          selectors(node, "title", file),
          selectors(node, "authors", file),
          selectors(node, "published", file));
    } catch (JacksonException e) {
      throw new StageException(file + " is no YAML: " + e.getOriginalMessage(), e);
    } catch (DateTimeException e) {
      throw new StageException(file + ": a date is written 2026-11-22: " + e.getMessage(), e);
    }
  }

  private static List<String> sorted() {
    return KEYS.stream().sorted().toList();
  }

  private static String required(JsonNode node, String key, Path file) {
    return text(node, key)
        .orElseThrow(() -> new StageException(file + ": the key '" + key + "' is missing"));
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Texts.nonBlank(node.path(key).asString(""));
  }

  private static List<String> selectors(JsonNode node, String key, Path file) {
    List<String> selectors =
        StructuredData.list(node.path(key)).stream().map(n -> n.asString("")).toList();
    for (String selector : selectors) {
      try {
        org.jsoup.select.QueryParser.parse(selector);
      } catch (Selector.SelectorParseException | IllegalArgumentException e) {
        throw new StageException(
            "%s: '%s' below '%s' is no CSS selector: %s"
                .formatted(file, selector, key, e.getMessage()),
            e);
      }
    }
    return selectors;
  }

  /// The rule for a page of `url` on `day`.
  Optional<SiteRule> find(String url, LocalDate day) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    String host = host(url);
    return rules.stream().filter(rule -> rule.isFor(host, day)).findFirst();
  }

  private static String host(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost()).map(Texts::lower).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
