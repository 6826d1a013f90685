package dev.civicwire.index.web;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.BriefSentence;
import dev.civicwire.contract.MoneyRow;
import dev.civicwire.contract.Move;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Value;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the page of an article shows.
final class ArticleView {
  private final TaggedArticle tagged;
  private final LocalDate today;
  private final List<TagView> tags;

  ArticleView(TaggedArticle tagged, LocalDate today) {
    this.tagged = tagged;
    this.today = today;
    List<TagView> views = new ArrayList<>();
    for (Value value : tagged.values().toList()) {
      views.add(TagView.of(views.size() + 1, value, tagged.article().text()));
    }
    this.tags = List.copyOf(views);
  }

  Article article() {
    return tagged.article();
  }

  String id() {
    return tagged.id();
  }

  Optional<String> original() {
    return Display.webAddress(article().url());
  }

  String source() {
    return article().site().orElse(article().source());
  }

  String published() {
    return article().published().map(Display::date).orElse("undated");
  }

  Optional<String> modified() {
    return article().modified().map(Display::date);
  }

  String authors() {
    return String.join(", ", article().authors());
  }

  List<String> topics() {
    return tagged.topics().stream().map(Display::words).toList();
  }

  /// The day on which the page was seen to have vanished.
  Optional<String> gone() {
    return article()
        .gone()
        .map(
            at ->
                Display.date(new PartialDate(at.atZone(ZoneOffset.UTC).toLocalDate().toString())));
  }

  boolean partial() {
    return article().access() == Article.Access.PARTIAL;
  }

  String tagger() {
    return tagged.tagger();
  }

  List<List<Segment>> paragraphs() {
    return MarkedText.paragraphs(article().text(), tags);
  }

  /// The types that occur, each with its values.
  List<Group> groups() {
    return Arrays.stream(TagType.values())
        .map(type -> new Group(type, tags.stream().filter(t -> t.type() == type).toList()))
        .filter(g -> !g.tags().isEmpty())
        .toList();
  }

  long verified() {
    return tags.stream().filter(TagView::verified).count();
  }

  int values() {
    return tags.size();
  }

  List<VacancyView> vacancies() {
    return tagged.vacancies().stream().map(v -> new VacancyView(v, today)).toList();
  }

  List<MoneyView> money() {
    return tagged.money().stream().map(MoneyView::of).toList();
  }

  List<MoveView> moves() {
    List<MoveView> moves = new ArrayList<>();
    tagged.appointments().forEach(m -> moves.add(MoveView.of("takes", m)));
    tagged.departures().forEach(m -> moves.add(MoveView.of("leaves", m)));
    return moves;
  }

  List<BriefView> brief() {
    return tagged.brief().stream().map(BriefView::of).toList();
  }

  /// Values of one type.
  record Group(TagType type, List<TagView> tags) {}

  /// Whose money, for what.
  record MoneyView(
      String organisation, String programme, String amount, String kind, String confidence) {
    static MoneyView of(MoneyRow m) {
      return new MoneyView(
          m.organisation().orElse("–"),
          m.programme().orElse("–"),
          Display.brief(m.amount(), m.currency()) + Display.per(m.period()),
          Display.words(m.kind()),
          Display.share(m.confidence()));
    }
  }

  /// Who takes or leaves which post.
  record MoveView(
      String person,
      String verb,
      String role,
      String organisation,
      String from,
      String confidence) {
    static MoveView of(String verb, Move m) {
      return new MoveView(
          m.person(),
          verb,
          m.role().map(Display::capital).orElse("–"),
          m.organisation().orElse("–"),
          m.from().map(Display::date).orElse("–"),
          Display.share(m.confidence()));
    }
  }

  /// A sentence of the brief under its question.
  record BriefView(String question, String sentence) {
    static BriefView of(BriefSentence s) {
      String question =
          switch (s.section()) {
            case HAPPENING -> "What’s happening";
            case WHY -> "Why it matters";
            case NEXT -> "What’s next";
          };
      return new BriefView(question, s.surface());
    }
  }
}
