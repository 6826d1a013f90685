package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.PlaceGazetteer;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds people's full names: words with capitals, weighed by given name, title, what is said beside
/// them, and what the model makes of them.
final class PersonFinder {
  static final String RULES = "person-rules/1";
  private static final int LONGEST = 5;
  private static final double ENOUGH = 2.0;

  private final PersonWords lexicon;
  private final PlaceGazetteer places;

  PersonFinder(PersonWords lexicon, PlaceGazetteer places) {
    this.lexicon = lexicon;
    this.places = places;
  }

  List<PersonMention> find(
      Words words, Taken taken, Headlines headlines, Credits credits, ModelNames model) {
    List<PersonMention> found = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Optional<PersonMention> person = Optional.empty();
      if (words.capital(i) && !taken.has(i) && !credits.masked(i)) {
        person = longest(new Candidate(words, taken, headlines, model), i);
      }
      person.ifPresent(found::add);
      i = person.map(PersonMention::last).orElse(i + 1);
    }
    return found;
  }

  private record Candidate(Words words, Taken taken, Headlines headlines, ModelNames model) {}

  private Optional<PersonMention> longest(Candidate in, int first) {
    int end = reach(in, first);
    for (int last = end; last > first + 1; last--) {
      double score = score(in, first, last);
      if (score >= ENOUGH) {
        return Optional.of(new PersonMention(first, last, confidence(score), RULES));
      }
    }
    return titled(in, first, end);
  }

  /// A surname behind `Mr` or `Dr`, or a given name beside a relative.
  private Optional<PersonMention> titled(Candidate in, int first, int end) {
    Words words = in.words();
    if (end == first + 1 && (kin(words, first) && lexicon.given(words.surface(first)))) {
      return Optional.of(new PersonMention(first, end, 0.8, RULES));
    }
    return Optional.empty();
  }

  private boolean kin(Words words, int i) {
    boolean before = PersonWords.KIN.contains(words.key(i - 1));
    boolean after =
        words.key(i + 1).equals(",")
            && (words.key(i + 2).equals("his") || words.key(i + 2).equals("her"))
            && PersonWords.KIN.contains(words.key(i + 3));
    return before || after;
  }

  private int reach(Candidate in, int first) {
    Words words = in.words();
    int last = first;
    int limit = Math.min(words.size(), first + LONGEST);
    while (last < limit && words.sameSentence(first, last) && fits(in, first, last)) {
      last += words.key(last + 1).equals(".") && initial(words, last) ? 2 : 1;
    }
    while (last > first + 1 && !words.capital(last - 1)) {
      last--;
    }
    return Math.min(last, words.size());
  }

  private boolean fits(Candidate in, int first, int i) {
    Words words = in.words();
    if (in.taken().has(i) || i > first && words.line(i) != words.line(first)) {
      return false;
    }
    if (i > first && PersonWords.PARTICLES.contains(words.key(i)) && words.capital(i + 1)) {
      return true;
    }
    Shape shape = words.shape(i);
    boolean name = shape == Shape.CAPITALISED || shape == Shape.UPPER && initial(words, i);
    return name && !lexicon.common(words.key(i)) && !lexicon.title(words.key(i));
  }

  private static boolean initial(Words words, int i) {
    return words.shape(i) == Shape.UPPER && words.end(i) - words.start(i) == 1;
  }

  private double score(Candidate in, int first, int last) {
    Words words = in.words();
    double score = in.model().probability(words, first, last) * 2;
    String given = words.surface(first);
    if (lexicon.given(given)) {
      score += places.knows(given) ? 1.2 : 2.0;
    } else if (initial(words, first)) {
      score += 0.8;
    }
    score += before(words, first) + after(words, last);
    if (last - first > 2) {
      score -= lexicon.given(given) ? 0.3 * (last - first - 2) : 1.0;
    }
    if (places.knows(words.surface(first, last).replace('\n', ' '))) {
      score -= 3;
    }
    if (in.headlines().capitalised(first)) {
      score -= 0.7;
    }
    if (words.key(last - 1).endsWith("ing") && words.key(last - 1).length() > 5 || words.startsSentence(first) && !lexicon.given(given)) {
      score -= 0.5;
    }
    return score;
  }

  private double before(Words words, int first) {
    String key = words.key(first - 1);
    if (first == 0 || !words.sameSentence(first - 1, first)) {
      return 0;
    }
    if (key.equals(".")) {
      key = words.key(first - 2);
    }
    if (lexicon.title(key)) {
      return words.capital(first - 1) || lexicon.post(key) ? 1.8 : 1.0;
    }
    if (lexicon.post(key)) {
      return 1.5;
    }
    if (key.equals("said") || key.equals("says") || key.equals("named") || key.equals("called")) {
      return 1.0;
    }
    return key.equals("in") || key.equals("at") || key.equals("from") ? -0.7 : 0;
  }

  private double after(Words words, int last) {
    if (last >= words.size() || !words.sameSentence(last - 1, last)) {
      return 0;
    }
    String key = words.key(last);
    if (lexicon.speech(key)) {
      return 1.0;
    }
    if (key.equals(",")) {
      for (int i = last + 1; i < last + 9 && words.sameSentence(last, i); i++) {
        if (words.key(i).equals(",")) {
          break;
        }
        if (lexicon.post(words.key(i)) || words.key(i).equals("who")) {
          return 1.2;
        }
      }
    }
    if (key.equals("'s")) {
      return 0.2;
    }
    return lexicon.post(key) && words.shape(last) == Shape.LOWER ? -0.3 : 0;
  }

  private static double confidence(double score) {
    return Math.min(0.98, 0.75 + 0.06 * (score - ENOUGH + 1));
  }
}
