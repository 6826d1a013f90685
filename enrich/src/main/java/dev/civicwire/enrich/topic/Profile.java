package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Organisation;
import dev.civicwire.enrich.text.Cue;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Document;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a text as a whole is, from its words alone: what the annotators lean on where a sentence
/// says nothing.
///
/// @param publicSector whether its subject seems to be a public body
/// @param recruitment how much it speaks of filling posts; 1 is enough
/// @param advert whether it seems to be an advert rather than news about one
/// @param dollar ISO code of the dollar that `$` alone means
/// @param currency ISO code of the money of the country it speaks of, where it speaks of one
/// @param monthFirst whether 5/6/2025 is the sixth of May
public record Profile(
    boolean publicSector,
    double recruitment,
    boolean advert,
    String dollar,
    Optional<String> currency,
    boolean monthFirst) {
  /// The same, known to be an advert.
  public Profile asAdvert() {
    return new Profile(publicSector, recruitment, true, dollar, currency, monthFirst);
  }

  /// Whether it seems to be about filling posts.
  public boolean recruiting() {
    return recruitment >= 1;
  }

  private static final double MIN_PUBLIC = 1.4;
  private static final double MIN_RECRUITING = 6;
  private static final double MIN_ADVERT = 9;

  /// What a phrase may speak for.
  enum Signal {
    PUBLIC,
    PRIVATE,
    RECRUIT,
    ADVERT,
    US,
    AU,
    CA,
    NZ,
    UK
  }

  /// Profiles texts; immutable and safe for threads.
  public static final class Profiler {
    /// A phrase said again and again says no more.
    private static final int MAX_REPEATS = 3;

    /// Words of a text for which the thresholds hold; a shorter one says less.
    private static final double USUAL_LENGTH = 200;

    private static final double SHORTEST = 0.6;
    private static final double PER_BODY = 2;

    /// What "NZ$49m" says of "$71m" beside it.
    private static final double NAMED_DOLLAR = 6;

    private static final int MAX_BODIES = 3;

    private final CueLexicon<Signal> lexicon =
        CueLexicon.load(Profile.class, "profile.tsv", Signal.class);

    /// The profile of `document`, in which `bodies` are named.
    public Profile of(Document document, List<Organisation> bodies) {
      Map<Signal, Double> sums = sums(lexicon.find(document.words()));
      long named = bodies.stream().filter(b -> b.kind() == Organisation.Kind.PUBLIC).count();
      double open = at(sums, Signal.PUBLIC) + PER_BODY * Math.min(MAX_BODIES, named);
      double closed = at(sums, Signal.PRIVATE);
      double size = Math.clamp(document.words().size() / USUAL_LENGTH, SHORTEST, 1);
      String dollar = dollar(sums, document.normal());
      return new Profile(
          open >= MIN_PUBLIC && open > closed,
          at(sums, Signal.RECRUIT) / (MIN_RECRUITING * size),
          at(sums, Signal.ADVERT) >= MIN_ADVERT * size,
          dollar,
          currency(sums, dollar),
          at(sums, Signal.US) > at(sums, Signal.UK)
              && at(sums, Signal.US) > at(sums, Signal.AU)
              && at(sums, Signal.US) > at(sums, Signal.NZ)
              && at(sums, Signal.US) > 2);
    }

    private static Map<Signal, Double> sums(List<Cue.Hit<Signal>> hits) {
      Map<Signal, Double> sums = new EnumMap<>(Signal.class);
      Map<String, Integer> counts = new HashMap<>();
      for (Cue.Hit<Signal> hit : hits) {
        Cue<Signal> cue = hit.cue();
        if (counts.merge(cue.phrase(), 1, Integer::sum) <= MAX_REPEATS) {
          sums.merge(cue.kind(), cue.weight(), Double::sum);
        }
      }
      return sums;
    }

    /// What `$` alone means: as the country's signs say, and as a dollar that is named elsewhere.
    private static String dollar(Map<Signal, Double> sums, String text) {
      String dollar = "USD";
      double most = at(sums, Signal.US) + (text.contains("US$") ? NAMED_DOLLAR : 0);
      for (Map.Entry<Signal, String> country :
          List.of(
              Map.entry(Signal.AU, "AUD"),
              Map.entry(Signal.CA, "CAD"),
              Map.entry(Signal.NZ, "NZD"))) {
        double signs = at(sums, country.getKey());
        signs += text.contains(country.getKey().name() + "$") ? NAMED_DOLLAR : 0;
        signs += text.contains(" " + country.getKey().name().charAt(0) + "$") ? NAMED_DOLLAR : 0;
        if (signs > most) {
          most = signs;
          dollar = country.getValue();
        }
      }
      return dollar;
    }

    /// What an amount without a sign is in, where the text tells its country.
    private static Optional<String> currency(Map<Signal, Double> sums, String dollar) {
      double dollars =
          Stream.of(Signal.US, Signal.AU, Signal.CA, Signal.NZ)
              .mapToDouble(signal -> at(sums, signal))
              .max()
              .orElse(0);
      double pounds = at(sums, Signal.UK);
      return dollars == 0 && pounds == 0
          ? Optional.empty()
          : Optional.of(pounds > dollars ? "GBP" : dollar);
    }

    private static double at(Map<Signal, Double> sums, Signal signal) {
      Double sum = sums.get(signal);
      return sum == null ? 0 : sum;
    }
  }
}
