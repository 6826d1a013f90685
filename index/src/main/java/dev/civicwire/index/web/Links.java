package dev.civicwire.index.web;

import dev.civicwire.index.search.Choice;
import dev.civicwire.index.search.SearchQuery;
import dev.civicwire.index.search.Sort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/// Permanent addresses: only what differs from the empty query stands in them.
final class Links {
  private Links() {}

  static String page(SearchQuery query) {
    return "/" + parameters(query);
  }

  static String api(SearchQuery query) {
    return "/api/search" + parameters(query);
  }

  static String article(String id) {
    return "/articles/" + encode(id).replace("+", "%20");
  }

  private static String parameters(SearchQuery query) {
    StringJoiner joiner = new StringJoiner("&", "?", "").setEmptyValue("");
    if (!query.text().isBlank()) {
      add(joiner, "q", query.text());
    }
    for (Choice choice : query.choices()) {
      add(joiner, choice.facet().parameter(), choice.value());
    }
    query.pay().from().ifPresent(v -> add(joiner, "pay_from", v));
    query.pay().to().ifPresent(v -> add(joiner, "pay_to", v));
    if (!query.currency().equals("GBP")) {
      add(joiner, "currency", query.currency());
    }
    query.deadline().from().ifPresent(v -> add(joiner, "deadline_from", v));
    query.deadline().to().ifPresent(v -> add(joiner, "deadline_to", v));
    query.published().from().ifPresent(v -> add(joiner, "published_from", v));
    query.published().to().ifPresent(v -> add(joiner, "published_to", v));
    if (query.openOnly()) {
      add(joiner, "open", "1");
    }
    if (query.sort() != Sort.RELEVANCE) {
      add(joiner, "sort", query.sort().parameter());
    }
    if (query.page() > 1) {
      add(joiner, "page", query.page());
    }
    if (query.size() != SearchQuery.DEFAULT_SIZE) {
      add(joiner, "size", query.size());
    }
    return joiner.toString();
  }

  private static void add(StringJoiner joiner, String name, Object value) {
    joiner.add(name + "=" + encode(value.toString()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
