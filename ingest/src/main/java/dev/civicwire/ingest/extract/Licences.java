package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// The licence that a page states for its text, in SPDX form where it is a known one.
final class Licences {
  private static final Pattern OPEN_GOVERNMENT =
      Pattern.compile("open[ -]government[ -]licence[^0-9]{0,25}([123])(?:\\.0)?(?![0-9])");

  private static final Pattern COMMONS =
      Pattern.compile("creativecommons\\.org/licenses/([a-z-]{2,12})(?:/(\\d\\.\\d))?");

  /// Longest line at the end of a page that states the licence, in characters.
  private static final int MAX_LINE = 600;

  private final ParsedPage page;

  /// First block after the body: a licence that an article names is not its own.
  private final int bodyEnd;

  Licences(ParsedPage page, int bodyEnd) {
    this.page = page;
    this.bodyEnd = bodyEnd;
  }

  Optional<Found<String>> find(StructuredData data) {
    return related()
        .or(this::meta)
        .or(
            () ->
                data.article()
                    .flatMap(
                        thing ->
                            data.text(thing.node(), "license")
                                .flatMap(Licences::known)
                                .map(name -> new Found<>(name, thing.from(), 0.85))))
        .or(this::linked)
        .or(this::written);
  }

  private Optional<Found<String>> related() {
    Stream<Element> inText = page.facts().licences.stream().map(PageFacts.Placed::element);
    return Stream.concat(inText, page.facts().links.stream())
        .filter(element -> Texts.lower(element.attr("rel")).contains("license"))
        .flatMap(element -> named(element).stream())
        .findFirst()
        .map(name -> new Found<>(name, "rel-license", 0.9));
  }

  private static Optional<String> named(Element element) {
    return known(element.attr("href") + " " + element.text());
  }

  private Optional<Found<String>> meta() {
    return page.facts()
        .firstMeta(
            "dcterms.license", "dc.rights", "dcterms.rights", "rights", "license", "copyright")
        .flatMap(Licences::known)
        .map(name -> new Found<>(name, "meta", 0.8));
  }

  /// Links to a licence after the body, or in its last line.
  private Optional<Found<String>> linked() {
    return page.facts().licences.stream()
        .filter(placed -> placed.block() >= bodyEnd - 1)
        .flatMap(placed -> named(placed.element()).stream())
        .findFirst()
        .map(name -> new Found<>(name, "link", 0.85));
  }

  private Optional<Found<String>> written() {
    List<Block> blocks = page.blocks().list;
    for (Block block : blocks.subList(Math.max(0, bodyEnd - 1), blocks.size())) {
      boolean brief = block.text.length() <= MAX_LINE && mayName(block.text);
      Optional<String> known = brief ? known(block.text) : Optional.empty();
      if (known.isPresent()) {
        return known.map(name -> new Found<>(name, "text", 0.8));
      }
    }
    return Optional.empty();
  }

  /// Cheap to ask of every line or address: whether it has a part of a licence's name.
  static boolean mayName(String text) {
    return text.contains("icence") || text.contains("ICENCE") || text.contains("reativecommons");
  }

  private static Optional<String> known(String text) {
    String lower = Texts.lower(text);
    if (lower.contains("open government licence") || lower.contains("open-government-licence")) {
      Matcher version = OPEN_GOVERNMENT.matcher(lower);
      return Optional.of(version.find() ? "OGL-" + version.group(1) + ".0" : "OGL");
    }
    Matcher commons = COMMONS.matcher(lower);
    if (commons.find()) {
      String version = commons.group(2) == null ? "" : "-" + commons.group(2);
      return Optional.of("CC-" + commons.group(1).toUpperCase(Locale.ROOT) + version);
    }
    return lower.contains("creativecommons.org/publicdomain/zero")
        ? Optional.of("CC0-1.0")
        : Optional.empty();
  }
}
