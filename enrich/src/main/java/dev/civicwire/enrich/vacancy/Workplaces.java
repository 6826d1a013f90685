package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Place;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Line;
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

  /// Characters of a labelled value that are read, and of a heading.
  private static final int MAX_LINE = 400;

  private static final int MAX_HEAD = 90;
  private static final int HEAD_LINES = 8;

  /// Length of a bar or dash with its blanks.
  private static final int BAR = 3;

  private static final Set<String> LOCATIVE = Set.of("in", "at", "to", "from");

  private final Findings findings;
  private final Particulars particulars;
  private final Predicate<Mention> tied;
  private final Words words;
  private final PlaceWords lexicon;

  /// @param tied whether a cue speaks of a mention as the post's place
  Workplaces(
      Findings findings, Particulars particulars, Predicate<Mention> tied, PlaceWords lexicon) {
    this.findings = findings;
    this.particulars = particulars;
    this.tied = tied;
    this.lexicon = lexicon;
    this.words = findings.document().words();
  }

  List<String> of(List<FieldEvidence> evidence) {
    List<String> places = labelled(evidence);
    if (places.isEmpty() && isAdvert()) {
      places = headed(evidence);
    }
    if (places.isEmpty()) {
      places = chosen(m -> tied.test(m) || isListed(m), evidence);
    }
    return places.isEmpty() && isAdvert() ? first(evidence) : places;
  }

  private boolean isAdvert() {
    return findings.profile().advert() || particulars.isAdvert() || findings.isOffer();
  }

  /// What stands behind the first label that gives a place.
  private List<String> labelled(List<FieldEvidence> evidence) {
    for (Particulars.Span span : particulars.of(Item.PLACE)) {
      List<Mention> places = line(span.start(), Math.min(span.end(), span.start() + MAX_LINE));
      if (!places.isEmpty()) {
        return noted(places, evidence);
      }
    }
    return List.of();
  }

  private List<Mention> line(int start, int end) {
    return start < end && Character.isLowerCase(findings.document().text().charAt(start))
        ? List.of()
        : new PlaceLine(findings.document().text(), lexicon).places(start, end);
  }

  /// The town with which one of the first lines ends, `Torbay Council, Torquay`, or that fills a
  /// part of it between bars.
  private List<String> headed(List<FieldEvidence> evidence) {
    List<Line> lines = findings.document().lines();
    String text = findings.document().text();
    for (Line line : lines.subList(0, Math.min(HEAD_LINES, lines.size()))) {
      if ((line.end() - line.start() <= MAX_HEAD && line.label().isEmpty()) || isRow(text, line)) {
        List<Mention> places = inParts(text, line);
        if (!places.isEmpty()) {
          return noted(places, evidence);
        }
      }
    }
    return List.of();
  }

  private List<Mention> inParts(String text, Line line) {
    int end = end(text, line);
    while (end > line.start()) {
      int from = partStart(text, line.start(), end);
      List<Mention> places = placesIn(text, from, end);
      if (!places.isEmpty()) {
        return places;
      }
      end = from == line.start() ? from : from - BAR;
    }
    return List.of();
  }

  /// The places of a part of a line, less what stands before them between commas.
  private List<Mention> placesIn(String text, int start, int end) {
    int from = start;
    int comma = text.indexOf(", ", from);
    while (comma > 0 && comma < end && !lexicon.knows(text.substring(from, comma))) {
      from = comma + 2;
      comma = text.indexOf(", ", from);
    }
    List<Mention> places =
        line(from, end).stream().filter(m -> lexicon.knows(m.surface())).toList();
    return !places.isEmpty() && !isInBody(places.getFirst()) ? places : List.of();
  }

  /// Where the last part of `text` before `end` begins, behind a bar or dash.
  private static int partStart(String text, int start, int end) {
    int from = start;
    for (String mark : List.of(" | ", " - ", " \u2013 ")) {
      int at = text.lastIndexOf(mark, end - BAR);
      from = at >= from ? at + BAR : from;
    }
    return from;
  }

  private static boolean isRow(String text, Line line) {
    return line.end() - line.start() <= MAX_HEAD
        && text.substring(line.start(), line.end()).contains(" | ");
  }

  private boolean isInBody(Mention place) {
    return findings.names().organisations().stream()
        .flatMap(o -> o.evidence().mentions().stream())
        .anyMatch(m -> m.start() <= place.start() && m.end() >= place.end());
  }

  /// Where a line ends without what it adds in brackets: `Farnborough, Hampshire (hybrid)`.
  private static int end(String text, Line line) {
    int bracket = text.indexOf(" (", line.start());
    boolean last =
        bracket > line.start() && bracket < line.end() && text.charAt(line.end() - 1) == ')';
    return last && text.indexOf(')', bracket) == line.end() - 1 ? bracket : line.end();
  }

  private static List<String> noted(List<Mention> places, List<FieldEvidence> evidence) {
    List<String> names = new ArrayList<>();
    for (Mention place : places) {
      String name = place.surface().replaceAll("\\s+", " ");
      if (!names.contains(name)) {
        names.add(name);
        evidence.add(field(place, WRITTEN, "vacancy/1"));
      }
    }
    return List.copyOf(names);
  }

  private List<String> chosen(Predicate<Mention> fits, List<FieldEvidence> evidence) {
    List<String> names = new ArrayList<>();
    boolean town =
        findings.names().places().stream()
            .flatMap(p -> p.evidence().mentions().stream())
            .anyMatch(m -> fits.test(m) && !isArea(m));
    for (Place place : findings.names().places()) {
      for (Mention mention : place.evidence().mentions()) {
        boolean fine = !town || !isArea(mention);
        if (!names.contains(place.name()) && fine && fits.test(mention)) {
          names.add(place.name());
          double sure = Math.min(TIED, place.evidence().confidence());
          evidence.add(field(mention, sure, place.evidence().annotator()));
        }
      }
    }
    return List.copyOf(names);
  }

  private boolean isArea(Mention mention) {
    return switch (lexicon.sort(mention.surface())) {
      case AREA -> true;
      case TOWN, UNKNOWN, ADDRESS, NONE -> false;
    };
  }

  private static FieldEvidence field(Mention mention, double sure, String annotator) {
    return new FieldEvidence(
        "location", mention.start(), mention.end(), mention.surface(), sure, annotator);
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
