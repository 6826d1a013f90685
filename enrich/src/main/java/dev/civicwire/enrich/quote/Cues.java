package dev.civicwire.enrich.quote;

import dev.civicwire.enrich.gazetteer.Words;
import java.util.BitSet;
import java.util.Optional;

/// Finds the verb of speech, or "according to", before or behind a stretch, and its speaker.
final class Cues {
  private static final int REACH = 45;

  /// Verbs tried on one side.
  private static final int MOST_VERBS = 4;

  /// Words between a stretch and the speaker who stands behind it.
  private static final int NEAR = 6;

  private final String normal;
  private final Words words;
  private final SpeechWords lexicon;
  private final Speakers speakers;
  private final BitSet quoted;

  Cues(String normal, Words words, SpeechWords lexicon, Speakers speakers, BitSet quoted) {
    this.normal = normal;
    this.words = words;
    this.lexicon = lexicon;
    this.speakers = speakers;
    this.quoted = quoted;
  }

  /// The first word behind a stretch and its mark, past a comma.
  int after(Stretch stretch) {
    int word = words.at(stretch.end() + 1);
    return words.key(word).equals(",") ? word + 1 : word;
  }

  /// The word of the opening mark.
  int opening(Stretch stretch) {
    return words.at(stretch.start() - 1);
  }

  /// `"…," said NAME`, `"…," NAME said`, `"…", according to NAME`.
  Optional<Speaker> behind(Stretch stretch) {
    int first = after(stretch);
    if (!stretch.closed() || first >= words.size() || words.line(first) != stretch.line()) {
      return Optional.empty();
    }
    String key = words.key(first);
    if (key.equals("according") && words.key(first + 1).equals("to")) {
      return speakers.startingAt(first + 2);
    }
    if (lexicon.verb(key)) {
      return speakers.startingAt(first + 1);
    }
    boolean ended = endsSentence(stretch);
    int tried = 0;
    int limit = Math.min(words.sentenceLast(first), first + REACH);
    for (int i = first; i < limit && tried < MOST_VERBS && !quoted.get(i); i++) {
      if (isActive(i)) {
        tried++;
        int verb = i;
        Optional<Speaker> speaker = subject(i).filter(s -> isNear(s, first, verb));
        if (speaker.isPresent()) {
          return ended && !closes(i) ? Optional.empty() : speaker;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isNear(Speaker speaker, int first, int verb) {
    return speaker.first() >= first && speaker.first() - first <= NEAR && speaker.last() <= verb;
  }

  /// `NAME said: "…"`, `NAME told MPs that it was "…"`, `According to NAME, "…"`.
  Optional<Speaker> before(Stretch stretch) {
    int open = opening(stretch);
    if (open <= 0) {
      return Optional.empty();
    }
    boolean opens = words.startsSentence(open);
    if (opens && !(words.startsLine(open) && words.key(open - 1).equals(":"))) {
      return Optional.empty();
    }
    Optional<Speaker> told = upTo(open);
    boolean colon = words.key(open - 1).equals(":");
    return told.isPresent() || !colon
        ? told
        : speakers.onlyPerson(words.sentenceFirst(open - 1), open);
  }

  /// The speaker of the sentence that ends before `stretch`, on the same paragraph.
  Optional<Speaker> sentenceBefore(Stretch stretch) {
    int open = opening(stretch);
    boolean first = open <= 0 || words.startsLine(open) || !words.startsSentence(open);
    return first || quoted.get(open - 2) ? Optional.empty() : upTo(open);
  }

  /// The speaker nearest before word `end`, in the sentence of the word before it.
  private Optional<Speaker> upTo(int end) {
    int least = Math.max(words.sentenceFirst(end - 1), end - REACH);
    int tried = 0;
    for (int i = end - 1; i >= least && tried < MOST_VERBS; i--) {
      if (quoted.get(i)) {
        continue;
      }
      if (words.key(i).equals("according") && words.key(i + 1).equals("to")) {
        return speakers.startingAt(i + 2).filter(s -> s.last() <= end);
      }
      if (isActive(i)) {
        tried++;
        int verb = i;
        Optional<Speaker> speaker =
            subject(i)
                .or(() -> speakers.startingAt(verb + 1).filter(s -> isInverted(s, verb, end)));
        if (speaker.isPresent()) {
          return speaker;
        }
        if (i >= end - 2 && lexicon.naming(words.key(i))) {
          return Optional.empty();
        }
      } else if (i >= end - 2 && lexicon.naming(words.key(i))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// `Said NAME: "…"`: the verb opens its sentence.
  private boolean isInverted(Speaker speaker, int verb, int end) {
    return speaker.last() <= end && words.startsSentence(verb);
  }

  private Optional<Speaker> subject(int verb) {
    int end = verb;
    while (end > words.sentenceFirst(verb) && lexicon.adverb(words.key(end - 1))) {
      end--;
    }
    return end > words.sentenceFirst(verb) ? speakers.endingAt(end) : Optional.empty();
  }

  private boolean isActive(int i) {
    return lexicon.verb(words.key(i)) && !lexicon.passive(words.key(i - 1));
  }

  private boolean endsSentence(Stretch stretch) {
    return normal.charAt(stretch.end() - 1) == '.'
        || (stretch.end() + 1 < normal.length() && normal.charAt(stretch.end() + 1) == '.');
  }

  /// True where the sentence ends with the verb at `i`, or nearly so, and introduces no speech.
  private boolean closes(int i) {
    int next = i + 1;
    while (next < words.sentenceLast(i) && lexicon.adverb(words.key(next))) {
      next++;
    }
    return next >= words.sentenceLast(i) || words.key(next).equals(".");
  }
}
