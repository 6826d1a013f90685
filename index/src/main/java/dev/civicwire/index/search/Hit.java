package dev.civicwire.index.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// An article that matches.
///
/// @param id of the article
/// @param url canonical
/// @param title headline
/// @param titleHtml headline as safe HTML, matches in `<mark>`
/// @param highlights passages of the text as safe HTML, matches in `<mark>`
/// @param summary what it is about
public record Hit(
    String id,
    String url,
    String title,
    String titleHtml,
    List<String> highlights,
    @JsonUnwrapped Summary summary) {
  public Hit {
    highlights = List.copyOf(highlights);
  }
}
