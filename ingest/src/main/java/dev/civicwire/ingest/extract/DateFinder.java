package dev.civicwire.ingest.extract;

import dev.civicwire.contract.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/// Finds when the article was first published and last changed. The time of fetching is never an
/// answer: a page without a date is undated.
final class DateFinder {
  private static final List<String> PUBLISHED = metas("published");

  /// Names that do not tell whether the article or its page is dated.
  private static final List<String> GENERAL = metas("general");

  private static final List<String> MODIFIED = metas("modified");

  /// Words with which lines on the last change begin.
  private static final List<String> CHANGES = metas("line");

  private static final Pattern URL_DAY =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[/_-]?(\\d{2})[/_-]?(\\d{2})(?!\\d)");
  private static final Pattern URL_PARTS =
      Pattern.compile("/((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})(?:/|$|-)");

  /// That something was published, and what stands right behind it.
  private static final Pattern SAID =
      Pattern.compile(
          "(?iu)\\b(?:published|posted|erschienen|veröffentlicht|publié|publicado|pubblicato|wurde)"
              + "(?: on| am| le| el| il)?:? (.{6,30})");

  /// Blocks that are searched for a date before the body and after its end.
  private static final int BEFORE = 12;

  private static final int AFTER = 8;

  private static final int MAX_LINE = 160;

  /// Words of a dated line with a full stop that is no sentence of the article.
  private static final int MAX_DATED_WORDS = 8;

  /// Blocks before the body that are right beside it.
  private static final int BESIDE = 9;

  /// Blocks before the body within which boxes beside it stand.
  private static final int ASIDE = 40;

  /// First blocks of the body that may begin with a date, and where in them it must end.
  private static final int FIRST = 2;

  private static final int DATELINE = 40;

  /// The same of the blocks behind them, where nothing may stand before the date.
  private static final int OPENING = 6;

  private static final int BARE_DATELINE = 20;

  /// Longest sentence such as `This entry was posted on`, in characters.
  private static final int MAX_SENTENCE = 400;

  /// Lines that are hardly more than a date.
  private static final int SHORT = 70;

  /// Parts whose dates are never the article's.
  private static final int OTHERS = Hint.mask(Hint.COMMENTS, Hint.RELATED, Hint.HIDDEN);

  private static final int FOREIGN =
      Hint.mask(
          Hint.COMMENTS,
          Hint.RELATED,
          Hint.TEASER,
          Hint.SIDEBAR,
          Hint.NAV,
          Hint.FOOTER,
          Hint.HIDDEN);

  /// Types whose dates are not those of the page that holds them.
  private static final List<String> PARTS = List.of("VideoObject", "Product", "Event", "Dataset");

  private final PageFacts facts;
  private final StructuredData data;
  private final DateText dates;
  private final Blocks blocks;

  DateFinder(PageFacts facts, StructuredData data, DateText dates, Blocks blocks) {
    this.facts = facts;
    this.data = data;
    this.dates = dates;
    this.blocks = blocks;
  }

  private static List<String> metas(String kind) {
    return Rows.of("date-metas.tsv").stream()
        .filter(row -> row[1].equals(kind))
        .map(row -> row[0])
        .toList();
  }

  /// First publication. Where a page gives nothing but the date of a change, that one stands in
  /// with little confidence, unless it is the day of fetching, which templates write.
  Optional<Found<PartialDate>> published(String url, int bodyStart, int bodyEnd) {
    int head = bodyStart - BEFORE - 8;
    Optional<Found<PartialDate>> declared =
        structured(List.of("datePublished", "dateCreated", "uploadDate", "datePosted"))
            .or(() -> meta(PUBLISHED, 0.9))
            .or(() -> marked("datePublished"));
    if (declared.isPresent()) {
      return declared.map(found -> asShown(found, head, bodyStart + 3));
    }
    return shown(head, bodyStart + 3)
        .or(() -> url(url))
        .or(() -> lines(bodyStart - BEFORE, bodyStart + 3, 0.55, SHORT, FOREIGN))
        .or(() -> labelled(FOREIGN))
        .or(() -> time(bodyEnd - 2, bodyEnd + AFTER, 0.6, FOREIGN))
        .or(() -> meta(GENERAL, 0.5))
        .or(() -> classed(bodyEnd - 2, bodyEnd + AFTER, 0.55, FOREIGN))
        .or(() -> lines(bodyEnd - 4, bodyEnd + AFTER, 0.45, MAX_LINE, FOREIGN))
        .or(() -> lines(bodyStart - BEFORE, bodyStart + 3, 0.4, MAX_LINE, FOREIGN))
        .or(() -> beside(bodyStart, bodyEnd))
        .or(() -> classed(0, Integer.MAX_VALUE, 0.4, FOREIGN))
        .or(() -> time(0, Integer.MAX_VALUE, 0.4, FOREIGN))
        .or(() -> labelled(OTHERS))
        .or(() -> dateline(bodyStart, bodyEnd))
        .or(this::said)
        .or(() -> classed(bodyStart - ASIDE, bodyEnd + AFTER, 0.3, OTHERS))
        .or(() -> time(bodyStart - ASIDE, bodyEnd + AFTER, 0.3, OTHERS))
        .or(
            () ->
                modified()
                    .filter(f -> dates.isPast(f.value()))
                    .map(f -> new Found<>(f.value(), f.from(), 0.3)));
  }

  private Optional<Found<PartialDate>> shown(int from, int to) {
    return time(from, to, 0.8, FOREIGN).or(() -> classed(from, to, 0.75, FOREIGN));
  }

  /// Right beside the body a date counts in spite of the names of what is around it: the article's
  /// own header and footer are often called as a teaser's or the page's are.
  private Optional<Found<PartialDate>> beside(int bodyStart, int bodyEnd) {
    return time(bodyStart - BESIDE, bodyStart + 1, 0.5, OTHERS)
        .or(() -> classed(bodyStart - BESIDE, bodyStart + 1, 0.45, OTHERS))
        .or(() -> lines(bodyStart - BESIDE, bodyStart + 1, 0.4, SHORT, OTHERS))
        .or(() -> time(bodyEnd - 1, bodyEnd + 3, 0.4, OTHERS))
        .or(() -> classed(bodyEnd - 1, bodyEnd + 3, 0.4, OTHERS))
        .or(() -> lines(bodyEnd - 1, bodyEnd + 3, 0.35, SHORT, OTHERS));
  }

  /// A moment in UTC may lie in the day after the one that the page itself shows to its readers;
  /// the shown one is the outlet's.
  private Found<PartialDate> asShown(Found<PartialDate> found, int from, int to) {
    String value = found.value().value();
    if (value.length() < 16 || !(value.endsWith("Z") || value.endsWith("+00:00"))) {
      return found;
    }
    return found
        .value()
        .day()
        .flatMap(day -> written(from, to).filter(shown -> isNextTo(day, shown)))
        .map(shown -> new Found<>(shown, found.from() + ", as shown", found.confidence()))
        .orElse(found);
  }

  private static boolean isNextTo(LocalDate day, PartialDate shown) {
    return shown
        .day()
        .filter(d -> d.equals(day.minusDays(1)) || d.equals(day.plusDays(1)))
        .isPresent();
  }

  /// The date that the page shows its readers, as text.
  private Optional<PartialDate> written(int from, int to) {
    List<PageFacts.Placed> places = new ArrayList<>(facts.times);
    places.addAll(facts.dates);
    for (PageFacts.Placed placed : places) {
      String names = Texts.lower(placed.element().className() + placed.element().attr("itemprop"));
      boolean change = names.contains("updated") || names.contains("modified");
      if (placed.block() >= from
          && placed.block() <= to
          && !change
          && !isForeign(placed, FOREIGN)) {
        Optional<PartialDate> date = dates.find(Texts.upTo(placed.element(), MAX_LINE));
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  /// Last change.
  Optional<Found<PartialDate>> modified() {
    return structured(List.of("dateModified"))
        .or(() -> meta(MODIFIED, 0.85))
        .or(() -> marked("dateModified"));
  }

  /// Last change, also where a line of the page says it.
  Optional<Found<PartialDate>> modified(int bodyStart, int bodyEnd) {
    return modified()
        .or(() -> changed(bodyStart - BEFORE, bodyStart + 2))
        .or(() -> changed(bodyEnd - 1, bodyEnd + AFTER));
  }

  /// A short line that begins with a word such as `Updated`, between two blocks.
  private Optional<Found<PartialDate>> changed(int from, int to) {
    int end = Math.min(blocks.list.size(), to);
    for (int at = Math.max(0, from); at < end; at++) {
      Block block = blocks.list.get(at);
      boolean says =
          block.text.length() <= SHORT && (block.standing() & FOREIGN) == 0 && isChange(block);
      Optional<PartialDate> date = says ? dates.find(block.text) : Optional.empty();
      if (date.isPresent()) {
        return Optional.of(new Found<>(date.get(), "text", 0.6));
      }
    }
    return Optional.empty();
  }

  private Optional<Found<PartialDate>> structured(List<String> properties) {
    Optional<StructuredData.Thing> article =
        data.article().filter(DateFinder::isOfPage).or(() -> data.jobPosting());
    if (article.isEmpty()) {
      return Optional.empty();
    }
    JsonNode node = article.get().node();
    for (String property : properties) {
      Optional<PartialDate> date = data.text(node, property).flatMap(dates::find);
      if (date.isPresent()) {
        return Optional.of(new Found<>(date.get(), article.get().from(), 0.95));
      }
    }
    return Optional.empty();
  }

  private static boolean isOfPage(StructuredData.Thing thing) {
    return PARTS.stream().noneMatch(name -> StructuredData.is(thing.node(), name));
  }

  private Optional<Found<PartialDate>> meta(List<String> names, double confidence) {
    for (String name : names) {
      for (String content : facts.meta(name)) {
        Optional<PartialDate> date = dates.find(content);
        if (date.isPresent()) {
          return Optional.of(new Found<>(date.get(), "meta " + name, confidence));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found<PartialDate>> marked(String property) {
    for (PageFacts.Placed placed : facts.properties) {
      Element element = placed.element();
      if (element.attr("itemprop").contains(property)
          || element.attr("property").endsWith(property)) {
        Optional<PartialDate> date =
            dates
                .find(ItemReader.value(element))
                .or(() -> dates.find(Texts.upTo(element, MAX_LINE)));
        if (date.isPresent()) {
          return Optional.of(new Found<>(date.get(), "itemprop", 0.85));
        }
      }
    }
    return Optional.empty();
  }

  /// `time` elements that stand between two blocks; those of updates only if there is no other.
  private Optional<Found<PartialDate>> time(int from, int to, double confidence, int foreign) {
    Optional<Found<PartialDate>> changed = Optional.empty();
    for (PageFacts.Placed placed : facts.times) {
      if (placed.block() < from || placed.block() > to || isForeign(placed, foreign)) {
        continue;
      }
      Optional<PartialDate> date = dateOf(placed.element());
      if (date.isPresent()) {
        Found<PartialDate> found = new Found<>(date.get(), "time", confidence);
        String names =
            Texts.lower(placed.element().className() + placed.element().attr("itemprop"));
        if (!names.contains("updated") && !names.contains("modified")) {
          return Optional.of(found);
        }
        changed = changed.isPresent() ? changed : Optional.of(found);
      }
    }
    return changed;
  }

  private Optional<PartialDate> dateOf(Element time) {
    return dates
        .find(time.attr("datetime"))
        .or(() -> dates.find(Texts.upTo(time, MAX_LINE)))
        .or(() -> dates.find(time.attr("title")));
  }

  /// Dates of comments and of other articles are not this one's.
  private boolean isForeign(PageFacts.Placed placed, int foreign) {
    if (isQuoted(placed.element())) {
      return true;
    }
    int at = Math.min(placed.block(), blocks.list.size() - 1);
    int hints = at < 0 ? 0 : blocks.list.get(at).standing();
    return (hints & foreign) != 0;
  }

  /// Embedded posts of social networks carry their own dates.
  private static boolean isQuoted(Element element) {
    for (Element at = element.parent(); at != null; at = at.parent()) {
      if (at.normalName().equals("blockquote")) {
        return true;
      }
    }
    return false;
  }

  /// Elements whose class says date, between two blocks.
  private Optional<Found<PartialDate>> classed(int from, int to, double confidence, int foreign) {
    for (PageFacts.Placed placed : facts.dates) {
      if (placed.block() >= from && placed.block() <= to && !isForeign(placed, foreign)) {
        Optional<PartialDate> date =
            dates
                .find(Texts.upTo(placed.element(), MAX_LINE))
                .or(() -> dates.find(placed.element().attr("title")))
                .or(() -> dates.find(placed.element().attr("content")));
        if (date.isPresent() && !isDeadline(placed.element())) {
          return Optional.of(new Found<>(date.get(), "date-class", confidence));
        }
      }
    }
    return Optional.empty();
  }

  /// The day until which one may apply is none on which anything was published.
  private static boolean isDeadline(Element element) {
    return Labels.isDeadline(Texts.letters(Texts.upTo(element, MAX_LINE)));
  }

  private Optional<Found<PartialDate>> url(String url) {
    for (Pattern pattern : List.of(URL_PARTS, URL_DAY)) {
      Matcher m = pattern.matcher(url);
      while (m.find()) {
        Optional<PartialDate> date = dates.find(m.group(1) + "-" + m.group(2) + "-" + m.group(3));
        if (date.isPresent()) {
          return Optional.of(new Found<>(date.get(), "url", 0.7));
        }
      }
    }
    return Optional.empty();
  }

  /// Short lines with a date, between two blocks.
  private Optional<Found<PartialDate>> lines(
      int from, int to, double confidence, int length, int foreign) {
    int end = Math.min(blocks.list.size(), to);
    for (int at = Math.max(0, from); at < end; at++) {
      Block block = blocks.list.get(at);
      if (block.text.length() <= length && (block.standing() & foreign) == 0) {
        Optional<PartialDate> date = isChange(block) ? said(block) : dates.find(block.text);
        boolean other =
            Labels.isDeadline(block.letters) || block.within("blockquote") || isProse(block);
        if (date.isPresent() && !other) {
          return Optional.of(new Found<>(date.get(), "text", confidence));
        }
      }
    }
    return Optional.empty();
  }

  /// A sentence of the article: `The library has been shut since a fire on 3 May 2024.`
  private static boolean isProse(Block block) {
    String text = block.text;
    return text.endsWith(".")
        && block.words > MAX_DATED_WORDS
        && block.phrases.of(LinePhrases.Kind.DATE) != LinePhrases.BEGINS;
  }

  /// The date with which a first paragraph begins: `(18.01.2018) Farmers fear`; behind a place only
  /// in the very first ones.
  private Optional<Found<PartialDate>> dateline(int bodyStart, int bodyEnd) {
    int first = Math.max(0, bodyStart);
    int end = Math.min(Math.min(blocks.list.size(), bodyEnd), first + OPENING);
    for (int at = first; at < end; at++) {
      String text = blocks.list.get(at).text;
      int length = at < first + FIRST ? DATELINE : BARE_DATELINE;
      Optional<PartialDate> date = dates.find(text.substring(0, Math.min(length, text.length())));
      if (date.isPresent() && !Labels.isDeadline(blocks.list.get(at).letters)) {
        return Optional.of(new Found<>(date.get(), "dateline", 0.35));
      }
    }
    return Optional.empty();
  }

  /// Lines anywhere that begin with a word such as `Published`.
  private Optional<Found<PartialDate>> labelled(int foreign) {
    for (Block block : blocks.list) {
      if (block.text.length() <= MAX_SENTENCE
          && block.digits >= 4
          && (block.standing() & foreign) == 0) {
        byte match = block.phrases.of(LinePhrases.Kind.DATE);
        Optional<PartialDate> date =
            match == LinePhrases.BEGINS ? dates.find(block.text) : Optional.empty();
        if (date.isPresent()) {
          return Optional.of(new Found<>(date.get(), "text", 0.45));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found<PartialDate>> said() {
    return blocks.list.stream()
        .filter(block -> block.text.length() <= MAX_SENTENCE && block.digits >= 4)
        .filter(block -> (block.standing() & OTHERS) == 0)
        .flatMap(block -> said(block).stream())
        .findFirst()
        .map(date -> new Found<>(date, "text", 0.4));
  }

  /// What a line says within it of when it was published: `Last change: 31.10.2023, published on:
  /// 01.11.2023`.
  private Optional<PartialDate> said(Block block) {
    Matcher m = SAID.matcher(block.text);
    return m.find() ? dates.find(m.group(1)) : Optional.empty();
  }

  private static boolean isChange(Block block) {
    return CHANGES.stream().anyMatch(words -> block.letters.startsWith(words + " "));
  }
}
