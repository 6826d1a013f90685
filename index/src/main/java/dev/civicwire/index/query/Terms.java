package dev.civicwire.index.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a single token means.
final class Terms {
  /// A shorter start would match too much of the vocabulary.
  private static final int MIN_PREFIX = 2;

  private final List<String> notes;
  private final LocalDate today;

  Terms(List<String> notes, LocalDate today) {
    this.notes = notes;
    this.today = today;
  }

  Optional<Clause> clause(Token token) {
    return token
        .field()
        .map(field -> inField(token, field))
        .orElseGet(() -> plain(token, token.text()));
  }

  private Optional<Clause> plain(Token token, String text) {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    if (token.kind() == Token.Kind.QUOTED) {
      return Optional.of(new Clause.Phrase(text));
    }
    String start = text.substring(0, text.length() - 1);
    boolean prefix =
        text.endsWith("*")
            && start.length() >= MIN_PREFIX
            && start.codePoints().allMatch(Character::isLetterOrDigit);
    return Optional.of(prefix ? new Clause.Prefix(start) : new Clause.Words(text));
  }

  private Optional<Clause> inField(Token token, String field) {
    Optional<TextField> text = TextField.named(field);
    if (text.isPresent()) {
      return plain(token, token.text())
          .map(c -> new Clause.InField(text.get(), token.text(), c instanceof Clause.Phrase));
    }
    if (field.equalsIgnoreCase("is") && token.text().equalsIgnoreCase("open")) {
      return Optional.of(new Clause.Open());
    }
    Optional<AmountField> amount = AmountField.named(field);
    if (amount.isPresent()) {
      return Bounds.amounts(token.text())
          .<Clause>map(range -> new Clause.Amount(amount.get(), range))
          .or(() -> unread(token, "an amount such as " + field + ":>60k or 50k..80k"));
    }
    Optional<DateField> date = DateField.named(field);
    if (date.isPresent()) {
      return Bounds.days(token.text(), today, date.get())
          .<Clause>map(range -> new Clause.Day(date.get(), range))
          .or(() -> unread(token, "a date such as " + field + ":<14d or 2026-09-01..2026-09-30"));
    }
    notes.add("There is no field \u201c" + field + "\u201d: searched as words.");
    return plain(token, field + " " + token.text());
  }

  private Optional<Clause> unread(Token token, String expected) {
    notes.add(
        "\u201c"
            + token.text()
            + "\u201d at character "
            + token.at()
            + " is not "
            + expected
            + ": left out.");
    return Optional.empty();
  }
}
