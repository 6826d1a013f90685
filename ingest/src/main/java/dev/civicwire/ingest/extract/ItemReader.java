package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads the items of microdata and RDFa Lite in the form that JSON-LD has.
final class ItemReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Longest value that is taken from an element's text.
  private static final int MAX_TEXT = 20_000;

  private static final int MAX_PARTS = 200;

  /// An item that is no property of another one.
  record Item(JsonNode node, String from) {}

  private final Map<Element, ObjectNode> nodes = new HashMap<>();

  /// Items by the ids of parts elsewhere in the page whose properties are theirs.
  private final Map<String, ObjectNode> byPart = new HashMap<>();
  private final List<Item> roots = new ArrayList<>();

  private ItemReader() {}

  static List<Item> read(PageFacts facts) {
    if (facts.items.isEmpty()) {
      return List.of();
    }
    ItemReader reader = new ItemReader();
    for (PageFacts.Placed item : facts.items) {
      reader.open(item.element());
    }
    for (PageFacts.Placed property : facts.properties) {
      reader.fill(property.element());
    }
    return reader.roots;
  }

  private void open(Element element) {
    boolean micro = element.hasAttr("itemtype");
    ObjectNode node = NODES.objectNode();
    String type = element.attr(micro ? "itemtype" : "typeof").strip();
    node.put("@type", type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1));
    nodes.put(element, node);
    for (String id : element.attr("itemref").strip().split("\\s+")) {
      if (!id.isEmpty() && byPart.size() < MAX_PARTS) {
        byPart.putIfAbsent(id, node);
      }
    }
    if (!element.hasAttr("itemprop") && !(element.hasAttr("property") && !micro)) {
      roots.add(new Item(node, micro ? "microdata" : "rdfa"));
    }
  }

  private void fill(Element element) {
    Optional<ObjectNode> owner = owner(element);
    String names =
        element.hasAttr("itemprop") ? element.attr("itemprop") : element.attr("property");
    if (owner.isEmpty() || names.isBlank()) {
      return;
    }
    JsonNode value =
        nodes.containsKey(element) ? nodes.get(element) : NODES.stringNode(value(element));
    for (String name : names.strip().split("\\s+")) {
      put(owner.get(), name.substring(name.indexOf(':') + 1), value);
    }
  }

  @SuppressWarnings("ReferenceEquality") // an item that refers to a part that holds it
  private static void put(ObjectNode owner, String name, JsonNode value) {
    if (owner == value) {
      return;
    }
    JsonNode known = owner.get(name);
    if (known == null) {
      owner.set(name, value);
    } else if (known instanceof ArrayNode list) {
      list.add(value);
    } else {
      owner.set(name, NODES.arrayNode().add(known).add(value));
    }
  }

  private Optional<ObjectNode> owner(Element element) {
    if (!byPart.isEmpty() && byPart.containsKey(element.id())) {
      return Optional.of(byPart.get(element.id()));
    }
    for (Element up = element.parent(); up != null; up = up.parent()) {
      ObjectNode node = nodes.get(up);
      if (node == null && !byPart.isEmpty()) {
        node = byPart.get(up.id());
      }
      if (node != null) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  /// The value of a property as HTML's microdata defines it.
  static String value(Element element) {
    for (String attribute : new String[] {"content", "datetime"}) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    String link =
        switch (element.normalName()) {
          case "a", "link", "area" ->
              element.normalName().equals("a") ? "" : element.absUrl("href");
          case "img", "source", "video", "audio" -> element.absUrl("src");
          case "meta" -> element.attr("content");
          default -> "";
        };
    if (!link.isEmpty()) {
      return link;
    }
    return Texts.upTo(element, MAX_TEXT);
  }
}
