package dev.civicwire.enrich.quote;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Quotation;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what speakers are quoted as saying, in quotation marks of any kind, and who says it. What
/// nobody is said to say, such as a title in quotation marks, is no quotation. Immutable and safe
/// for threads.
public final class QuotationAnnotator {
  static final String RULES = "quotation-rules/1";

  private final SpeechWords lexicon = new SpeechWords();

  /// The quotations in `document`, in text order.
  ///
  /// @param names whom and what the document names
  /// @param trace told of the speakers that were weighed for each
  public List<Quotation> annotate(Document document, Names names, Trace trace) {
    String normal = document.normal();
    if (normal.indexOf('"') < 0 && normal.indexOf('\'') < 0) {
      return List.of();
    }
    Words words = Words.of(normal);
    List<Stretch> stretches = QuoteMarks.of(document.text(), normal, words);
    if (stretches.isEmpty()) {
      return List.of();
    }
    List<Quotation> quotations = new ArrayList<>();
    Attributions attributions = new Attributions(normal, words, names, lexicon, stretches);
    attributions
        .all()
        .forEach(
            (stretch, proposed) -> {
              if (!proposed.isEmpty()) {
                quotations.add(quotation(document.text(), words, stretch, proposed.getFirst()));
                trace.add(() -> WeighedSpeakers.of(document.text(), words, stretch, proposed));
              }
            });
    return List.copyOf(quotations);
  }

  private Quotation quotation(String text, Words words, Stretch stretch, Attribution told) {
    Speaker speaker = told.speaker();
    Mention at = place(text, words, speaker);
    Optional<Person> person = speaker.person();
    Optional<Organisation> body = speaker.body();
    String phrase = words.phrase(speaker.first(), speaker.last());
    boolean itself = body.isPresent() && body.get().evidence().mentions().contains(at);
    Optional<String> post = person.flatMap(Person::post).or(() -> post(phrase, person));
    return new Quotation(
        person.map(Person::name).orElseGet(() -> itself ? body.get().name() : phrase),
        person.map(Person::name),
        body.map(Organisation::name),
        post,
        at,
        Evidence.of(Mention.of(text, stretch.start(), stretch.end()), speaker.sure(), RULES));
  }

  /// "the comptroller and auditor general" without a name is a post.
  private Optional<String> post(String phrase, Optional<Person> person) {
    String bare = phrase.replaceFirst("(?i)^(the|its|a|an|their|his|her) ", "");
    boolean post = person.isEmpty() && lexicon.post(bare.substring(bare.lastIndexOf(' ') + 1));
    return post ? Optional.of(bare) : Optional.empty();
  }

  static Mention place(String text, Words words, Speaker speaker) {
    return Mention.of(text, words.start(speaker.first()), words.end(speaker.last() - 1));
  }
}
