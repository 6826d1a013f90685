package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Place;
import dev.civicwire.enrich.gazetteer.BodyGazetteer;
import dev.civicwire.enrich.gazetteer.PlaceGazetteer;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Trace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the bodies, people and places that an article names. Safe for use by several threads.
public final class NameAnnotator {
  private static final int NOW = 9999;

  private final BodyFinder bodies;
  private final PersonWords lexicon = new PersonWords();
  private final PersonFinder people;
  private final PlaceFinder places;
  private final NameModel model = NameModel.load();
  private final CompanyContext business;

  private NameAnnotator() {
    HeadWords heads = new HeadWords();
    PlaceGazetteer placeGazetteer = PlaceGazetteer.load();
    bodies = new BodyFinder(BodyGazetteer.load(), heads, lexicon, placeGazetteer);
    people = new PersonFinder(lexicon, placeGazetteer);
    places = new PlaceFinder(placeGazetteer, heads, lexicon);
    business = new CompanyContext(heads, lexicon, placeGazetteer);
  }

  /// Reads the lists and the model.
  public static NameAnnotator load() {
    return new NameAnnotator();
  }

  /// What an article names.
  ///
  /// @param organisations bodies
  /// @param people individuals
  /// @param places below the nation
  public record Names(List<Organisation> organisations, List<Person> people, List<Place> places) {
    public Names {
      organisations = List.copyOf(organisations);
      people = List.copyOf(people);
      places = List.copyOf(places);
    }
  }

  /// The names in `document`; their offsets are into its text.
  public Names annotate(Document document) {
    return annotate(document, Trace.off());
  }

  /// As [#annotate(Document)], with what each name competed with.
  public Names annotate(Document document, Trace trace) {
    Words words = Words.of(document.normal());
    Headlines headlines = new Headlines(words);
    Credits credits = new Credits(words);
    Taken taken = new Taken();
    int year = document.published().map(LocalDate::getYear).orElse(NOW);
    BodyFinder.Found found = bodies.find(words, headlines, Setting.of(words, year), trace);
    found.mentions().forEach(m -> taken.take(m.first(), m.last()));
    List<PersonMention> persons =
        people.find(words, taken, headlines, credits, model.reading(), trace);
    List<Person> individuals =
        new People(document.text(), words, new Posts(words, lexicon), lexicon)
            .of(persons, taken, credits);
    List<BodyMention> companies = business.find(words, taken, headlines);
    companies.forEach(m -> taken.take(m.first(), m.last()));
    List<BodyMention> named = new ArrayList<>(found.mentions());
    named.addAll(companies);
    named.sort(Comparator.comparingInt(BodyMention::first));
    List<Place> located = places.find(document.text(), words, taken, credits, headlines, trace);
    List<Organisation> organisations =
        new Bodies(document.text(), words, found.definitions()).of(named);
    return new Names(organisations, individuals, located);
  }
}
