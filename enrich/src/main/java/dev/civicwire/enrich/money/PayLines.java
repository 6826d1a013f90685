package dev.civicwire.enrich.money;

import dev.civicwire.contract.Salary.Qualifier;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.particulars.Particulars.Span;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Numeral;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Reads an advert's labelled pay: amounts without a currency, bounds on lines of their own, and
/// the time that the label or another line says they cover.
final class PayLines {
  /// The line of an upper bound stands so close behind that of the lower one, in characters.
  private static final int MAX_APART = 120;

  /// Characters before the amount in its value: "Grade 7, step 3, ".
  private static final int MAX_BEFORE = 60;

  /// A bare number of less is a grade or a count.
  private static final BigDecimal MIN_BARE = BigDecimal.valueOf(7);

  /// A list of fewer amounts is no pay scale.
  private static final int MIN_POINTS = 3;

  /// A point of a pay scale is at most so much above the one before.
  static final BigDecimal MAX_STEP = new BigDecimal("1.25");

  /// Labels of numbers that are no pay.
  private static final List<String> GRADES =
      List.of("grade", "level", "band", "point", "scale", "step", "class");

  /// Words of what comes beside pay.
  private static final List<String> ASIDE =
      List.of(
          "pension",
          "bonus",
          "allowance",
          "relocation",
          "training",
          "budget",
          "sign-on",
          "supplement");

  /// Characters by which words such as "up to" may stand before the value.
  private static final int MAX_QUALIFIER = 40;

  /// Characters of a label in which its currency may stand.
  private static final int MAX_LABEL = 60;

  private static final Map<String, List<String>> UNITS =
      Map.of(
          "year", List.of("annual", "annum", "year", "p.a", " pa"),
          "month", List.of("month"),
          "fortnight", List.of("biweek", "bi-week", "fortnight", "semi-month"),
          "week", List.of("week"),
          "day", List.of("daily", "day"),
          "hour", List.of("hour"));

  private static final List<String> ORDER =
      List.of("hour", "day", "fortnight", "week", "month", "year");

  private final String normal;
  private final Particulars particulars;
  private final Optional<String> currency;

  /// By the first character.
  private final NavigableMap<Integer, MoneyMention> mentions = new TreeMap<>();

  /// @param currency of amounts that name none
  /// @param mentions the amounts that name one, in text order
  PayLines(
      Document document,
      Particulars particulars,
      Optional<String> currency,
      List<MoneyMention> mentions) {
    this.normal = document.normal();
    this.particulars = particulars;
    this.currency = currency;
    mentions.forEach(mention -> this.mentions.put(mention.start(), mention));
  }

  /// All amounts, those of labelled pay completed, in text order.
  List<MoneyMention> completed() {
    particulars.of(Item.PAY).forEach(this::complete);
    particulars.of(Item.PAY_MAX).forEach(this::complete);
    for (Span low : particulars.of(Item.PAY_MIN)) {
      complete(low);
      particulars.of(Item.PAY_MAX).stream()
          .filter(high -> high.label() > low.start() && high.label() - low.end() <= MAX_APART)
          .findFirst()
          .ifPresent(high -> join(low, high));
    }
    return List.copyOf(mentions.values());
  }

  private void complete(Span span) {
    Optional<MoneyMention> first =
        first(span).isPresent() ? first(span).filter(m -> opens(m, span)) : bare(span);
    Optional<String> unit = unit(span);
    first.ifPresent(
        mention -> {
          MoneyMention paid = mention.asPay();
          replace(mention, paid.unit().isPresent() || unit.isEmpty() ? paid : paid.per(unit.get()));
        });
  }

  /// True where the amount stands at the start of the value, and not in a further sentence.
  private boolean opens(MoneyMention mention, Span span) {
    return mention.coreStart() - span.start() <= MAX_BEFORE
        && normal.indexOf(". ", span.start(), mention.coreStart() + 1) < 0
        && !isAside(normal.substring(span.start(), Math.max(span.start(), mention.start())));
  }

  /// True where what stands before the amount speaks of something beside the pay, as in
  /// "competitive, with a bonus of up to".
  private static boolean isAside(String before) {
    String lower = before.toLowerCase(Locale.ROOT);
    return ASIDE.stream().anyMatch(lower::contains);
  }

  private void replace(MoneyMention old, MoneyMention mention) {
    mentions.remove(old.start());
    mentions.put(mention.start(), mention);
  }

  private Optional<MoneyMention> first(Span span) {
    int from = Math.max(0, span.start() - MAX_QUALIFIER);
    return from >= span.end()
        ? Optional.empty()
        : mentions.subMap(from, span.end()).values().stream()
            .filter(m -> span.has(m.coreStart(), m.coreEnd()))
            .findFirst();
  }

  /// The number or range that stands first in the value, in the currency of the place.
  private Optional<MoneyMention> bare(Span span) {
    String label = normal.substring(span.label(), span.start()).toLowerCase(Locale.ROOT);
    boolean pay = currency(span).isPresent() && GRADES.stream().noneMatch(label::contains);
    Optional<Numeral> low = pay ? Numeral.at(normal, span.start()) : Optional.empty();
    return low.filter(n -> n.end() <= span.end() && isAmount(n)).map(n -> bare(n, span));
  }

  private MoneyMention bare(Numeral low, Span span) {
    int next = new Connectors(normal).end(low.end());
    Optional<Numeral> second =
        next > 0 && next < span.end() ? Numeral.at(normal, next) : Optional.empty();
    Numeral high =
        second
            .filter(n -> isAmount(n) && n.value().compareTo(low.value()) >= 0)
            .orElseGet(() -> top(low, span));
    return new MoneyMention(
        low.start(),
        high.end(),
        low.start(),
        high.end(),
        low.value(),
        high.value(),
        currency(span).orElseThrow(),
        PayUnits.after(normal, high.end()).map(PayUnits.Unit::name),
        high.equals(low) ? Qualifier.EXACT : Qualifier.RANGE,
        false,
        true);
  }

  /// The currency that the label names, as in `Salary (GBP):`, else that of the text.
  private Optional<String> currency(Span span) {
    int end = Math.min(span.start(), span.label() + MAX_LABEL);
    for (int i = span.label(); i < end; i++) {
      char c = normal.charAt(i);
      if (Currencies.isSign(c) && !Currencies.ofSign(c).equals(Currencies.DOLLAR)) {
        return Optional.of(Currencies.ofSign(c));
      }
      boolean starts = i == span.label() || !Character.isLetter(normal.charAt(i - 1));
      String code = starts ? Currencies.codeAt(normal, i) : "";
      if (!code.isEmpty()) {
        return Optional.of(code);
      }
    }
    return currency;
  }

  /// The last point of the scale that `low` begins: "56,249, 57,698, 59,161, 60,622".
  private Numeral top(Numeral low, Span span) {
    Connectors connectors = new Connectors(normal);
    Numeral last = low;
    int points = 1;
    Optional<Numeral> next = point(connectors, last, span);
    while (next.isPresent()) {
      last = next.get();
      points++;
      next = point(connectors, last, span);
    }
    return points > MIN_POINTS ? last : low;
  }

  private Optional<Numeral> point(Connectors connectors, Numeral point, Span span) {
    int at = connectors.nextPoint(point.end(), true);
    return at < 0 || at >= span.end()
        ? Optional.empty()
        : Numeral.at(normal, at)
            .filter(n -> n.grouped() && n.value().compareTo(point.value()) > 0)
            .filter(n -> n.value().compareTo(point.value().multiply(MAX_STEP)) <= 0);
  }

  private boolean isAmount(Numeral numeral) {
    boolean written = numeral.grouped() || numeral.decimals() >= 2;
    boolean ends = numeral.end() == normal.length() || normal.charAt(numeral.end()) != '%';
    boolean plain = numeral.decimals() == 0 && numeral.value().compareTo(MIN_BARE) >= 0;
    return ends && (written || plain);
  }

  /// Makes one range of the amounts in two lines.
  private void join(Span low, Span high) {
    Optional<MoneyMention> min = first(low);
    Optional<MoneyMention> max = first(high);
    boolean range =
        min.isPresent()
            && max.isPresent()
            && min.get().low().compareTo(max.get().high()) <= 0
            && min.get().currency().equals(max.get().currency());
    if (range) {
      mentions.remove(max.get().start());
      replace(min.get(), min.get().upTo(max.get()));
    }
  }

  /// The time that the pay covers, by its label, else by the line that says so.
  private Optional<String> unit(Span span) {
    return unit(normal.substring(span.label(), Math.min(span.start(), normal.length())))
        .or(
            () ->
                particulars.of(Item.PAY_PERIOD).stream()
                    .map(s -> unit(normal.substring(s.start(), s.end())))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static Optional<String> unit(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return ORDER.stream()
        .filter(unit -> UNITS.getOrDefault(unit, List.of()).stream().anyMatch(lower::contains))
        .findFirst();
  }
}
