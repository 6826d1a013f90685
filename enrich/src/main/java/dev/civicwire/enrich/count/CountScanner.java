package dev.civicwire.enrich.count;

import dev.civicwire.contract.Mention;
import dev.civicwire.enrich.count.CountMention.Noun;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds numbers and the nouns they count, in one pass over a document's words.
final class CountScanner {
  /// Words between a number and its noun, as in "60 of the trust's own IT staff".
  private static final int REACH = 3;

  private static final int REACH_OF = 6;

  /// Fewer are counted in words by the way: "both posts", "two people".
  private static final int MIN_WORD = 3;

  private final Document document;
  private final Words words;
  private final CountedNouns nouns;
  private final List<Mention> taken;
  private int nextTaken;

  CountScanner(Document document, CountedNouns nouns, List<Mention> taken) {
    this.document = document;
    this.words = document.words();
    this.nouns = nouns;
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
      return number(word.substring(0, word.length() - "-strong".length()), i)
          .map(n -> mention(i, i + 1, i + 1, n, Noun.EMPLOYED));
    }
    Optional<Long> number = number(word, i);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    int after = i + 1;
    Optional<Long> upper = Optional.empty();
    String link = words.word(i + 1);
    if (link.equals("-")
        || link.equals("to")
        || (link.equals("and") && words.word(i - 1).equals("between"))) {
      upper =
          i + 2 < words.size()
              ? number(words.word(i + 2), i + 2).filter(n -> n > number.get())
              : upper;
      after = upper.isPresent() ? i + 3 : after;
    }
    return counted(i, after, upper.orElse(number.get())).map(c -> upperOf(c, number.get()));
  }

  private static CountMention upperOf(CountMention count, long first) {
    return count.count() == first
        ? count
        : new CountMention(
            count.start(),
            count.end(),
            count.numberEnd(),
            count.count(),
            Optional.of(first),
            count.noun(),
            count.of());
  }

  private Optional<CountMention> counted(int first, int after, long number) {
    int sentence = words.sentence(first);
    boolean strong =
        words.word(after).equals("strong")
            || (words.word(after).equals("-") && words.word(after + 1).equals("strong"));
    if (strong) {
      int end = words.word(after).equals("-") ? after + 2 : after + 1;
      return Optional.of(mention(first, end, after, number, Noun.EMPLOYED));
    }
    boolean of = words.word(after).equals("of");
    int reach = of ? REACH_OF : REACH;
    for (int i = after; i <= after + reach && i < words.size(); i++) {
      if (words.sentence(i) != sentence) {
        break;
      }
      String word = words.word(i);
      String pair = word + " " + words.word(i + 1);
      boolean two = !nouns.kind(pair).isEmpty();
      String kind = two ? nouns.kind(pair) : nouns.kind(word);
      int end = two ? i + 2 : i + 1;
      if (kind.equals("employed")) {
        return small(first, number)
            ? Optional.empty()
            : Optional.of(mention(first, end, after, number, Noun.EMPLOYED));
      }
      if (kind.equals("people")) {
        boolean staff = words.word(end).equals("of") && words.word(end + 1).equals("staff");
        return small(first, number)
            ? Optional.empty()
            : Optional.of(
                mention(
                    first,
                    staff ? end + 2 : end,
                    after,
                    number,
                    staff ? Noun.EMPLOYED : Noun.PEOPLE));
      }
      boolean share = of && i <= after + 2 && Numeral.isDigit(word.charAt(0));
      if ((kind.equals("not") && !(of && i == after)) || !(share || isWord(word))) {
        break;
      }
    }
    boolean bare =
        Numeral.isDigit(words.word(first).charAt(0)) && !isMeasured(after) && number >= 10;
    return bare ? Optional.of(mention(first, after, after, number, Noun.NONE)) : Optional.empty();
  }

  private boolean small(int first, long number) {
    boolean digits = Numeral.isDigit(words.word(first).charAt(0));
    return number < (digits ? 2 : MIN_WORD);
  }

  /// True where a unit or another noun that is no people follows a bare number.
  private boolean isMeasured(int after) {
    String next = words.word(after);
    return switch (next) {
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
    return Character.isLetter(c) || c == '\'' || c == '-' || c == '&';
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
        number,
        Optional.empty(),
        noun,
        of.replaceAll("\\s+", " "));
  }

  /// A whole number in figures or words that is no year, percentage or part of a code.
  private Optional<Long> number(String word, int i) {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (!Numeral.isDigit(word.charAt(0))) {
      return Numeral.ofWord(word).map(Integer::longValue);
    }
    Optional<Numeral> numeral = Numeral.at(word, 0);
    boolean whole =
        numeral.isPresent()
            && numeral.get().end() == word.length()
            && numeral.get().decimals() == 0
            && numeral.get().value().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
    if (!whole) {
      return Optional.empty();
    }
    long value = numeral.get().value().longValue();
    boolean year = word.length() == 4 && value >= 1_900 && value <= 2_050;
    boolean sameSentence = i > 0 && words.sentence(i - 1) == words.sentence(i);
    String before = sameSentence ? words.word(i - 1) : "";
    boolean code =
        switch (before) {
          case "£",
              "$",
              "€",
              "#",
              "ref",
              "ref.",
              "no.",
              "grade",
              "band",
              "/",
              "scp",
              "level",
              "." ->
              true;
          default -> false;
        };
    return year || code || words.word(i + 1).startsWith("%")
        ? Optional.empty()
        : Optional.of(value);
  }
}
