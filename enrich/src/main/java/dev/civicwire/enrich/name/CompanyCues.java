package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Companies that no list knows, by what stands beside them: `the consultancy X`, `X, a supplier of`.
final class CompanyCues {
  private static final String ANNOTATOR = "company-cue/1";
  private static final Set<String> CUES =
      Set.of(
          "consultancy", "consultancies", "supplier", "suppliers", "firm", "firms", "company",
          "companies", "vendor", "vendors", "integrator", "reseller", "giant", "giants", "recruiter",
          "recruiters", "headhunter", "headhunters", "start-up", "startup", "contractor",
          "contractors", "outsourcer", "provider", "conglomerate", "multinational", "specialist");
  private static final int LONGEST = 4;
  private static final int REACH = 6;

  private final HeadWords heads;

  CompanyCues(HeadWords heads) {
    this.heads = heads;
  }

  static boolean isCue(String key) {
    return CUES.contains(key);
  }

  List<BodyMention> find(Words words, Headlines headlines) {
    List<BodyMention> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (CUES.contains(words.key(i)) && !headlines.capitalised(i)) {
        after(words, i).ifPresent(found::add);
        before(words, i).ifPresent(found::add);
      }
    }
    return found;
  }

  /// `the consultancy Green Park`.
  private Optional<BodyMention> after(Words words, int cue) {
    int first = cue + 1;
    if (!words.sameSentence(cue, first) || words.capital(cue)) {
      return Optional.empty();
    }
    return name(words, first, 0.75);
  }

  /// `Digidentity, a Dutch supplier`.
  private Optional<BodyMention> before(Words words, int cue) {
    int article = cue - 1;
    int limit = Math.max(1, cue - REACH);
    while (article > limit && !isArticle(words.key(article)) && !words.key(article).equals(",")) {
      article--;
    }
    int comma = article - 1;
    if (!isArticle(words.key(article)) || comma < 1 || !words.key(comma).equals(",")) {
      return Optional.empty();
    }
    int first = comma;
    while (first > 0 && comma - first < LONGEST && words.sameSentence(first - 1, comma) && fits(words, first - 1)) {
      first--;
    }
    return first == comma ? Optional.empty() : name(words, first, 0.65).filter(m -> m.last() == comma);
  }

  private Optional<BodyMention> name(Words words, int first, double confidence) {
    int last = first;
    while (last < words.size() && last - first < LONGEST && words.sameSentence(first, last) && fits(words, last)) {
      last++;
    }
    if (last == first || heads.product(words.key(last - 1))) {
      return Optional.empty();
    }
    String name = words.surface(first, last).replaceAll("\\s+", " ");
    return Optional.of(
        new BodyMention(first, last, name, Optional.empty(), Kind.COMPANY, confidence, ANNOTATOR));
  }

  private boolean fits(Words words, int i) {
    return words.capital(i) && !heads.notInNames(words.key(i));
  }

  private static boolean isArticle(String key) {
    return key.equals("a") || key.equals("an") || key.equals("the") || key.equals("one");
  }
}
