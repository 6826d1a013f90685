package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import dev.civicwire.enrich.text.PlainWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Titles in one form: lower case, singular, acronyms written out, without organisation and without
/// `interim`, `acting`, `new`, `former`.
final class RoleTitles {
  private static final Map<String, String> WRITTEN_OUT =
      Map.of(
          "perm",
          "permanent",
          "sec",
          "secretary",
          "secs",
          "secretary",
          "comms",
          "communications",
          "exec",
          "executive",
          "advisor",
          "adviser",
          "advisors",
          "adviser",
          "tech",
          "technology");

  private final RoleLexicon lexicon;
  private final Scene scene;
  private final Words words;
  private final Map<String, String> defined = new HashMap<>();
  private final boolean data;
  private final boolean product;

  RoleTitles(RoleLexicon lexicon, Scene scene, List<RoleSpan> spans) {
    this.lexicon = lexicon;
    this.scene = scene;
    this.words = scene.words();
    int digital = count("digital");
    this.data = (count("data") > digital && digital < 3) || mentions("chief", "data", "officer");
    this.product = count("product") > count("people");
    for (RoleSpan span : spans) {
      int open = span.last();
      if (span.sort() != Sort.ACRONYM
          && words.key(open).equals("(")
          && words.shape(open + 1) == Shape.UPPER
          && initialsFit(span, open + 1)) {
        defined.putIfAbsent(words.surface(open + 1), of(span));
      } else if (span.sort() != Sort.ACRONYM
          && words.key(open).equals("(")
          && words.shape(open + 1) == Shape.CAPITALISED
          && lexicon.acronymAt(words, open + 1).isPresent()) {
        String plural = words.surface(open + 1);
        defined.putIfAbsent(plural.substring(0, plural.length() - 1), of(span));
      }
    }
    spelled(spans)
        .forEach(
            (acronym, titles) -> {
              if (titles.size() == 1) {
                defined.putIfAbsent(acronym, titles.iterator().next());
              }
            });
  }

  /// The titles that the text writes out, by the acronyms that they may have.
  private Map<String, Set<String>> spelled(List<RoleSpan> spans) {
    Map<String, Set<String>> spelled = new HashMap<>();
    for (RoleSpan span : spans) {
      String acronym = initials(span);
      if (span.sort() == Sort.CHIEF && !span.plural() && lexicon.acronym(acronym).isPresent()) {
        spelled.computeIfAbsent(acronym, a -> new HashSet<>()).add(of(span));
      }
    }
    return spelled;
  }

  private String initials(RoleSpan span) {
    StringBuilder initials = new StringBuilder();
    for (int i = span.first(); i < span.last(); i++) {
      String key = words.key(i);
      if (words.shape(i) != Shape.MARK && !key.equals("and") && !key.isEmpty()) {
        initials.append(Character.toUpperCase(key.charAt(0)));
      }
    }
    return initials.toString();
  }

  private boolean initialsFit(RoleSpan span, int i) {
    String acronym = words.key(i);
    String first = words.key(span.first());
    return acronym.length() > 1
        && !first.isEmpty()
        && (acronym.charAt(0) == first.charAt(0) || lexicon.acronym(words.surface(i)).isPresent());
  }

  private int count(String key) {
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      count += words.key(i).equals(key) ? 1 : 0;
    }
    return count;
  }

  private boolean mentions(String a, String b, String c) {
    for (int i = 0; i < words.size(); i++) {
      if (words.key(i).equals(a) && words.key(i + 1).equals(b) && words.key(i + 2).equals(c)) {
        return true;
      }
    }
    return false;
  }

  /// The title of `span`.
  String of(RoleSpan span) {
    StringBuilder title = new StringBuilder();
    int i = span.first();
    while (i < span.last()) {
      if (span.sort() == Sort.HEAD_OF && scene.body(i) != Scene.NONE) {
        append(title, scene.organisation(scene.body(i)).name().toLowerCase(Locale.ROOT));
        i = scene.bodyEnd(i);
      } else {
        append(title, word(span, i));
        i++;
      }
    }
    return title.toString().strip();
  }

  private static void append(StringBuilder title, String word) {
    boolean close =
        word.equals(",")
            || word.equals(":")
            || word.equals(")")
            || word.equals("'s")
            || word.equals("/");
    boolean open =
        title.length() > 0
            && (title.charAt(title.length() - 1) == '(' || title.charAt(title.length() - 1) == '/');
    if (title.length() > 0 && !close && !open) {
      title.append(' ');
    }
    title.append(word);
  }

  private String word(RoleSpan span, int i) {
    Optional<String> acronym = lexicon.acronymAt(words, i);
    if (acronym.isPresent()) {
      String surface = words.surface(i);
      String code =
          lexicon.acronym(surface).isPresent()
              ? surface
              : surface.substring(0, surface.length() - 1);
      return Optional.ofNullable(defined.get(code)).orElseGet(() -> ambiguous(code, acronym.get()));
    }
    String defining = defined.get(words.surface(i));
    if (span.sort() == Sort.ACRONYM && defining != null) {
      return defining;
    }
    String key = words.surface(i).equals("&") ? "&" : words.key(i);
    if (i == span.head() || (span.plural() && i <= span.head() && span.sort() != Sort.PROFESSION)) {
      key =
          i == span.head() || key.equals("heads") || key.equals("directors") || key.equals("chiefs")
              ? RoleLexicon.singular(key)
              : key;
    }
    return WRITTEN_OUT.getOrDefault(key, key);
  }

  private String ambiguous(String code, String usual) {
    if (code.equals("CDO") && data) {
      return "chief data officer";
    }
    return code.equals("CPO") && product ? "chief product officer" : usual;
  }

  /// What two forms of one title have in common.
  static String key(String title) {
    return PlainWords.of(title)
        .replaceAll("\\bthe ", "")
        .replace("chief executive officer", "chief executive");
  }
}
