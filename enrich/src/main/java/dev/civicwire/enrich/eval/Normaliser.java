package dev.civicwire.enrich.eval;

import dev.civicwire.enrich.text.Rows;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes texts and titles comparable as the label format's scorer does: case, accents, punctuation,
/// "&" for "and", possessives and a leading "the" do not count; in titles neither do "interim" and
/// plurals, and acronyms are written out.
final class Normaliser {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POSSESSIVE = Pattern.compile("'s\\b");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern PERMANENT_SECRETARY =
      Pattern.compile("\\b(perm secs?|permanent secretar(y|ies))\\b");

  private final Map<String, String> acronyms = new HashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private final Set<String> plurals = new HashSet<>();
  private final Set<String> media = new HashSet<>();
  private final Set<String> nations = new HashSet<>();

  Normaliser() {
    for (String[] row : Rows.of(Normaliser.class, "words.tsv", 2)) {
      switch (row[0]) {
        case "acronym" -> acronyms.put(row[1], row[2]);
        case "drop" -> dropped.add(row[1]);
        case "plural" -> plurals.add(row[1]);
        case "media" -> media.add(row[1]);
        case "nation" -> nations.add(row[1]);
        default -> throw new IllegalStateException("words.tsv: no such list: " + row[0]);
      }
    }
  }

  String text(String raw) {
    String plain = MARKS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKD)).replaceAll("");
    plain = plain.toLowerCase(Locale.ROOT).replace("&", " and ").replace("’", "'");
    plain = POSSESSIVE.matcher(plain).replaceAll("");
    plain = OTHER.matcher(plain).replaceAll(" ").strip();
    return plain.startsWith("the ") ? plain.substring(4) : plain;
  }

  String title(String raw) {
    String plain = PERMANENT_SECRETARY.matcher(text(raw)).replaceAll("permanent_secretary");
    plain =
        plain.replace("chief executive officer", "chief executive").replace("advisor", "adviser");
    List<String> words = new ArrayList<>();
    for (String word : plain.split(" ")) {
      for (String part : acronyms.getOrDefault(word, word).split(" ")) {
        if (!dropped.contains(part) && !part.isEmpty()) {
          words.add(singular(part));
        }
      }
    }
    return String.join(" ", words).replace('_', ' ');
  }

  private String singular(String word) {
    if (plurals.contains(word)) {
      return word;
    }
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural =
        word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is")
            && word.length() > 3;
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  boolean isMedium(String normal) {
    return media.contains(normal);
  }

  boolean isNation(String normal) {
    return nations.contains(normal);
  }
}
