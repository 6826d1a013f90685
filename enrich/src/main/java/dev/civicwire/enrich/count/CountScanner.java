package dev.civicwire.enrich.count;

import dev.civicwire.contract.Mention;
import dev.civicwire.enrich.count.CountMention.Noun;
import dev.civicwire.enrich.count.CountedNouns.Kind;
import dev.civicwire.enrich.count.Frames.Frame;
import dev.civicwire.enrich.count.WholeNumbers.Read;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds numbers and the nouns they count, in one pass over a document's words.
final class CountScanner {
  /// Words between a number and its noun, as in "60 of the trust's own IT staff".
  private static final int REACH = 3;

  private static final int REACH_OF = 6;

  /// Fewer people are counted in words by the way: "two people".
  private static final int MIN_WORD = 3;

  /// "three in 2024" is no fraction.
  private static final int MAX_FRACTION = 100;

  /// Smaller numbers without a noun may be anything.
  private static final int MIN_BARE = 10;

  private final Document document;
  private final Words words;
  private final CountedNouns nouns;
  private final WholeNumbers numbers;
  private final Frames frames;
  private final List<Mention> taken;
  private int nextTaken;

  CountScanner(Document document, CountedNouns nouns, Frames frames, List<Mention> taken) {
    this.document = document;
    this.words = document.words();
    this.nouns = nouns;
    this.numbers = new WholeNumbers(words);
    this.frames = frames;
    this.taken = taken.stream().sorted().toList();
  }

  List<CountMention> scan() {
    List<CountMention> counts = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Optional<CountMention> count = isTaken(i) ? Optional.empty() : at(i);
      count.ifPresent(counts::add);
      i = count.map(c -> words.at(c.numberEnd())).filter(next -> next > 0).orElse(i + 1);
      i = Math.max(i, 1);
    }
    return counts;
  }

  private boolean isTaken(int i) {
    int start = words.start(i);
    while (nextTaken < taken.size() && taken.get(nextTaken).end() <= start) {
      nextTaken++;
    }
    return nextTaken < taken.size() && taken.get(nextTaken).start() <= start;
  }

  private Optional<CountMention> at(int i) {
    String word = words.word(i);
    if (word.endsWith("-strong")) {
      return numbers
          .of(word.substring(0, word.length() - "-strong".length()), i)
          .map(n -> mention(i, i + 1, i + 1, n, Noun.EMPLOYED));
    }
    Optional<Read> number = numbers.at(i);
    if (number.isEmpty() || isFraction(i, number.get().next())) {
      return Optional.empty();
    }
    Read first = number.get();
    Optional<Read> upper =
        isRange(i, first.next())
            ? numbers.at(first.next() + 1).filter(n -> n.value() > first.value())
            : Optional.empty();
    return upper.isPresent()
        ? counted(i, upper.get()).map(c -> c.from(first.value()))
        : counted(i, first);
  }

  private boolean isRange(int i, int after) {
    String link = words.word(after);
    return link.equals("-")
        || link.equals("to")
        || (link.equals("and") && words.word(i - 1).equals("between"));
  }

  /// "one in three posts" counts none of them.
  private boolean isFraction(int i, int after) {
    boolean among = words.word(i - 1).equals("in") || words.word(i - 1).equals("out");
    return (among && numbers.at(i - 2).isPresent())
        || (words.word(after).equals("in")
            && numbers.at(after + 1).filter(n -> n.value() < MAX_FRACTION).isPresent());
  }

  private Optional<CountMention> counted(int first, Read read) {
    int after = read.next();
    long number = read.value();
    if (words.word(after).equals("strong")) {
      return Optional.of(mention(first, after + 1, after, number, Noun.EMPLOYED));
    }
    if (words.word(after).equals("-") && words.word(after + 1).equals("strong")) {
      return Optional.of(mention(first, after + 2, after, number, Noun.EMPLOYED));
    }
    return withNoun(first, after, number);
  }

  private Optional<CountMention> withNoun(int first, int after, long number) {
    if (frames.isBehind(Frame.ECHO, after) || frames.isBehind(Frame.GONE, after)) {
      return bare(first, after, number);
    }
    int sentence = words.sentence(first);
    boolean of = words.word(after).equals("of");
    int last = after + (of ? REACH_OF : REACH);
    for (int i = after; i <= last && i < words.size() && words.sentence(i) == sentence; i++) {
      String word = words.word(i);
      Kind pair = nouns.kind(word + " " + words.word(i + 1));
      Kind kind = pair == Kind.NONE ? nouns.kind(word) : pair;
      int end = pair == Kind.NONE ? i + 1 : i + 2;
      if (kind.isCounted()) {
        return isSmall(first, number, kind)
            ? Optional.empty()
            : Optional.of(withNoun(first, after, end, number, kind));
      }
      if (kind == Kind.NOT) {
        return Optional.empty();
      }
      boolean share = of && i <= after + 2 && Numeral.isDigit(word.charAt(0));
      if ((kind == Kind.END && !(of && i == after)) || !(share || isWord(word))) {
        break;
      }
    }
    return bare(first, after, number);
  }

  private CountMention withNoun(int first, int after, int end, long number, Kind kind) {
    boolean staff = words.word(end).equals("of") && words.word(end + 1).equals("staff");
    Noun noun =
        switch (kind) {
          case PEOPLE -> staff ? Noun.EMPLOYED : Noun.PEOPLE;
          case APPLIED -> Noun.APPLIED;
          case EMPLOYED, POST, SINGLE, SENIOR, NOT, END, NONE -> Noun.EMPLOYED;
        };
    return mention(first, staff && kind == Kind.PEOPLE ? end + 2 : end, after, number, noun);
  }

  private Optional<CountMention> bare(int first, int after, long number) {
    boolean team = frames.isBefore(Frame.TEAM, first) || frames.isBehind(Frame.TEAM, after);
    if (number < (isFigures(first) ? 2 : MIN_WORD) && !team) {
      return Optional.empty();
    }
    Optional<Noun> noun =
        team || isGone(first, after)
            ? Optional.of(Noun.EMPLOYED)
            : isEcho(first, after)
                ? Optional.of(Noun.ECHO)
                : isFigures(first) && !isMeasured(after) && number >= MIN_BARE
                    ? Optional.of(Noun.NONE)
                    : Optional.empty();
    return noun.map(n -> mention(first, after, after, number, n));
  }

  /// "nine have left"; "we lost 44 of 190", and the 190 as well.
  private boolean isGone(int first, int after) {
    Optional<Read> whole = isShare(after) ? numbers.at(after + 1) : Optional.empty();
    return frames.isBehind(Frame.GONE, after)
        || whole.filter(n -> frames.isBehind(Frame.GONE, n.next())).isPresent()
        || (frames.isBefore(Frame.GONE, first) && (isAlone(after) || isShare(after)))
        || (words.word(first - 1).equals("of")
            && first >= 2
            && frames.isBefore(Frame.GONE, first - 2)
            && isAlone(after));
  }

  private boolean isEcho(int first, int after) {
    return frames.isBehind(Frame.ECHO, after)
        || (frames.isBefore(Frame.ECHO, first) && isAlone(after));
  }

  private boolean isShare(int after) {
    return words.word(after).equals("of") && numbers.at(after + 1).isPresent();
  }

  /// True where no noun follows that the number might count.
  private boolean isAlone(int after) {
    Kind kind = nouns.kind(words.word(after));
    return !isMeasured(after) || kind == Kind.END;
  }

  private boolean isFigures(int i) {
    return Numeral.isDigit(words.word(i).charAt(0));
  }

  private boolean isSmall(int first, long number, Kind kind) {
    return switch (kind) {
      case SINGLE -> number != 1 || !isFigures(first);
      case SENIOR -> number < 2 || !isFigures(first);
      case POST -> number < (isFigures(first) ? 1 : 2);
      case EMPLOYED, APPLIED -> number < 2;
      case PEOPLE, NOT, END, NONE -> number < (isFigures(first) ? 2 : MIN_WORD);
    };
  }

  /// True where a unit or another noun that is no people follows a bare number.
  private boolean isMeasured(int after) {
    return switch (words.word(after)) {
      case "",
          ".",
          ",",
          ";",
          ")",
          "and",
          "in",
          "across",
          "by",
          "to",
          "at",
          "-",
          "people",
          "that",
          "who",
          "with",
          "since",
          "from" ->
          false;
      default -> true;
    };
  }

  private static boolean isWord(String word) {
    char c = word.charAt(0);
    return Character.isLetter(c) || c == '\'' || c == '-' || c == '&' || c == '"';
  }

  private CountMention mention(int first, int end, int numberEnd, long number, Noun noun) {
    int last = Math.min(end, words.size()) - 1;
    int numberLast = Math.min(numberEnd, words.size()) - 1;
    String of =
        numberEnd < end
            ? document.normal().substring(words.start(numberLast + 1), words.end(last)).strip()
            : "";
    return new CountMention(
        words.start(first),
        words.end(last),
        words.end(numberLast),
        words.sentence(first),
        number,
        Optional.empty(),
        noun,
        of.replaceAll("\\s+", " "));
  }
}
