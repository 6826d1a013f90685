package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Table;
import java.util.Set;

/// Words that stand for posts, and titles of people. Immutable and safe for threads.
public final class PostWords {
  private final Set<String> titles = Table.words(PostWords.class, "person-titles.txt");
  private final Set<String> heads = Table.words(PostWords.class, "post-heads.txt");

  /// True for a courtesy title or rank before a name, in lower case: `dr`.
  public boolean title(String key) {
    return titles.contains(key);
  }

  /// True for the head of a post's name, in lower case: `director`.
  public boolean head(String key) {
    return heads.contains(key);
  }
}
