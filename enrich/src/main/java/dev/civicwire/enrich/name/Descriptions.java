package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Table;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Bodies that no list knows, by what they are said to be: `Enterprise Shared Services, the arm of
/// the department that …`, `the publicly owned Dundas Water`, `pension fund Lyra Mutual`.
final class Descriptions {
  private static final String ANNOTATOR = "body-description/1";
  private static final int LONGEST = 5;
  private static final int REACH = 4;

  private final HeadWords heads;
  private final PersonWords lexicon;
  private final Map<String, Kind> behind = new HashMap<>();
  private final Map<String, Kind> before = new HashMap<>();

  Descriptions(HeadWords heads, PersonWords lexicon) {
    this.heads = heads;
    this.lexicon = lexicon;
    for (List<String> row : Table.rows(Descriptions.class, "descriptions.tsv", 3)) {
      Kind kind = Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT));
      (row.get(1).equals("behind") ? behind : before).put(row.get(0), kind);
    }
  }

  List<BodyMention> find(Words words, Headlines headlines) {
    List<BodyMention> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean opens = words.capital(i) && !headlines.capitalised(i) && !isInName(words, i);
      int first = i;
      int end = opens ? end(words, i) : i;
      if (end > first) {
        kind(words, first, end).map(k -> mention(words, first, end, k)).ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean isInName(Words words, int i) {
    return i > 0 && words.sameSentence(i - 1, i) && fits(words, i - 1);
  }

  private int end(Words words, int first) {
    int end = first;
    while (end < first + LONGEST && words.sameSentence(first, end) && fits(words, end)) {
      end++;
    }
    return end;
  }

  private boolean fits(Words words, int i) {
    return words.capital(i) && !heads.notInNames(words.key(i)) && !lexicon.title(words.key(i));
  }

  private Optional<Kind> kind(Words words, int first, int end) {
    Optional<Kind> told = end - first > 1 ? behind(words, end) : Optional.empty();
    return told.or(() -> before(words, first));
  }

  /// `, the arm of`, `, an independent charity`.
  private Optional<Kind> behind(Words words, int end) {
    String article = words.key(end + 1);
    boolean opens =
        words.key(end).equals(",")
            && words.sameSentence(end - 1, end + 1)
            && (article.equals("the") || article.equals("a") || article.equals("an"));
    for (int i = end + 2; opens && i <= end + 1 + REACH; i++) {
      Kind kind = behind.get(words.key(i));
      if (kind != null && !words.capital(i)) {
        return Optional.of(kind);
      }
      if (words.shape(i) == Shape.MARK) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Kind> before(Words words, int first) {
    if (first < 2 || !words.sameSentence(first - 2, first)) {
      return Optional.empty();
    }
    String pair = words.key(first - 2) + " " + words.key(first - 1);
    return Optional.ofNullable(before.get(pair));
  }

  private static BodyMention mention(Words words, int first, int end, Kind kind) {
    return new BodyMention(
        first, end, words.phrase(first, end), Optional.empty(), kind, 0.7, ANNOTATOR);
  }
}
