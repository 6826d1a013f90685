package dev.civicwire.index.web;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.index.search.Hit;
import dev.civicwire.index.search.Summary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A hit as the page shows it.
record HitView(Hit hit, LocalDate today) {
  private static final int SOON_DAYS = 7;
  private static final String ENDS = ".!?…”>";

  private Summary summary() {
    return hit.summary();
  }

  String href() {
    return Links.article(hit.id());
  }

  String source() {
    return summary().site().orElse(summary().source());
  }

  String published() {
    return summary().published().map(Display::date).orElse("undated");
  }

  Optional<String> organisation() {
    return summary().organisation();
  }

  Optional<String> role() {
    return summary().role().map(Display::capital);
  }

  Optional<String> pay() {
    return summary().pay().map(Display::pay);
  }

  boolean payImplied() {
    return summary().pay().filter(p -> p.implied()).isPresent();
  }

  Optional<String> deadline() {
    return summary().deadline().map(Display::date);
  }

  Optional<String> closing() {
    return summary().deadline().flatMap(d -> Display.closing(d, today));
  }

  /// True where little time is left.
  boolean urgent() {
    return summary()
        .deadline()
        .flatMap(PartialDate::last)
        .filter(last -> !last.isBefore(today) && last.isBefore(today.plusDays(SOON_DAYS + 1)))
        .isPresent();
  }

  /// `Contract` or what else the money is.
  String moneyLabel() {
    return summary()
        .money()
        .map(m -> Display.words(m.kind()))
        .filter(k -> !k.equals("Other"))
        .orElse("Money");
  }

  Optional<String> money() {
    return summary().money().map(Display::money);
  }

  /// Passages of the text as safe HTML; one that breaks off says so.
  List<String> passages() {
    return hit.highlights().stream()
        .map(p -> p.isEmpty() || ENDS.indexOf(p.charAt(p.length() - 1)) >= 0 ? p : p + " …")
        .toList();
  }

  /// What kind of article it is, in a word or two.
  Optional<String> badge() {
    boolean closed = closing().filter("closed"::equals).isPresent();
    return summary()
        .status()
        .map(
            s ->
                switch (s) {
                  case OPEN -> closed ? "Closed" : several("Vacancy");
                  case CLOSED -> "Closed";
                  case ANNOUNCED -> "Announced";
                });
  }

  boolean isOpen() {
    return summary().status().filter(s -> s == Vacancy.Status.OPEN).isPresent()
        && closing().filter("closed"::equals).isEmpty();
  }

  private String several(String one) {
    return summary().vacancies() > 1 ? summary().vacancies() + " vacancies" : one;
  }

  List<String> topics() {
    return summary().topics().stream().map(Display::words).toList();
  }

  boolean aiGenerated() {
    return summary().aiGenerated();
  }
}
