package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Companies that no list knows, by what stands beside them: `the consultancy X`, `X, a
/// supplier of`.
final class CompanyCues {
  private static final String ANNOTATOR = "company-cue/1";
  private static final Set<String> CUES =
      Set.of(
          "consultancy",
          "consultancies",
          "supplier",
          "suppliers",
          "firm",
          "firms",
          "company",
          "companies",
          "vendor",
          "vendors",
          "integrator",
          "reseller",
          "giant",
          "giants",
          "recruiter",
          "recruiters",
          "headhunter",
          "headhunters",
          "start-up",
          "startup",
          "contractor",
          "contractors",
          "outsourcer",
          "bidder",
          "bidders",
          "accountants",
          "auditor",
          "auditors",
          "agents",
          "bank",
          "insurer",
          "responders",
          "lawyers",
          "publisher",
          "manufacturer",
          "operator",
          "landlord",
          "subcontractor",
          "subsidiary",
          "retailer",
          "brewer",
          "developers",
          "rival",
          "start-ups",
          "provider",
          "conglomerate",
          "multinational",
          "specialist");
  private static final Set<String> TITLES =
      Set.of("general", "major", "colonel", "captain", "senator", "rep", "judge");
  private static final int LONGEST = 4;
  private static final int REACH = 6;

  private final HeadWords heads;
  private final PersonWords lexicon;

  CompanyCues(HeadWords heads, PersonWords lexicon) {
    this.heads = heads;
    this.lexicon = lexicon;
  }

  static boolean isCue(String key) {
    return CUES.contains(key);
  }

  List<BodyMention> find(Words words, Headlines headlines) {
    List<BodyMention> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (CUES.contains(words.key(i)) && !headlines.capitalised(i)) {
        after(words, i, found);
        before(words, i).ifPresent(found::add);
      }
    }
    return found;
  }

  /// `the consultancy Green Park`, `the supplier, Advenna,`, `suppliers are X, Y and Z`.
  private void after(Words words, int cue, List<BodyMention> found) {
    int first = cue + 1;
    String link = words.key(first);
    if (link.equals(",") || link.equals("are") || link.equals("is") || link.equals(":")) {
      first++;
    }
    boolean title = words.capital(cue) && !words.startsSentence(cue);
    if (first >= words.size() || title || !words.sameSentence(cue, first)) {
      return;
    }
    Optional<BodyMention> mention =
        name(words, first, link.equals(",") ? 0.65 : 0.75, first == cue + 1);
    if (mention.isEmpty() || (link.equals(",") && !closes(words, mention.get().last()))) {
      return;
    }
    while (mention.isPresent()) {
      found.add(mention.get());
      int last = mention.get().last();
      boolean goesOn =
          (words.key(last).equals(",") || words.key(last).equals("and"))
              && words.sameSentence(cue, last);
      mention = goesOn && !link.equals(",") ? name(words, last + 1, 0.6, false) : Optional.empty();
    }
  }

  private static boolean closes(Words words, int i) {
    return words.key(i).equals(",") || words.key(i).equals(".") || words.key(i).equals(")");
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
    while (first > 0
        && comma - first < LONGEST
        && words.sameSentence(first - 1, comma)
        && fits(words, first - 1)) {
      first--;
    }
    return first == comma
        ? Optional.empty()
        : name(words, first, 0.65, false).filter(m -> m.last() == comma);
  }

  private Optional<BodyMention> name(Words words, int first, double confidence, boolean direct) {
    int last = first;
    while (last < words.size()
        && last - first < LONGEST
        && words.sameSentence(first, last)
        && fits(words, last)) {
      last++;
    }
    boolean product =
        last > first && heads.product(words.key(last - 1)) && !(direct && last - first == 2);
    boolean person = lexicon.titled(words, first, last);
    if (last == first || product || person || words.surface(last - 1).equals("&")) {
      return Optional.empty();
    }
    String name = words.phrase(first, last);
    return Optional.of(
        new BodyMention(first, last, name, Optional.empty(), Kind.COMPANY, confidence, ANNOTATOR));
  }

  private boolean fits(Words words, int i) {
    boolean and = words.surface(i).equals("&") && words.capital(i - 1) && words.capital(i + 1);
    return and
        || (words.capital(i) && !heads.notInNames(words.key(i)) && !TITLES.contains(words.key(i)));
  }

  private static boolean isArticle(String key) {
    return key.equals("a") || key.equals("an") || key.equals("the") || key.equals("one");
  }
}
