package dev.civicwire.index.search;

import java.util.List;

/// One page of an answer.
///
/// @param hits in the order asked for
/// @param total matching articles, exact
/// @param page number of this page, from 1
/// @param pages how many there are to page through
/// @param size hits a page
/// @param facets one for each [FacetField]
/// @param readAs how the query's text was understood, in its own syntax
/// @param notes one line for each part that was not understood or was left out
/// @param suggestions other spellings of the whole text, where nothing or little was found
/// @param millis the engine's time
public record SearchPage(
    List<Hit> hits,
    long total,
    int page,
    int pages,
    int size,
    List<Facet> facets,
    String readAs,
    List<String> notes,
    List<String> suggestions,
    long millis) {
  public SearchPage {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    notes = List.copyOf(notes);
    suggestions = List.copyOf(suggestions);
  }
}
