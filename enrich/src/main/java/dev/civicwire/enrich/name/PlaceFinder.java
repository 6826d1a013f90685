package dev.civicwire.enrich.name;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Place;
import dev.civicwire.enrich.gazetteer.PlaceGazetteer;
import dev.civicwire.enrich.gazetteer.Region;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Table;
import dev.civicwire.enrich.gazetteer.Trie;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds places below the nation: by list, by address, by what stands beside them (`based in X`).
final class PlaceFinder {
  private static final Set<String> LOCATIVE =
      Set.of(
          "in", "at", "near", "from", "around", "across", "outside", "of", "to", "between", "and",
          "for");
  private static final Set<String> STREETS =
      Set.of(
          "street",
          "road",
          "avenue",
          "lane",
          "square",
          "place",
          "house",
          "court",
          "park",
          "way",
          "drive",
          "close",
          "terrace",
          "gardens",
          "row",
          "hill",
          "quay",
          "wharf",
          "walk",
          "france",
          "parade",
          "crescent",
          "gate",
          "green",
          "building",
          "buildings",
          "tower",
          "boulevard");
  private static final Set<String> BUILDINGS =
      Set.of(
          "street",
          "road",
          "avenue",
          "lane",
          "square",
          "house",
          "place",
          "building",
          "tower",
          "quay",
          "wharf",
          "terrace",
          "crescent",
          "boulevard",
          "gate",
          "court",
          "hall",
          "way",
          "drive");

  private static final Set<String> PLACE_LABELS =
      Set.of("location", "locations", "based", "base", "workplace", "address", "office", "site");

  /// What parts the places behind a label.
  private static final Set<String> PARTS = Set.of(",", ";", "/", "|", "or", "and", "(", "-");

  private static final int MAX_PLACES = 20;

  /// What stands behind such a label and is no place below the nation.
  private static final Set<String> NO_PLACES =
      Set.of(
          "remote",
          "hybrid",
          "home",
          "homeworking",
          "flexible",
          "anywhere",
          "various",
          "multiple",
          "national",
          "nationwide",
          "office",
          "offices",
          "headquarters",
          "head",
          "main",
          "central",
          "uk",
          "united",
          "kingdom",
          "great",
          "britain",
          "england",
          "scotland",
          "wales",
          "ireland",
          "northern",
          "states",
          "usa",
          "canada",
          "australia",
          "zealand",
          "new",
          "europe",
          "france",
          "germany",
          "belgium",
          "india",
          "africa",
          "republic",
          "working",
          "based",
          "site",
          "sites",
          "building",
          "floor",
          "level",
          "permanent",
          "temporary",
          "full",
          "part",
          "time",
          "to",
          "across",
          "within",
          "agile",
          "blended",
          "onsite",
          "virtual",
          "other",
          "any",
          "all",
          "no",
          "none",
          "not",
          "see",
          "please",
          "tbc",
          "tba",
          "street",
          "road",
          "department",
          "council",
          "hospital",
          "university",
          "the",
          "our",
          "this");

  /// Words at a text's head among which its dateline stands.
  private static final int HEAD = 40;

  private static final Set<String> NOT_BEHIND =
      Set.of(
          "ward",
          "listed",
          "trust",
          "hospital",
          "hospitals",
          "university",
          "accent",
          "city",
          "united",
          "council",
          "airport",
          "gazette",
          "times",
          "evening",
          "post",
          "school",
          "college",
          "summit",
          "declaration",
          "agreement",
          "convention",
          "protocol",
          "lions",
          "rovers",
          "wanderers");

  private static final Set<String> COMPASS = Set.of("north", "south", "east", "west", "central");

  private final PlaceGazetteer gazetteer;

  private final Set<String> states = Table.words(PlaceFinder.class, "states.txt");
  private final Set<String> peoples = Table.words(PlaceFinder.class, "peoples.txt");
  private final HeadWords heads;
  private final PersonWords lexicon;

  PlaceFinder(PlaceGazetteer gazetteer, HeadWords heads, PersonWords lexicon) {
    this.gazetteer = gazetteer;
    this.heads = heads;
    this.lexicon = lexicon;
  }

  List<Place> find(
      String text, Words words, Taken taken, Credits credits, Headlines headlines, Trace trace) {
    Map<String, List<PlaceMention>> groups = new LinkedHashMap<>();
    List<PlaceRule> rules = rules(words, taken, headlines);
    PlaceConflicts conflicts = new PlaceConflicts(words, gazetteer, trace);
    conflicts.note(taken);
    int i = 0;
    while (i < words.size()) {
      Optional<PlaceMention> found =
          taken.has(i) || credits.masked(i) ? Optional.empty() : PlaceRule.first(rules, i);
      int next = i + 1;
      if (found.isPresent() && taken.free(found.get().first(), found.get().last())) {
        groups.computeIfAbsent(key(words, found.get()), k -> new ArrayList<>()).add(found.get());
        conflicts.note(found.get(), rules);
        next = found.get().last();
      }
      i = next;
    }
    return groups.values().stream().map(group -> place(text, words, group)).toList();
  }

  /// The first that finds something wins.
  private List<PlaceRule> rules(Words words, Taken taken, Headlines headlines) {
    AddressLines lines = new AddressLines(words, taken);
    return List.of(
        new PlaceRule("a line of an address", lines::at),
        new PlaceRule("an address", i -> address(words, i)),
        new PlaceRule("a dateline", i -> dateline(words, i)),
        new PlaceRule("a building", i -> building(words, taken, i)),
        new PlaceRule("a town with its state", i -> inState(words, taken, i)),
        new PlaceRule("a ward", i -> ward(words, taken, i)),
        new PlaceRule("a listed place", i -> listed(words, i, headlines)),
        new PlaceRule("a state", i -> state(words, i)),
        new PlaceRule("a name behind a label of place", i -> labelled(words, taken, i)),
        new PlaceRule("a name behind a word of place", i -> within(words, taken, i, headlines)));
  }

  private static String key(Words words, PlaceMention found) {
    return Bodies.normal(words.surface(found.first(), found.last()));
  }

  private static Place place(String text, Words words, List<PlaceMention> group) {
    PlaceMention best = group.getFirst();
    double confidence = group.stream().mapToDouble(PlaceMention::confidence).max().orElseThrow();
    List<Mention> mentions =
        group.stream()
            .map(f -> Mention.of(text, words.start(f.first()), words.end(f.last() - 1)))
            .toList();
    String name = words.phrase(best.first(), best.last());
    return new Place(
        name,
        best.identifier(),
        Evidence.of(mentions.getFirst(), mentions, confidence, best.annotator()));
  }

  /// `102 Petty France`, `5 Wellington Place`.
  private static Optional<PlaceMention> address(Words words, int i) {
    if (words.shape(i) != Shape.NUMBER || words.end(i) - words.start(i) > 4) {
      return Optional.empty();
    }
    for (int last = i + 2; last <= i + 4 && words.sameSentence(i, last - 1); last++) {
      if (!words.capital(last - 1)) {
        return Optional.empty();
      }
      if (last > i + 2 - 1 && STREETS.contains(words.key(last - 1)) && last - i >= 3) {
        return Optional.of(new PlaceMention(i, last, Optional.empty(), 0.8, "address/1"));
      }
    }
    return Optional.empty();
  }

  /// `WINDOW ROCK, Ariz. -`, `AUCKLAND:` at the head of a report.
  private Optional<PlaceMention> dateline(Words words, int i) {
    if (i > 0 && !(words.startsLine(i) && i < HEAD)) {
      return Optional.empty();
    }
    int last = i;
    while (last < i + 3
        && words.shape(last) == Shape.UPPER
        && words.end(last) - words.start(last) > 2) {
      last++;
    }
    boolean state = words.key(last).equals(",") && states.contains(words.surface(last + 1));
    boolean mark = words.key(last).equals("-") || words.key(last).equals(":");
    return last > i && (state || (mark && gazetteer.knows(words.phrase(i, last))))
        ? Optional.of(new PlaceMention(i, last, Optional.empty(), 0.75, "place-grammar/1"))
        : Optional.empty();
  }

  /// `at Explorer House`, `on May Street`, `in Union Street`; parts of an address.
  private static Optional<PlaceMention> building(Words words, Taken taken, int i) {
    String before = words.key(i - 1);
    boolean located =
        (before.equals("at") || before.equals("in") || before.equals("on"))
            && words.sameSentence(i - 1, i);
    if (!located && !words.capital(i)) {
      return Optional.empty();
    }
    int last = i;
    while (last < i + 4
        && words.capital(last)
        && words.sameSentence(i, last)
        && words.line(i) == words.line(last)
        && !taken.has(last)) {
      last++;
    }
    boolean ends = last > i + 1 && BUILDINGS.contains(words.key(last - 1));
    return ends && (located || inAddress(words, i, last))
        ? Optional.of(new PlaceMention(i, last, Optional.empty(), 0.7, "address/1"))
        : Optional.empty();
  }

  /// `Location: Unex Tower`, `Waverley Gate, Edinburgh` on a line of its own, `…, Station Street,
  /// …`.
  private static boolean inAddress(Words words, int first, int last) {
    String before = words.key(first - 1);
    boolean labelled = before.equals(":") && PLACE_LABELS.contains(words.key(first - 2));
    boolean opens = words.startsLine(first) && words.key(last).equals(",");
    boolean amid =
        before.equals(",")
            && words.capital(first - 2)
            && words.line(first) == words.line(first - 2);
    boolean ends = last >= words.size() || words.startsLine(last) || words.key(last).equals(",");
    return labelled || opens || (amid && ends);
  }

  /// `Lakewood, Colo.`, `Hines, IL`.
  private Optional<PlaceMention> inState(Words words, Taken taken, int i) {
    int last = i;
    while (last < i + 3
        && words.shape(last) == Shape.CAPITALISED
        && words.sameSentence(i, last)
        && !taken.has(last)) {
      last++;
    }
    boolean state =
        last > i
            && words.key(last).equals(",")
            && words.sameSentence(i, last)
            && states.contains(words.surface(Math.min(last + 1, words.size() - 1)))
            && !words.capital(i - 1);
    return state
        ? Optional.of(new PlaceMention(i, last, Optional.empty(), 0.75, "place-grammar/1"))
        : Optional.empty();
  }

  /// `Livesey with Pleasington ward`, `Inverness South councillor`.
  private Optional<PlaceMention> ward(Words words, Taken taken, int i) {
    if (!words.capital(i)) {
      return Optional.empty();
    }
    int last = i + 1;
    while (last < i + 6
        && words.sameSentence(i, last)
        && !taken.has(last)
        && (words.capital(last)
            || (words.capital(last + 1)
                && Set.of("with", "and", "of", "upon", "in").contains(words.key(last))))) {
      last++;
    }
    boolean ward = words.key(last).equals("ward") || words.key(last).equals("constituency");
    boolean seat = words.key(last).equals("councillor") && gazetteer.longest(words, i).isPresent();
    if (last < words.size()
        && words.sameSentence(i, last)
        && last > i
        && (ward || seat)
        && taken.free(i, last)
        && !words.startsSentence(i)) {
      return Optional.of(new PlaceMention(i, last, Optional.empty(), 0.75, "place-grammar/1"));
    }
    return Optional.empty();
  }

  private Optional<PlaceMention> listed(Words words, int i, Headlines headlines) {
    Optional<Trie.Match<Region>> match = gazetteer.longest(words, i);
    if (match.isEmpty()) {
      return Optional.empty();
    }
    int last = match.get().last();
    String name = words.surface(i, last);
    int compass = last;
    while (COMPASS.contains(words.key(compass))
        && words.capital(compass)
        && words.sameSentence(i, compass)) {
      compass++;
    }
    last = compass;
    if (!credible(words, i, last, name, headlines)) {
      return Optional.empty();
    }
    Region region = match.get().values().getFirst();
    boolean locative = LOCATIVE.contains(words.key(i - 1));
    return Optional.of(
        new PlaceMention(i, last, region.identifier(), locative ? 0.92 : 0.8, "gazetteer/1"));
  }

  /// `Austin, TX`, `Falls Church, Va.`.
  private Optional<PlaceMention> state(Words words, int i) {
    boolean behind =
        words.key(i - 1).equals(",") && words.capital(i - 2) && words.sameSentence(i - 2, i);
    if (!behind || !states.contains(words.surface(i))) {
      return Optional.empty();
    }
    boolean dot =
        words.key(i + 1).equals(".")
            && words.shape(i) == Shape.CAPITALISED
            && words.touchesPrevious(i + 1);
    return Optional.of(
        new PlaceMention(i, dot ? i + 2 : i + 1, Optional.empty(), 0.7, "place-grammar/1"));
  }

  /// `in Uckfield`: a name that no list knows, where only a place can stand.
  private Optional<PlaceMention> within(Words words, Taken taken, int i, Headlines headlines) {
    String before = words.key(i - 1);
    if ((!before.equals("in") && !before.equals("near") && !before.equals("outside"))
        || headlines.capitalised(i)) {
      return Optional.empty();
    }
    int last = i;
    while (last < words.size()
        && last < i + 2
        && words.sameSentence(i, last)
        && unknown(words, taken, last)) {
      last++;
    }
    boolean longer = last < words.size() && words.sameSentence(i, last) && words.capital(last);
    boolean hyphen = words.key(last).equals("-") && words.touchesPrevious(last);
    if (last == i || longer || hyphen || heads.product(words.key(last - 1))) {
      return Optional.empty();
    }
    return Optional.of(new PlaceMention(i, last, Optional.empty(), 0.6, "place-grammar/1"));
  }

  /// `Location: Kamloops, Larch Falls`: a part between commas of what a label of place gives.
  private Optional<PlaceMention> labelled(Words words, Taken taken, int i) {
    int first = words.lineFirst(i);
    int colon = first + 1;
    while (colon < first + 3 && !words.key(colon).equals(":")) {
      colon++;
    }
    boolean opens = i == colon + 1 || (i > colon + 1 && PARTS.contains(words.key(i - 1)));
    if (!words.key(colon).equals(":")
        || !PLACE_LABELS.contains(words.key(colon - 1))
        || !opens
        || i - colon > MAX_PLACES) {
      return Optional.empty();
    }
    int last = i;
    while (last < words.lineLast(i) && last < i + 3 && placed(words, taken, last)) {
      last++;
    }
    boolean whole = last == words.lineLast(i) || PARTS.contains(words.key(last));
    return last > i && whole
        ? Optional.of(new PlaceMention(i, last, Optional.empty(), 0.6, "place-grammar/1"))
        : Optional.empty();
  }

  private boolean placed(Words words, Taken taken, int i) {
    return words.shape(i) == Shape.CAPITALISED
        && !taken.has(i)
        && !peoples.contains(words.key(i))
        && !NO_PLACES.contains(words.key(i));
  }

  private boolean unknown(Words words, Taken taken, int i) {
    String key = words.key(i);
    return words.shape(i) == Shape.CAPITALISED
        && !taken.has(i)
        && !lexicon.common(key)
        && !heads.notInNames(key)
        && !peoples.contains(key)
        && key.length() > 3
        && key.indexOf('-') < 0
        && !key.endsWith("ing");
  }

  private boolean credible(Words words, int i, int last, String name, Headlines headlines) {
    String before = words.key(i - 1);
    String after = words.key(last);
    boolean located =
        LOCATIVE.contains(before) && !before.equals("for") && words.sameSentence(i - 1, i);
    if (words.startsSentence(i) && lexicon.post(after) && words.capital(last)) {
      return true;
    }
    if (words.sameSentence(i, last) && words.capital(last) && !located) {
      boolean list =
          words.line(i) == words.line(Math.min(last, words.size() - 1)) && headlines.capitalised(i);
      if (!list && !inLabel(words, i)) {
        return false;
      }
    }
    if (NOT_BEHIND.contains(after)
        && words.sameSentence(i, last)
        && (words.capital(last) || !located)) {
      return false;
    }
    if (i > 0
        && words.sameSentence(i - 1, i)
        && words.capital(i - 1)
        && !words.startsSentence(i - 1)
        && !located
        && !before.equals("in")) {
      return false;
    }
    if (gazetteer.ambiguous(name)) {
      return (located && !before.equals("and") && !before.equals("of"))
          || partOfList(words, i, last)
          || inLabel(words, i);
    }
    return true;
  }

  /// True in `Leeds, Bath and York` and `Bath, Somerset`.
  private boolean partOfList(Words words, int i, int last) {
    boolean next = words.key(last).equals(",") && gazetteer.longest(words, last + 1).isPresent();
    boolean previous =
        i > 1
            && (words.key(i - 1).equals(",")
                || words.key(i - 1).equals("and")
                || words.key(i - 1).equals("or"))
            && gazetteer.knows(words.surface(i - 2));
    return next || previous;
  }

  /// True behind `Location:`.
  private static boolean inLabel(Words words, int i) {
    int first = words.lineFirst(i);
    String key = words.key(first);
    return key.startsWith("location") || key.equals("based") || key.equals("where");
  }
}
