package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.Topic;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides whether an article is about a post sought, taken or left, about a programme, or neither.
public final class Relevances {
  /// Share of the text in front of which a post must be named to be its subject.
  private static final double LEAD = 0.5;

  /// What a post that is sought adds to the talk of filling posts, of which 1 is enough.
  private static final double SOUGHT = 0.5;

  /// What a post that is taken or left adds, and what a loud programme takes away.
  private static final double MOVED = 0.4;

  /// What a headline adds that tells of the search for it, or of who takes or leaves it.
  private static final double HEADED = 0.5;

  /// What a closing date adds.
  private static final double CLOSING = 0.5;

  private static final double LOUD_PROGRAMME = 24;
  private static final double LOUD_MOVE = 6;

  private static final double ROLE_BONUS = 3;
  private static final double DEADLINE_BONUS = 4;
  private static final double ADVERT_BONUS = 10;

  /// A search for somebody is the subject beside a louder departure or appointment.
  private static final double SEARCH_SHARE = 0.6;

  /// A headline with "appoints" or "leaves"; "successor" weighs less.
  private static final double MOVE_VERB = 2;

  /// A search for somebody is told of, at least.
  private static final double SEEN_SHARE = 0.4;

  private static final double MIN_MOVE = 4;

  /// A departure that is spoken of as loudly is a subject beside any other.
  private static final double LOUD_LEAVE = 7;

  private static final int MIN_ADDRESSED = 5;

  /// Words of technology that an article about it has at least, in its text.
  private static final int MIN_DIGITAL = 1;

  private static final Pattern WORD = Pattern.compile("[^\\p{L}-]+");
  private static final Map<String, Set<String>> HEADLINE_WORDS = headlineWords();

  private static Map<String, Set<String>> headlineWords() {
    Map<String, Set<String>> lists = new HashMap<>();
    for (String[] row : Rows.of(Relevances.class, "headline-words.tsv", 2)) {
      lists.computeIfAbsent(row[0], k -> new HashSet<>()).addAll(List.of(row[1].split(" ")));
    }
    return Map.copyOf(lists);
  }

  private final Document document;
  private final Profile profile;
  private final List<RoleValue> roles;
  private final Map<Topic, Double> scores;
  private final Map<Topic, Double> headline;

  private Relevances(
      Document document,
      Profile profile,
      List<RoleValue> roles,
      Map<Topic, Double> scores,
      Map<Topic, Double> headline) {
    this.headline = headline;
    this.document = document;
    this.profile = profile;
    this.roles = roles;
    this.scores = scores;
  }

  /// The verdict on `document`, given its roles, deadlines and topic scores, and those of its
  /// headline alone.
  public static Verdict of(
      Document document,
      Profile profile,
      List<RoleValue> roles,
      List<Deadline> deadlines,
      Map<Topic, Double> scores,
      Map<Topic, Double> headline) {
    boolean closing = deadlines.stream().anyMatch(d -> d.kind() == Deadline.Kind.APPLICATION);
    return new Relevances(document, profile, roles, scores, headline).verdict(closing);
  }

  private Verdict verdict(boolean closing) {
    if (!isAboutPost(closing)) {
      return new Verdict(
          profile.publicSector(), false, false, false, false, profile.advert(), false, isDigital());
    }
    boolean sought = leads(RoleValue.Status.VACANCY);
    if (!namesPost() && !profile.advert()) {
      boolean seeks = sought && roles.stream().anyMatch(Relevances::isOpen);
      return new Verdict(
          profile.publicSector(), seeks, seeks, false, false, false, true, isDigital());
    }
    boolean taken = leads(RoleValue.Status.APPOINTED);
    boolean left = leads(RoleValue.Status.DEPARTING);
    double search = at(Topic.RECRUITMENT) + (sought ? ROLE_BONUS : 0);
    search += closing ? DEADLINE_BONUS : 0;
    search += profile.advert() ? ADVERT_BONUS : 0;
    double arrival = at(Topic.APPOINTMENT) + (taken ? ROLE_BONUS : 0);
    double leave = at(Topic.DEPARTURE) + (left ? ROLE_BONUS : 0);
    double move = Math.max(arrival, leave);
    boolean seeks = (sought || closing || profile.advert()) && search >= SEEN_SHARE * move;
    boolean moved = isHeadedByMove() && !profile.advert();
    boolean vacancy = seeks && !moved && search >= SEARCH_SHARE * move;
    vacancy |= said(Topic.RECRUITMENT) > 0 && said(Topic.APPOINTMENT) + said(Topic.DEPARTURE) == 0;
    boolean appointment = taken && !vacancy && arrival >= MIN_MOVE;
    boolean departure = left && leave >= MIN_MOVE + (vacancy ? 1 : 0);
    departure |= leave >= LOUD_LEAVE;
    if (!vacancy && !appointment && !departure) {
      vacancy = search >= move && !moved;
      appointment = !vacancy && arrival >= leave;
      departure = !vacancy && !appointment;
    }
    return new Verdict(
        profile.publicSector(),
        seeks || vacancy,
        vacancy,
        appointment,
        departure,
        profile.advert() || (sought && isAddressed()),
        false,
        isDigital());
  }

  /// True where the text speaks to its reader, as adverts do.
  private boolean isAddressed() {
    return count("addressed", document.text(), MIN_ADDRESSED) >= MIN_ADDRESSED;
  }

  private static boolean isOpen(RoleValue role) {
    return role.status() == RoleValue.Status.VACANCY && role.holder().isEmpty();
  }

  /// True where the headline names a post, its holder or its pay, or there is no headline.
  private boolean namesPost() {
    String title = document.article().title();
    boolean named =
        roles.stream()
            .flatMap(r -> r.evidence().mentions().stream())
            .anyMatch(m -> title.contains(m.surface()));
    return title.isBlank() || named || count("post", title, 1) > 0;
  }

  /// True where the text, or its headline, speaks of technology more than once.
  private boolean isDigital() {
    int spoken = count("digital", document.article().title(), MIN_DIGITAL);
    return spoken > 0 || count("digital", document.text(), MIN_DIGITAL) >= MIN_DIGITAL;
  }

  /// How many words of `list` stand in `text`, counted up to `enough`.
  private static int count(String list, String text, int enough) {
    Set<String> words = HEADLINE_WORDS.getOrDefault(list, Set.of());
    int count = 0;
    for (String word : WORD.split(text)) {
      count += words.contains(word.toLowerCase(Locale.ROOT)) && !word.equals("it") ? 1 : 0;
      if (count >= enough) {
        return count;
      }
    }
    return count;
  }

  /// True where the headline tells of an appointment or departure and of no search.
  private boolean isHeadedByMove() {
    double moves = Math.max(said(Topic.APPOINTMENT), said(Topic.DEPARTURE));
    return moves >= MOVE_VERB && said(Topic.RECRUITMENT) == 0;
  }

  private double said(Topic topic) {
    Double score = headline.get(topic);
    return score == null ? 0 : score;
  }

  private boolean isAboutPost(boolean closing) {
    if (!profile.publicSector()) {
      return false;
    }
    double talk = profile.recruitment();
    talk += leads(RoleValue.Status.VACANCY) ? SOUGHT : 0;
    talk += leads(RoleValue.Status.APPOINTED) ? MOVED : 0;
    talk += leads(RoleValue.Status.DEPARTING) ? MOVED : 0;
    boolean moves = leads(RoleValue.Status.APPOINTED) || leads(RoleValue.Status.DEPARTING);
    boolean moved = moves && said(Topic.APPOINTMENT) + said(Topic.DEPARTURE) > 0;
    boolean search = leads(RoleValue.Status.VACANCY) && said(Topic.RECRUITMENT) > 0;
    talk += moved || search ? HEADED : 0;
    talk += closing ? CLOSING : 0;
    talk += profile.advert() ? 1 : 0;
    talk += Math.min(1, Math.max(at(Topic.APPOINTMENT), at(Topic.DEPARTURE)) / LOUD_MOVE) * MOVED;
    return talk >= 1 + Math.min(1, loudestProgramme() / LOUD_PROGRAMME) * MOVED;
  }

  private double loudestProgramme() {
    return scores.entrySet().stream()
        .filter(
            e ->
                switch (e.getKey()) {
                  case FUNDING, PROCUREMENT, PROGRAMME_DELIVERY, AUDIT, SERVICE_LAUNCH, SECURITY ->
                      true;
                  case RECRUITMENT,
                      APPOINTMENT,
                      DEPARTURE,
                      PAY,
                      WORKFORCE,
                      STRATEGY,
                      AI,
                      DATA,
                      LEGACY_IT,
                      INFRASTRUCTURE,
                      REORGANISATION,
                      HEALTH_IT,
                      OTHER ->
                      false;
                })
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  private double at(Topic topic) {
    Double score = scores.get(topic);
    return score == null ? 0 : score;
  }

  private boolean leads(RoleValue.Status status) {
    int limit = (int) (document.text().length() * LEAD);
    return roles.stream()
        .filter(r -> r.status() == status)
        .anyMatch(r -> r.evidence().mentions().stream().anyMatch(m -> m.start() <= limit));
  }
}
