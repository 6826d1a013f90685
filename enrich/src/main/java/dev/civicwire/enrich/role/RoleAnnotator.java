package dev.civicwire.enrich.role;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.RoleValue.Status;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import dev.civicwire.enrich.text.CueLexicon;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Finds posts in public bodies, what is said of them, who holds them and where. Safe for use by
/// several threads.
public final class RoleAnnotator {
  private static final String ANNOTATOR = "role-grammar/1";

  private final RoleLexicon lexicon = new RoleLexicon();
  private final StatusWords statusWords = new StatusWords();
  private final CueLexicon<StatusPhrases.Phrase> phrases = StatusPhrases.lexicon();
  private final Map<String, Set<String>> sequels = Sequel.lists();
  private final RoleGrammar grammar = new RoleGrammar(lexicon);

  private RoleAnnotator() {}

  /// Reads the lists.
  public static RoleAnnotator load() {
    return new RoleAnnotator();
  }

  /// True for a page title that is a post's title and nothing more.
  public boolean isTitle(String title) {
    return Advert.isTitle(lexicon, title);
  }

  /// The posts in `document`, in which `names` were found.
  public List<RoleValue> annotate(Document document, Names names) {
    return annotate(document, names, Trace.off());
  }

  /// As [#annotate(Document, Names)], with why titles were kept or refused.
  public List<RoleValue> annotate(Document document, Names names, Trace trace) {
    Scene scene = new Scene(Words.of(document.normal()), names);
    Advert advert = new Advert(lexicon, scene, document.article(), document.normal());
    List<RoleSpan> spans = withTitleLines(grammar.find(scene), advert.titleLines());
    RoleTitles titles = new RoleTitles(lexicon, scene, spans);
    StatusPhrases told = new StatusPhrases(phrases, document.words());
    StatusCues cues = new StatusCues(statusWords, told, scene);
    JobList list = new JobList(scene, spans, document.article().title());
    PostContext around = new PostContext(lexicon, told, scene.words());
    RoleFilter filter = new RoleFilter(lexicon, around, scene, advert, list);
    RoleChoices choices = new RoleChoices(ANNOTATOR, scene.words(), cues, filter, trace);
    List<RoleMention> mentions = mentions(scene, spans, titles, advert, cues, filter, choices);
    return new RoleGroups(lexicon, mentions)
        .all().stream().map(group -> value(document.text(), scene, group, advert)).toList();
  }

  private static List<RoleSpan> withTitleLines(List<RoleSpan> spans, List<RoleSpan> lines) {
    List<RoleSpan> all = new ArrayList<>(lines);
    for (RoleSpan span : spans) {
      if (lines.stream().noneMatch(l -> span.first() < l.last() && l.first() < span.last())) {
        all.add(span);
      }
    }
    all.sort(Comparator.comparingInt(RoleSpan::first));
    return all;
  }

  private List<RoleMention> mentions(
      Scene scene,
      List<RoleSpan> spans,
      RoleTitles titles,
      Advert advert,
      StatusCues cues,
      RoleFilter filter,
      RoleChoices choices) {
    RoleLinks links = new RoleLinks(statusWords, lexicon, scene);
    RoleLists lists = new RoleLists(scene);
    List<RoleMention> mentions = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Sequel sequel = Sequel.of(sequels, scene.words());
    for (int i = 0; i < spans.size(); i++) {
      RoleSpan span = spans.get(i);
      OptionalInt body = span.body().isPresent() ? span.body() : links.bodyBefore(span);
      OptionalInt person = links.person(span);
      boolean bareDirector =
          span.sort() == Sort.DIRECTOR && span.last() - span.first() == 1 && !span.plural();
      Optional<RoleMention> neighbour =
          mentions.isEmpty() ? Optional.empty() : lists.before(mentions.getLast(), span);
      if (filter.keeps(span, body, person)
          || neighbour.isPresent()
          || (bareDirector && filter.keeps(span, OptionalInt.empty(), OptionalInt.of(0)))) {
        Status own = cues.of(span, person, advert.isAdvert());
        if (filter.isOffer(span)) {
          own = Status.VACANCY;
        }
        String title = titles.of(span);
        if (isTheNew(scene.words(), span) && taken.contains(title)) {
          own = Status.APPOINTED;
        }
        Status told = neighbour.map(RoleMention::status).filter(s -> person.isEmpty()).orElse(own);
        if (told == Status.APPOINTED) {
          taken.add(title);
        }
        boolean free = taken.isEmpty() || (person.isPresent() && !taken.contains(title));
        boolean open = free && told != Status.APPOINTED && told != Status.VACANCY;
        Status status = open && sequel.seeks(spans, i) ? Status.VACANCY : told;
        mentions.add(new RoleMention(span, title, status, body, person));
        choices.kept(span, person, advert.isAdvert(), neighbour.isPresent(), own, status);
      } else {
        choices.refused(span, body, person);
      }
    }
    return mentions;
  }

  /// `The new director`, said after the appointment: no post that is still to be filled.
  private static boolean isTheNew(Words words, RoleSpan span) {
    return words.key(span.first() - 1).equals("new") && words.key(span.first() - 2).equals("the");
  }

  private static RoleValue value(String text, Scene scene, List<RoleMention> group, Advert advert) {
    RoleMention fullest =
        group.stream()
            .max(
                Comparator.comparingInt((RoleMention m) -> m.title().length())
                    .thenComparingInt(m -> m.span().sort() == Sort.ACRONYM ? 0 : 1)
                    .thenComparingInt(m -> -m.span().first()))
            .orElseThrow();
    Status status =
        group.stream().map(RoleMention::status).min(Comparator.naturalOrder()).orElseThrow();
    if (status != Status.APPOINTED
        && status != Status.DEPARTING
        && advert.seeks(RoleTitles.key(fullest.title()))) {
      status = Status.VACANCY;
    }
    Optional<String> holder = holder(scene, group, status);
    Optional<String> body = body(scene, group, status);
    List<Mention> places = group.stream().map(m -> place(text, scene.words(), m.span())).toList();
    double confidence =
        Math.min(0.97, confidence(fullest.span().sort()) + (group.size() > 1 ? 0.04 : 0));
    return new RoleValue(
        fullest.title(),
        status,
        holder,
        body,
        Evidence.of(place(text, scene.words(), fullest.span()), places, confidence, ANNOTATOR));
  }

  /// The body of a mention that says the status; of a post that is sought no other will do, since
  /// posts of the same title elsewhere are spoken of beside it.
  private static Optional<String> body(Scene scene, List<RoleMention> group, Status status) {
    boolean told = group.stream().anyMatch(m -> m.status() == status);
    return group.stream()
        .filter(m -> !told || m.status() == status || status != Status.VACANCY)
        .flatMapToInt(m -> m.body().stream())
        .mapToObj(scene::organisation)
        .map(Organisation::name)
        .findFirst();
  }

  private static Optional<String> holder(Scene scene, List<RoleMention> group, Status status) {
    return group.stream()
        .filter(m -> m.status() == status || status != Status.APPOINTED)
        .flatMapToInt(m -> m.person().stream())
        .mapToObj(scene::individual)
        .map(Person::name)
        .findFirst();
  }

  private static double confidence(Sort sort) {
    return switch (sort) {
      case SECRETARY, CHIEF, FIXED -> 0.9;
      case TITLE_LINE, HEAD_OF, ACRONYM -> 0.86;
      case DIRECTOR -> 0.84;
      case PROFESSION -> 0.7;
    };
  }

  private static Mention place(String text, Words words, RoleSpan span) {
    return Mention.of(text, words.start(span.first()), words.end(span.last() - 1));
  }
}
