package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.BodyGazetteer;
import dev.civicwire.enrich.gazetteer.PlaceGazetteer;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Bodies that no list knows, by the shape of their names: `Ministry of X`, `X Council`, `X Ltd`.
final class BodyPatterns {
  private static final String ANNOTATOR = "body-grammar/1";
  private static final Set<String> ADJECTIVES =
      Set.of(
          "national",
          "royal",
          "scottish",
          "federal",
          "british",
          "international",
          "european",
          "australian",
          "canadian",
          "american",
          "central",
          "general",
          "welsh",
          "english",
          "irish",
          "chartered",
          "state",
          "open",
          "independent",
          "world");
  private static final Set<String> AFTER_BODY =
      Set.of(
          "leader",
          "chief",
          "cio",
          "ceo",
          "cto",
          "cdio",
          "cdo",
          "coo",
          "director",
          "chair",
          "chairman",
          "minister",
          "secretary",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "mp",
          "headquarters",
          "member",
          "members",
          "councillor",
          "elections",
          "commissioner",
          "commissioners",
          "boss",
          "staff",
          "workers",
          "executive");
  private static final Set<String> CLOSERS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "mr",
          "mrs",
          "ms",
          "dr",
          "sir",
          "minister",
          "cio",
          "cto",
          "ceo",
          "cdio");
  private static final Set<String> COMMON_HEADS =
      Set.of(
          "services",
          "service",
          "partners",
          "systems",
          "solutions",
          "technology",
          "software",
          "energy",
          "digital",
          "company",
          "co",
          "club",
          "union",
          "united",
          "office",
          "centre",
          "center",
          "health");
  private static final Set<String> NATIONS = Set.of("wales", "scotland", "england", "ireland");
  private static final Set<String> LOWER_HEADS =
      Set.of("council", "hospital", "university", "hospitals", "constabulary");
  private static final Set<String> UNITS =
      Set.of(
          "group", "directorate", "division", "forum", "alliance", "collaborative", "consortium");
  /// What the law sets up: `the ICT Authority`.
  private static final Set<String> STATUTORY = Set.of("authority", "agency", "commission");

  private static final int SPEAKING = 3;
  private static final Set<String> PUBLIC =
      Set.of(
          "police",
          "nhs",
          "council",
          "government",
          "university",
          "state",
          "federal",
          "ministry",
          "county");
  /// Heads that what the body is for may follow although something stands before them.
  private static final Set<String> FIELDED =
      Set.of("department", "ministry", "office", "bureau", "secretariat", "agency");

  private static final Set<String> PLACED =
      Set.of(
          "university", "college", "city", "town", "county", "borough", "bank", "court", "church");

  private final HeadWords heads;
  private final BodyGazetteer gazetteer;
  private final PlaceGazetteer places;
  private final NameStart start;

  BodyPatterns(HeadWords heads, BodyGazetteer gazetteer, PlaceGazetteer places) {
    this.heads = heads;
    this.gazetteer = gazetteer;
    this.places = places;
    this.start = new NameStart(heads, gazetteer);
  }

  List<BodyMention> find(Words words, Headlines headlines) {
    List<BodyMention> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (headlines.capitalised(i)) {
        suffix(words, i).filter(m -> fillsLine(words, m)).ifPresent(found::add);
        continue;
      }
      if ((!words.capital(i) && !LOWER_HEADS.contains(words.key(i)))) {
        continue;
      }
      if (words.capital(i)) {
        prefix(words, i).ifPresent(found::add);
      }
      suffix(words, i).ifPresent(found::add);
    }
    return found;
  }

  /// True where a line in capitals is nothing but the name: `HILLSHIRE NHS FOUNDATION TRUST`.
  private static boolean fillsLine(Words words, BodyMention mention) {
    return mention.length() > 2
        && words.startsLine(mention.first())
        && words.lineLast(mention.first()) == mention.last();
  }

  /// `Department of X`, `National Association of X`.
  private Optional<BodyMention> prefix(Words words, int i) {
    Optional<HeadWords.Head> head = heads.prefix(words.key(i));
    String link = words.key(i + 1);
    if (head.isEmpty() || (!link.equals("of") && !link.equals("for"))) {
      return Optional.empty();
    }
    int from = words.key(i + 2).equals("the") ? i + 3 : i + 2;
    if (!words.sameSentence(i, from)
        || (heads.notInNames(words.key(from)) && !words.key(from).equals("chief"))) {
      return Optional.empty();
    }
    boolean lists = !head.get().strict();
    int last =
        PLACED.contains(words.key(i))
            ? plainRight(words, from)
            : CapitalRun.right(words, from, lists);
    last = trimRight(words, from, last);
    Optional<Integer> listed = gazetteer.longest(words, i).map(m -> m.last());
    if (listed.isPresent() && listed.get() < last && words.capital(listed.get())) {
      return Optional.empty();
    }
    if (last <= from || heads.product(words.key(last - 1))) {
      return Optional.empty();
    }
    int first = i;
    while (first > 0
        && ADJECTIVES.contains(words.key(first - 1))
        && words.capital(first - 1)
        && words.sameSentence(first - 1, first)) {
      first--;
    }
    return Optional.of(mention(words, first, last, head.get().kind(), 0.85));
  }

  /// `University of X`, `City of X`: what follows is a place's name.
  private int plainRight(Words words, int from) {
    int last = places.longest(words, from).map(m -> m.last()).orElse(from);
    while (words.capital(last)
        && words.sameSentence(from, last)
        && last < from + 3
        && (last == from || !heads.generic(words.key(last)))) {
      last++;
    }
    boolean at = words.key(last).equals("at") || words.key(last).equals("and");
    boolean goesOn =
        at
            && words.capital(last + 1)
            && words.sameSentence(from, last + 1)
            && words.key(from - 2).equals("university");
    return goesOn && words.key(last).equals("at") ? last + 2 : last;
  }

  private int trimRight(Words words, int from, int last) {
    int end = last;
    for (int j = from + 1; j < last; j++) {
      if ((words.key(j).equals("and") && gazetteer.longest(words, j + 1).isPresent())
          || (words.key(j).equals(",") && gazetteer.longest(words, j + 1).isPresent())
          || CLOSERS.contains(words.key(j))
          || isWhere(words, j)) {
        end = j;
        break;
      }
    }
    while (end > from && !words.capital(end - 1)) {
      end--;
    }
    return end;
  }

  /// `Department of Parliamentary Services in Canberra`: where it is.
  private boolean isWhere(Words words, int i) {
    return words.key(i).equals("in") && places.longest(words, i + 1).isPresent();
  }

  /// `X Council`, `X and Y NHS Trust`, `X Ltd`.
  private Optional<BodyMention> suffix(Words words, int i) {
    Optional<HeadWords.Head> head = heads.suffix(words.key(i));
    if (head.isEmpty() || i == 0 || !words.sameSentence(i - 1, i) || followedByName(words, i)) {
      return Optional.empty();
    }
    int first = start.left(words, i);
    if (first == i || (allGeneric(words, first, i) && !speaks(words, first, i))) {
      return Optional.empty();
    }
    if (!words.capital(i)
        && (allGeneric(words, first, i)
            || (words.startsSentence(first)
                && i - first == 1
                && !places.knows(words.surface(first))))) {
      return Optional.empty();
    }
    if (head.get().kind() == Kind.COMPANY
        && head.get().strict()
        && words.key(first - 1).equals("of")) {
      return Optional.empty();
    }
    if (cutOff(words, first, i)
        || places.knows(words.surface(first, i + 1))
        || (words.key(i).equals("health")
            && (!places.knows(words.surface(first, i)) || words.key(i + 1).equals("and")))) {
      return Optional.empty();
    }
    if (head.get().strict() && weak(words, first, i)) {
      return Optional.empty();
    }
    Kind kind = isPublic(words, first, i) ? Kind.PUBLIC : head.get().kind();
    int last = forNation(words, i + 1) ? i + 3 : fieldEnd(words, i);
    return Optional.of(mention(words, first, last, kind, head.get().strict() ? 0.75 : 0.85));
  }

  /// Behind `Colorado Department` the end of `of Human Services`.
  private int fieldEnd(Words words, int head) {
    return FIELDED.contains(words.key(head))
        ? prefix(words, head).map(BodyMention::last).orElse(head + 1)
        : head + 1;
  }

  /// `Inspectorate for Wales`.
  private static boolean forNation(Words words, int i) {
    return words.key(i).equals("for") && NATIONS.contains(words.key(i + 1)) && words.capital(i + 1);
  }

  /// `Welfare Administration` where `Labour and` stands before it.
  private boolean cutOff(Words words, int first, int head) {
    boolean and =
        words.key(first - 1).equals("and")
            && words.capital(first - 2)
            && words.sameSentence(first - 2, first);
    return and && head - first == 1 && heads.domain(words.key(first));
  }

  private static boolean isPublic(Words words, int first, int head) {
    for (int i = first; i < head; i++) {
      if (PUBLIC.contains(words.key(i))) {
        return true;
      }
    }
    return false;
  }

  /// True where the name goes on behind the head: `Police National Computer`.
  private boolean followedByName(Words words, int i) {
    int next = i + 1;
    if (!words.sameSentence(i, next) || !words.capital(next)) {
      return false;
    }
    return !AFTER_BODY.contains(words.key(next)) && words.shape(next) != Shape.UPPER;
  }

  private boolean allGeneric(Words words, int first, int head) {
    boolean strict = COMMON_HEADS.contains(words.key(head));
    for (int i = first; i < head; i++) {
      boolean common = heads.generic(words.key(i)) || (strict && heads.domain(words.key(i)));
      if (words.capital(i) && !common) {
        return false;
      }
    }
    return true;
  }

  /// `Policy Group`, `NHS Shared Services`: common words that make a name in the middle of a
  /// sentence.
  private static boolean speaks(Words words, int first, int head) {
    if (words.startsSentence(first) || !words.capital(head)) {
      return false;
    }
    boolean code =
        words.shape(first) == Shape.UPPER && head - first > 1 && words.key(head).equals("services");
    boolean office =
        words.shape(first) == Shape.UPPER
            && words.key(first - 1).equals("the")
            && STATUTORY.contains(words.key(head));
    return UNITS.contains(words.key(head)) || head - first >= SPEAKING || code || office;
  }

  /// A head such as `Board` needs more than one common word before it.
  private boolean weak(Words words, int first, int head) {
    return head - first == 1 && words.startsSentence(first) && words.shape(first) != Shape.UPPER;
  }

  private static BodyMention mention(
      Words words, int first, int last, Kind kind, double confidence) {
    String name = words.phrase(first, last);
    return new BodyMention(first, last, name, Optional.empty(), kind, confidence, ANNOTATOR);
  }
}
