package dev.civicwire.enrich.role;

import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.OptionalInt;
import java.util.Set;

/// Keeps out what is no post in a public body: offices of politics, posts in companies, plurals of a
/// profession where nobody is hired, bare nouns.
final class RoleFilter {
  private static final Set<String> AT = Set.of("at", "of", "for", "with", "in");
  private static final Set<String> PUBLIC_SIGNS =
      Set.of("council", "government", "ministry", "department", "agency", "nhs", "civil", "public", "whitehall", "authority", "city", "county", "state", "federal", "trust", "university");

  private final RoleLexicon lexicon;
  private final Scene scene;
  private final Words words;
  private final boolean advert;
  private final boolean publicDocument;

  RoleFilter(RoleLexicon lexicon, Scene scene, boolean advert) {
    this.lexicon = lexicon;
    this.scene = scene;
    this.words = scene.words();
    this.advert = advert;
    boolean body = scene.organisations().stream().anyMatch(o -> o.kind() == Kind.PUBLIC);
    boolean company = scene.organisations().stream().anyMatch(o -> o.kind() != Kind.PUBLIC);
    this.publicDocument = body || !company || signs() >= 3;
  }

  private int signs() {
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      count += PUBLIC_SIGNS.contains(words.key(i)) ? 1 : 0;
    }
    return count;
  }

  boolean keeps(RoleSpan span, OptionalInt body, OptionalInt person) {
    if (!publicDocument || inCompany(span, body) || political(span)) {
      return false;
    }
    return switch (span.sort()) {
      case TITLE_LINE, SECRETARY -> !span.plural() || hiring(span);
      case CHIEF, ACRONYM -> true;
      case HEAD_OF -> !span.plural() || hiring(span);
      case DIRECTOR -> director(span, body, person);
      case PROFESSION -> profession(span, body, person);
    };
  }

  private boolean director(RoleSpan span, OptionalInt body, OptionalInt person) {
    if (span.plural()) {
      return hiring(span) && span.last() - span.first() > 1;
    }
    return span.last() - span.first() > 1 || body.isPresent() || person.isPresent();
  }

  private boolean profession(RoleSpan span, OptionalInt body, OptionalInt person) {
    boolean bare = span.last() - span.first() == 1;
    if (span.plural()) {
      return hiring(span) && !advert && (!bare || lexicon.hired(words.key(span.head())));
    }
    if (bare) {
      return false;
    }
    return person.isPresent() || body.isPresent() && !advert || hiring(span);
  }

  /// True where the sentence, or the line above a list, speaks of filling posts.
  boolean hiring(RoleSpan span) {
    int last = words.sentenceLast(span.head());
    int first = Math.max(words.sentenceFirst(span.head()), span.head() - 40);
    for (int i = first; i < Math.min(last, span.head() + 40); i++) {
      boolean inside = i >= span.first() && i < span.last();
      if (!inside && lexicon.hiring(words.key(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean inCompany(RoleSpan span, OptionalInt body) {
    if (body.isPresent()) {
      Organisation organisation = scene.organisation(body.getAsInt());
      return organisation.kind() != Kind.PUBLIC;
    }
    return span.sort() != Sort.TITLE_LINE && unknownBody(span);
  }

  /// `finance director at Acme`.
  private boolean unknownBody(RoleSpan span) {
    int link = span.last();
    if (!AT.contains(words.key(link)) || !words.sameSentence(span.head(), link + 1)) {
      return false;
    }
    boolean direct = words.key(link).equals("at") || words.key(link).equals("of") || words.key(link).equals("with");
    int next = link + 1;
    boolean capital = words.shape(next) == Shape.CAPITALISED || words.shape(next) == Shape.UPPER;
    return direct && capital && scene.body(next) == Scene.NONE && !scene.place(next) && scene.person(next) == Scene.NONE
        && !lexicon.domain(words.key(next));
  }

  private boolean political(RoleSpan span) {
    for (int i = span.first(); i < span.last(); i++) {
      if (lexicon.political(words.key(i)) && scene.body(i) == Scene.NONE && span.sort() != Sort.TITLE_LINE) {
        return true;
      }
    }
    String head = words.key(span.head());
    String before = words.key(span.head() - 1);
    return head.startsWith("commissioner") && before.equals("crime")
        || before.equals("parliamentary") && head.startsWith("secretar");
  }
}
