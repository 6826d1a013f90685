package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.PlaceGazetteer;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Table;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Companies that nothing but their place in the sentence gives away: who is awarded a
/// contract, who bids, who is hired to search; and names joined by an ampersand. Asked last, of
/// words that are no other name's.
final class CompanyContext {
  private static final String ANNOTATOR = "company-context/1";
  private static final int LONGEST = 4;
  private static final Set<String> BUSINESS =
      Set.of(
          "contract",
          "contracts",
          "bid",
          "bids",
          "bidder",
          "bidders",
          "supplier",
          "suppliers",
          "tender",
          "tenders",
          "deal",
          "award",
          "awarded",
          "supplied",
          "headhunter",
          "headhunters",
          "recruiter",
          "recruiters",
          "consultants",
          "consultancy",
          "outsourced",
          "procurement",
          "subcontractor",
          "subcontractors",
          "vendor",
          "vendors",
          "auditors",
          "search",
          "firm",
          "firms",
          "company",
          "companies",
          "software",
          "shares",
          "owner",
          "bought",
          "sold",
          "hosted",
          "licence",
          "licences",
          "responses",
          "partner",
          "recruitment",
          "consortium",
          "rival",
          "rivals");
  private static final Set<String> BEFORE =
      Set.of(
          "to",
          "from",
          "with",
          "by",
          "against",
          "beat",
          "bidder",
          "supplier",
          "suppliers",
          "bidders",
          "consultants",
          "headhunters",
          "headhunter",
          "responders",
          "accountants",
          "auditor",
          "auditors",
          "firm",
          "company",
          "is",
          "are",
          "as",
          "chose",
          "picked",
          "hired",
          "of",
          "at",
          "rival",
          "lawyers",
          "and",
          ",",
          ":");

  private static final Set<String> WEAK = Set.of("of", "at", "and", ",", "is", ":");
  private final Set<String> peoples = Table.words(CompanyContext.class, "peoples.txt");
  private final HeadWords heads;
  private final PersonWords lexicon;
  private final PlaceGazetteer places;

  CompanyContext(HeadWords heads, PersonWords lexicon, PlaceGazetteer places) {
    this.heads = heads;
    this.lexicon = lexicon;
    this.places = places;
  }

  List<BodyMention> find(Words words, Taken taken, Headlines headlines) {
    List<BodyMention> found = new ArrayList<>();
    int i = 1;
    while (i < words.size()) {
      int last = i;
      while (last < words.size() && last - i < LONGEST && fits(words, taken, i, last)) {
        last++;
      }
      Optional<BodyMention> mention =
          last > i && !headlines.capitalised(i) ? judge(words, taken, i, last) : Optional.empty();
      mention.ifPresent(found::add);
      i = Math.max(last, i + 1);
    }
    return found;
  }

  private boolean fits(Words words, Taken taken, int first, int i) {
    if (taken.has(i) || (i > first && !words.sameSentence(first, i))) {
      return false;
    }
    if (words.surface(i).equals("&")) {
      return i > first && words.shape(i + 1) == Shape.CAPITALISED;
    }
    boolean shaped =
        words.shape(i) == Shape.CAPITALISED
            && (i + 1 >= words.size() || !words.key(i).endsWith("'"));
    return shaped
        && ((!heads.notInNames(words.key(i)) && !lexicon.post(words.key(i)))
            || ampersand(words, i));
  }

  private static boolean ampersand(Words words, int i) {
    return i > 0 && words.surface(i - 1).equals("&");
  }

  private Optional<BodyMention> judge(Words words, Taken taken, int first, int last) {
    String name = words.phrase(first, last);
    if (excluded(words, first, last, name)) {
      return Optional.empty();
    }
    boolean joined = name.contains(" & ") && last - first == 3;
    if (joined && (!words.startsSentence(first) || !anyCommon(words, first, last))) {
      return Optional.of(mention(first, last, name, 0.7));
    }
    boolean behind = BEFORE.contains(words.key(first - 1)) && words.sameSentence(first - 1, first);
    boolean list = words.key(first - 1).equals(",") || words.key(first - 1).equals("and");
    boolean neighbour = !list || taken.has(first - 2) || words.capital(first - 2);
    boolean single =
        last == first + 1 && WEAK.contains(words.key(first - 1)) && !taken.has(first - 2);
    String link = words.key(first - 1);
    boolean holder = (link.equals(",") || link.equals("of")) && holdsPost(words, first - 2);
    boolean span = spans(words, first, last);
    if (lexicon.titled(words, first, last)) {
      return Optional.empty();
    }
    if (!behind || !neighbour || single || holder || span || !business(words, first)) {
      return Optional.empty();
    }
    return Optional.of(mention(first, last, name, 0.55));
  }

  /// `from Chinle to Shiprock`: two ends of a way.
  private static boolean spans(Words words, int first, int last) {
    boolean from =
        words.key(first - 1).equals("from")
            && words.key(last).equals("to")
            && words.capital(last + 1);
    boolean to =
        words.key(first - 1).equals("to")
            && words.capital(first - 2)
            && (words.key(first - 3).equals("from") || words.key(first - 4).equals("from"));
    return from || to;
  }

  /// `the Auditor-General, Jo Example,`.
  private boolean holdsPost(Words words, int i) {
    String key = words.key(i);
    return lexicon.post(key.substring(key.lastIndexOf('-') + 1)) || key.endsWith("-general");
  }

  private boolean anyCommon(Words words, int first, int last) {
    for (int i = first; i < last; i++) {
      if (!words.key(i).equals("and")
          && (lexicon.common(words.key(i)) || heads.generic(words.key(i)))) {
        return true;
      }
    }
    return false;
  }

  private boolean excluded(Words words, int first, int last, String name) {
    boolean allCommon = true;
    for (int i = first; i < last; i++) {
      allCommon &= lexicon.common(words.key(i)) || heads.generic(words.key(i));
    }
    boolean quoted = words.key(first - 1).equals("\"") || words.key(first - 1).equals("'");
    boolean longer =
        words.sameSentence(first, Math.min(last, words.size() - 1))
            && words.shape(last) != Shape.MARK
            && words.capital(last);
    return allCommon
        || quoted
        || longer
        || heads.product(words.key(last - 1))
        || words.key(last - 1).equals("house")
        || places.knows(name)
        || places.knows(words.surface(first))
        || lexicon.given(words.surface(first))
        || peoples.contains(words.key(first))
        || peoples.contains(words.key(last - 1));
  }

  private static boolean business(Words words, int i) {
    int first = Math.max(words.sentenceFirst(i), i - 40);
    int last = Math.min(words.sentenceLast(i), i + 40);
    for (int j = first; j < last; j++) {
      if (BUSINESS.contains(words.key(j))) {
        return true;
      }
    }
    return false;
  }

  private static BodyMention mention(int first, int last, String name, double confidence) {
    return new BodyMention(
        first, last, name, Optional.empty(), Kind.COMPANY, confidence, ANNOTATOR);
  }
}
