package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.enrich.text.CueLexicon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes one vacancy of each post that an article seeks to fill, the main one first. Immutable and
/// safe for threads.
public final class VacancyAssembler {
  /// A list of more occupations is one campaign; its first posts stand for it.
  private static final int MAX_VACANCIES = 12;

  /// Sentences between a post and what is offered with it.
  private static final int MAX_BEHIND = 3;

  /// Weight of a post that is named early and again.
  private static final double MIN_LIKELY = 2.5;

  private final CueLexicon<Field> lexicon =
      CueLexicon.load(VacancyAssembler.class, "cues.tsv", Field.class);
  /// How much a page that gives pay and a date must speak of filling posts, for its headline to be
  /// one:
  /// news on roads has prices and dates, too.
  private static final double MIN_OFFERED = 0.8;

  private final ImpliedPay impliedPay = ImpliedPay.load();
  private final PlaceWords placeWords = PlaceWords.load();

  /// The vacancies of an article.
  ///
  /// @param subject whether they are its subject; where not, only posts that are sought in so many
  ///     words, with pay or a closing date, make one
  /// @param page the post of the page's own data, which makes it the subject and the main one
  public List<Vacancy> assemble(Findings findings, boolean subject, Optional<PagePost> page) {
    List<RoleValue> told = told(findings, subject || page.isPresent());
    List<RoleValue> sought =
        page.map(p -> p.among(told, findings.roles(), findings.document()))
            .filter(posts -> !posts.isEmpty())
            .orElseGet(() -> likelier(told, findings, subject));
    if (sought.isEmpty()) {
      return List.of();
    }
    VacancyFields fields = new VacancyFields(findings, sought, lexicon, impliedPay, placeWords);
    Optional<LocalDate> day = findings.document().published();
    List<Vacancy> vacancies = new ArrayList<>();
    for (RoleValue role : sought) {
      Vacancy vacancy = fields.of(role);
      boolean main = vacancies.isEmpty();
      vacancies.add(main ? page.map(p -> PageData.over(vacancy, p, day)).orElse(vacancy) : vacancy);
    }
    return List.copyOf(vacancies);
  }

  /// Those told of, or the one that the text is likely to be about, or an advert's headline.
  private static List<RoleValue> likelier(
      List<RoleValue> told, Findings findings, boolean subject) {
    List<RoleValue> sought = told.isEmpty() && subject ? likeliest(findings) : told;
    boolean offer = findings.isOffer() && findings.profile().recruitment() >= MIN_OFFERED;
    return sought.isEmpty() && (findings.isAdvert() || offer)
        ? NamedPost.of(findings.document(), findings.particulars()).map(List::of).orElse(List.of())
        : sought;
  }

  /// The posts that the text calls sought, the likeliest first.
  private static List<RoleValue> told(Findings findings, boolean subject) {
    return findings.roles().stream()
        .filter(
            r ->
                r.status() == RoleValue.Status.VACANCY
                    ? subject || isOffered(findings, r)
                    : subject && OwnPosts.isHeading(findings, r))
        .sorted(Comparator.comparingDouble(r -> -weight(findings, r)))
        .limit(MAX_VACANCIES)
        .toList();
  }

  /// True where pay or a closing date stands with the post or right behind it; people who are hired
  /// by the dozen are no vacancy.
  private static boolean isOffered(Findings findings, RoleValue role) {
    boolean plural =
        role.evidence().mentions().stream()
            .noneMatch(m -> m.surface().toLowerCase(Locale.ROOT).endsWith(lastWord(role.title())));
    Stream<Evidence> offers =
        Stream.concat(
            findings.money().salaries().stream().map(s -> s.evidence()),
            findings.dates().deadlines().stream()
                .filter(d -> d.kind() == Deadline.Kind.APPLICATION)
                .map(d -> d.evidence()));
    boolean closes =
        findings.dates().deadlines().stream().anyMatch(d -> d.kind() == Deadline.Kind.APPLICATION);
    return (!plural || closes) && offers.anyMatch(offer -> isBehind(findings, role, offer));
  }

  private static String lastWord(String title) {
    return title.substring(title.lastIndexOf(' ') + 1);
  }

  private static boolean isBehind(Findings findings, RoleValue role, Evidence offer) {
    int at = findings.sentence(offer.start());
    return role.evidence().mentions().stream()
        .mapToInt(m -> at - findings.sentence(m.start()))
        .anyMatch(behind -> behind >= 0 && behind <= MAX_BEHIND);
  }

  /// An advert whose post no word calls sought: the one it names first and most.
  private static List<RoleValue> likeliest(Findings findings) {
    return findings.roles().stream()
        .filter(r -> r.holder().isEmpty() || r.status() == RoleValue.Status.DEPARTING)
        .filter(r -> weight(findings, r) >= MIN_LIKELY)
        .min(Comparator.comparingDouble(r -> -weight(findings, r)))
        .map(List::of)
        .orElse(List.of());
  }

  /// How much a post is what the page is about: headline first, then early and often.
  private static double weight(Findings findings, RoleValue role) {
    String headline = findings.document().article().title().toLowerCase(Locale.ROOT);
    boolean named =
        headline.contains(role.title())
            || role.evidence().mentions().stream()
                .anyMatch(m -> headline.contains(m.surface().toLowerCase(Locale.ROOT)));
    int length = Math.max(1, findings.document().text().length());
    int first = role.evidence().mentions().stream().mapToInt(m -> m.start()).min().orElse(length);
    double weight = named ? 3 : 0;
    weight += 3 * (1 - first / (double) length);
    return weight + 0.3 * Math.min(5, role.evidence().mentions().size());
  }
}
