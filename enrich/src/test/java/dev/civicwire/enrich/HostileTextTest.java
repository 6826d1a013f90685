package dev.civicwire.enrich;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Relevance;
import dev.civicwire.contract.TaggedArticle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that no newsroom wrote: each is tagged in time linear in its length.
class HostileTextTest {
  /// Times what as much ordinary text takes on the same machine, in processor time.
  private static final int MOST = 2;

  /// The first tries of a kind of text pay for the compiler.
  private static final int TRIES = 3;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final Duration ORDINARY = ordinary();

  static Stream<Named<String>> texts() {
    return Stream.of(
        Named.of("digits", "1234567890".repeat(100_000)),
        Named.of("numbers", "12 ".repeat(333_000)),
        Named.of("director of", "director of ".repeat(83_000)),
        Named.of("unclosed brackets", "(".repeat(100_000)),
        Named.of("brackets with amounts", "(£5 ".repeat(250_000)),
        Named.of("quotes", "\"".repeat(500_000)),
        Named.of("opening quotes", "\u201c".repeat(500_000)),
        Named.of("single quotes", "\u2018".repeat(500_000)),
        Named.of("full stops", ".".repeat(1_000_000)),
        Named.of("spaced full stops", ". ".repeat(500_000)),
        Named.of("pounds", "£".repeat(1_000_000)),
        Named.of("open ranges", "£1-".repeat(330_000)),
        Named.of("hyphens", "a-".repeat(500_000)),
        Named.of("months", "May ".repeat(250_000)),
        Named.of("line feeds", "\n".repeat(1_000_000)),
        Named.of("labels", "Salary:\n£45,000\n".repeat(60_000)),
        Named.of("open periods", "1 May 2025 to 2 June 2025 ".repeat(40_000)),
        Named.of("posts with their own dates", posts()),
        Named.of("speakers", "\"We agree,\" said Jane Brown, director of digital. ".repeat(20_000)),
        Named.of("mailboxes", "a@".repeat(500_000)),
        Named.of("surrogates", "\ud83d\ude00 ".repeat(300_000)),
        Named.of("definitions", definitions()),
        Named.of("one name", "Ministry of Xyloph (MOX) ".repeat(40_000)),
        Named.of("binary", binary()));
  }

  /// Names with acronyms in brackets, no two alike.
  private static String definitions() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 1_000_000; i++) {
      String name = "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26);
      name += "" + (char) ('a' + i / 676 % 26) + (char) ('a' + i / 17_576 % 26);
      text.append("The G").append(name).append(" Office (GXO) said. ");
    }
    return text.toString();
  }

  /// Adverts one after the other, no two of the same day and pay.
  private static String posts() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 1_000_000; i++) {
      text.append("Director of Ice\nClosing date: %d May 2025\n".formatted(1 + i % 28));
      text.append("Salary: £%d\n\n".formatted(40_000 + i % 20_000));
    }
    return text.toString();
  }

  private static String binary() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      text.append((char) random.nextInt(0x10000));
    }
    return text.toString();
  }

  /// For a megabyte of articles and adverts, once the code is warm.
  private static Duration ordinary() {
    String all = String.join("\n\n", CorpusTexts.of("/corpus"));
    String text = all.repeat(1_000_000 / all.length() + 1).substring(0, 1_000_000);
    return Stream.generate(() -> timed(text)).limit(TRIES).min(naturalOrder()).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void tagsInTime(String text) {
    Duration most = ORDINARY.multipliedBy(MOST);
    List<Duration> spent = new ArrayList<>();
    while (spent.isEmpty() || (spent.getLast().compareTo(most) > 0 && spent.size() < TRIES)) {
      spent.add(timed(text));
    }
    assertThat(spent.getLast()).isLessThan(most);
  }

  private static Duration timed(String text) {
    long before = THREADS.getCurrentThreadCpuTime();
    tag(text);
    return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
  }

  @Test
  void readsTheFirstPartOfAnEndlessText() {
    TaggedArticle tagged =
        tag(
            "The council seeks a director of digital at £50,000.\n"
                + "The day was long.\n".repeat(150_000));
    assertThat(tagged.roles()).isNotEmpty();
    assertThat(tagged.article().truncated()).isTrue();
    assertThat(tagged.article().text()).hasSize(2_500_000);
  }

  @Test
  void givesNothingForAnEmptyText() {
    TaggedArticle tagged = tag("");
    assertThat(tagged.values()).isEmpty();
    assertThat(tagged.relevance()).isEqualTo(Relevance.NONE);
    assertThat(tagged.vacancy()).isEmpty();
  }

  @Test
  void findsOnlyWhatNeedsNoEnglishInOtherLanguages() {
    TaggedArticle tagged =
        tag(
            "Le ministère cherche un directeur pour les services de la ville; le budget est de"
                + " €45 millions et la date est le 12/05/2025.");
    assertThat(tagged.language()).contains("fr");
    assertThat(tagged.roles()).isEmpty();
    assertThat(tagged.headcounts()).isEmpty();
  }

  @Test
  void tagsFromManyThreads() {
    String text = "The council seeks a director of digital at £50,000 a year by 12 May 2025.";
    TaggedArticle alone = tag(text);
    assertThat(Stream.generate(() -> text).limit(200).parallel().map(HostileTextTest::tag))
        .allSatisfy(t -> assertThat(t.values()).containsExactlyElementsOf(alone.values().toList()));
  }

  private static TaggedArticle tag(String text) {
    return SharedTagger.TAGGER.tag(Article.ofText("id", "test:", "", text, Optional.empty()));
  }
}
