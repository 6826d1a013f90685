package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Place;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Where a post is: the places of a line labelled so; else those that a word such as "based in"
/// introduces, or that stand on a line of their own; else, in an advert, the first that the text
/// speaks of being in.
final class Workplaces {
  private static final double TIED = 0.8;
  private static final double WRITTEN = 0.6;
  private static final int MAX_PLACE_LINE = 7;
  private static final int MAX_NAME_WORDS = 4;
  private static final Set<String> NO_PLACES =
      Set.of("hybrid", "remote", "home", "various", "flexible", "multiple", "homeworking", "uk");
  private static final Set<String> LOCATIVE = Set.of("in", "at", "to", "from");

  private final Findings findings;
  private final Particulars particulars;
  private final Predicate<Mention> tied;
  private final Words words;

  /// @param tied whether a cue speaks of a mention as the post's place
  Workplaces(Findings findings, Particulars particulars, Predicate<Mention> tied) {
    this.findings = findings;
    this.particulars = particulars;
    this.tied = tied;
    this.words = findings.document().words();
  }

  List<String> of(List<FieldEvidence> evidence) {
    List<String> places = chosen(this::isLabelled, evidence);
    if (places.isEmpty()) {
      places = chosen(m -> tied.test(m) || isListed(m), evidence);
    }
    if (places.isEmpty()) {
      places = written(evidence);
    }
    return places.isEmpty() && isAdvert() ? first(evidence) : places;
  }

  private boolean isAdvert() {
    return findings.profile().advert() || particulars.isAdvert();
  }

  private List<String> chosen(Predicate<Mention> fits, List<FieldEvidence> evidence) {
    List<String> names = new ArrayList<>();
    for (Place place : findings.names().places()) {
      for (Mention mention : place.evidence().mentions()) {
        if (!names.contains(place.name()) && fits.test(mention)) {
          names.add(place.name());
          double sure = Math.min(TIED, place.evidence().confidence());
          evidence.add(field(mention, sure, place.evidence().annotator()));
        }
      }
    }
    return List.copyOf(names);
  }

  private static FieldEvidence field(Mention mention, double sure, String annotator) {
    return new FieldEvidence(
        "location", mention.start(), mention.end(), mention.surface(), sure, annotator);
  }

  private boolean isLabelled(Mention mention) {
    return particulars.of(Item.PLACE).stream().anyMatch(s -> s.has(mention));
  }

  /// True in an advert where the place stands on a line of its own, with nothing but other places.
  private boolean isListed(Mention mention) {
    return isAdvert()
        && findings
            .document()
            .lineAt(mention.start())
            .filter(l -> l.label().isEmpty() || l.label().get().text().contains("location"))
            .filter(l -> words.at(l.end()) - words.at(l.start()) <= MAX_PLACE_LINE)
            .isPresent();
  }

  /// The names in a labelled line that no list knows.
  private List<String> written(List<FieldEvidence> evidence) {
    List<String> names = new ArrayList<>();
    String text = findings.document().text();
    for (Particulars.Span span : particulars.of(Item.PLACE)) {
      int end = text.indexOf('\n', span.start());
      int last = end < 0 ? span.end() : Math.min(end, span.end());
      int at = span.start();
      while (names.isEmpty() && at < last) {
        int close = at;
        while (close < last && ",;/|(".indexOf(text.charAt(close)) < 0) {
          close++;
        }
        Mention name = Mention.of(text, at, Math.max(at + 1, trimmed(text, at, close)));
        if (isName(name)) {
          names.add(name.surface());
          evidence.add(field(name, WRITTEN, "vacancy/1"));
        }
        at = close + 1;
      }
    }
    return List.copyOf(names);
  }

  private static int trimmed(String text, int start, int end) {
    int last = end;
    while (last > start && text.charAt(last - 1) <= ' ') {
      last--;
    }
    return last;
  }

  private boolean isName(Mention name) {
    int first = words.at(name.start());
    int last = words.at(name.end());
    boolean general = first < words.size() && NO_PLACES.contains(words.word(first));
    return Character.isUpperCase(name.surface().charAt(0))
        && last - first <= MAX_NAME_WORDS
        && !general
        && name.surface().chars().noneMatch(Character::isDigit);
  }

  /// The places of the first sentence that has one behind "in", "at", "to" or "from".
  private List<String> first(List<FieldEvidence> evidence) {
    int sentence = -1;
    for (Place place : findings.names().places()) {
      for (Mention mention : place.evidence().mentions()) {
        int of = findings.sentence(mention.start());
        boolean behind = LOCATIVE.contains(words.word(words.at(mention.start()) - 1));
        if (behind && of >= 0 && (sentence < 0 || of < sentence)) {
          sentence = of;
        }
      }
    }
    int chosen = sentence;
    return chosen < 0 ? List.of() : chosen(m -> findings.sentence(m.start()) == chosen, evidence);
  }
}
