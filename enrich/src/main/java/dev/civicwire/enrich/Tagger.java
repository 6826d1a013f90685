package dev.civicwire.enrich;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Headcount;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Quotation;
import dev.civicwire.contract.Relevance;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.Salary;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Topic;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.contract.Value;
import dev.civicwire.enrich.brief.Brief;
import dev.civicwire.enrich.confidence.Calibration;
import dev.civicwire.enrich.count.CountAnnotator;
import dev.civicwire.enrich.date.DateAnnotator;
import dev.civicwire.enrich.date.Dates;
import dev.civicwire.enrich.explain.Explanation;
import dev.civicwire.enrich.money.Money;
import dev.civicwire.enrich.money.MoneyAnnotator;
import dev.civicwire.enrich.name.NameAnnotator;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.particulars.ParticularsReader;
import dev.civicwire.enrich.quote.QuotationAnnotator;
import dev.civicwire.enrich.role.RoleAnnotator;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Example;
import dev.civicwire.enrich.text.LanguageTools;
import dev.civicwire.enrich.text.Trace;
import dev.civicwire.enrich.topic.Profile;
import dev.civicwire.enrich.topic.RelevanceModel;
import dev.civicwire.enrich.topic.Relevances;
import dev.civicwire.enrich.topic.TopicFacts;
import dev.civicwire.enrich.topic.Topics;
import dev.civicwire.enrich.topic.Verdict;
import dev.civicwire.enrich.vacancy.Findings;
import dev.civicwire.enrich.vacancy.HeldPosts;
import dev.civicwire.enrich.vacancy.ImpliedSalaries;
import dev.civicwire.enrich.vacancy.MoneyRows;
import dev.civicwire.enrich.vacancy.Moves;
import dev.civicwire.enrich.vacancy.PagePost;
import dev.civicwire.enrich.vacancy.PagePosts;
import dev.civicwire.enrich.vacancy.VacancyAssembler;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tags articles: values with their evidence, and the records that tie them together. Loaded once;
/// safe for any number of threads.
public final class Tagger {
  private static final String VERSION = "civicwire-tagger/1";

  /// A longer text is tagged up to here; no article is longer, in UTF-16 code units.
  private static final int MAX_TEXT = 2_500_000;

  private final LanguageTools tools;
  private final Clock clock;
  private final Profile.Profiler profiler = new Profile.Profiler();
  private final ParticularsReader particulars = ParticularsReader.load();
  private final MoneyAnnotator money = new MoneyAnnotator();
  private final DateAnnotator dates = new DateAnnotator();
  private final CountAnnotator counts = new CountAnnotator();
  private final NameAnnotator names = NameAnnotator.load();
  private final RoleAnnotator roles = RoleAnnotator.load();
  private final QuotationAnnotator quotations = new QuotationAnnotator();
  private final VacancyAssembler vacancies = new VacancyAssembler();
  private final ImpliedSalaries impliedSalaries = new ImpliedSalaries();
  private final Moves moves = new Moves();
  private final Topics topics = new Topics();
  private final RelevanceModel relevance = new RelevanceModel();

  private final PagePosts pagePosts;
  private final Calibration calibration;

  /// How much of [Profile#recruitment()] a page must speak that is headed with a post, or names a
  /// day by which to apply: shops and offers close too.
  private static final double MIN_OFFERED = 0.4;

  private Tagger(LanguageTools tools, Clock clock, Calibration calibration) {
    this.tools = tools;
    this.pagePosts = new PagePosts(tools, names, roles);
    this.clock = clock;
    this.calibration = calibration;
  }

  /// Loads models and gazetteers from the class path; takes a second or two.
  ///
  /// @throws IllegalStateException where one of them is missing or damaged
  public static Tagger load() {
    return load(Clock.systemUTC());
  }

  /// As [#load()], with the clock that dates the results.
  public static Tagger load(Clock clock) {
    return new Tagger(LanguageTools.load(), clock, Calibration.load());
  }

  /// As [#load()], but confidences are the annotators' own measures: for calibrating them.
  public static Tagger uncalibrated() {
    return new Tagger(LanguageTools.load(), Clock.systemUTC(), Calibration.none());
  }

  /// Name and version of the tagger as a whole.
  public static String version() {
    return VERSION;
  }

  /// What `article` says. Never fails, whatever the text: one without values gives none. A text of
  /// more than 2.5 million characters is cut there, and its article marked as truncated.
  public TaggedArticle tag(Article article) {
    return tag(article, Trace.off());
  }

  /// As [#tag], with what each value competed with and why it won.
  public Explanation explain(Article article) {
    Trace trace = Trace.on();
    TaggedArticle tagged = tag(article, trace);
    return new Explanation(tagged, trace.choices(), trace.notes());
  }

  /// What the learned choices in `article` are made from: for training them again.
  public List<Example> examples(Article article) {
    Trace trace = Trace.on();
    tag(article, trace);
    return trace.examples();
  }

  private TaggedArticle tag(Article article, Trace trace) {
    Article read = article.cutTo(MAX_TEXT);
    Document document = Document.of(read, tools, text -> particulars.parted(text, article.title()));
    return tag(read, document, trace);
  }

  /// What was found in an article.
  private record Read(
      Findings findings,
      List<Headcount> headcounts,
      List<Quotation> quotations,
      List<Vacancy> sought,
      Moves.Found moved,
      Verdict verdict,
      TopicFacts subject) {}

  private TaggedArticle tag(Article article, Document document, Trace trace) {
    Read read = read(document, trace);
    trace.note(() -> topics.told(read.subject().text()));
    return tagged(
        article,
        document,
        read,
        topics.of(read.subject(), read.verdict(), trace),
        relevance.of(read.subject(), read.verdict(), trace));
  }

  private Read read(Document document, Trace trace) {
    Particulars given = particulars.read(document);
    boolean english = isEnglish(document) || given.isAdvert();
    Names named =
        english
            ? sure(names.annotate(document, trace))
            : new Names(List.of(), List.of(), List.of());
    Profile seen = profiler.of(document, named.organisations());
    Profile told = given.isOpenPost() || isOffer(document, seen) ? seen.asAdvert() : seen;
    Dates days = sure(dates.annotate(document, told, given, trace));
    boolean offers = !told.publicSector() && told.recruitment() >= MIN_OFFERED && closes(days);
    Profile profile = offers ? told.asAdvert() : told;
    Money amounts = sure(money.annotate(document, profile, given, trace));
    List<RoleValue> posts =
        english ? calibration.of("roles", roles.annotate(document, named, trace)) : List.of();
    List<Headcount> headcounts =
        english
            ? calibration.of("headcounts", counts.annotate(document, taken(amounts, days), trace))
            : List.of();
    List<Quotation> said =
        english
            ? calibration.of("quotations", quotations.annotate(document, named, trace))
            : List.of();
    Findings findings = new Findings(document, profile, given, named, posts, amounts, days);
    return weighed(findings, headcounts, said);
  }

  /// True where there is a day by which to apply; a deal may close in summer.
  private static boolean closes(Dates days) {
    return days.deadlines().stream()
        .anyMatch(d -> d.kind() == Deadline.Kind.APPLICATION && d.date().isDay());
  }

  /// True where a page that is headed with a post and nothing more speaks of filling it.
  private boolean isOffer(Document document, Profile seen) {
    return seen.recruitment() >= MIN_OFFERED && roles.isTitle(document.article().title());
  }

  /// The records of what was found, and what the article is about.
  private Read weighed(Findings findings, List<Headcount> headcounts, List<Quotation> said) {
    Document document = findings.document();
    List<Deadline> deadlines = findings.dates().deadlines();
    Document title = headline(document.article());
    Map<Topic, Double> scores = topics.scores(title, document);
    Map<Topic, Double> headline = topics.headline(title);
    Profile profile = findings.profile();
    Verdict verdict =
        Relevances.of(document, profile, findings.roles(), deadlines, scores, headline);
    List<Vacancy> sought = vacancies(findings, verdict);
    Moves.Found moved = moves.of(findings);
    TopicFacts.Counts numbers =
        new TopicFacts.Counts(
            sought.size(),
            moved.appointments().size(),
            moved.departures().size(),
            findings.money().budgets().size(),
            findings.money().salaries().size(),
            headcounts.size());
    TopicFacts subject =
        TopicFacts.of(document, profile, findings.roles(), deadlines, numbers, scores, headline);
    return new Read(findings, headcounts, said, sought, moved, verdict, subject);
  }

  private TaggedArticle tagged(
      Article article, Document document, Read read, List<Topic> subjects, Relevance matters) {
    Findings found = read.findings();
    Names named = found.names();
    Money amounts = found.money();
    Dates days = found.dates();
    return new TaggedArticle(
        TaggedArticle.SCHEMA_VERSION,
        article.id(),
        article.canonicalUrl(),
        article,
        found.roles(),
        amounts.salaries(),
        amounts.budgets(),
        amounts.otherMoney(),
        days.deadlines(),
        days.events(),
        read.headcounts(),
        named.organisations(),
        HeldPosts.of(found, read.moved()),
        named.places(),
        read.quotations(),
        read.verdict().publicSector() ? impliedSalaries.of(found) : List.<Salary>of(),
        read.sought(),
        read.sought().stream().findFirst(),
        read.moved().appointments(),
        read.moved().departures(),
        MoneyRows.of(found),
        subjects,
        matters,
        read.verdict().publicSector(),
        Optional.of(document.language()),
        Brief.of(
            document,
            values(found.roles(), amounts, days, read.headcounts(), named),
            Stream.concat(days.deadlines().stream(), days.events().stream()).toList()),
        VERSION,
        clock.instant());
  }

  private static boolean isEnglish(Document document) {
    return document.language().equals("en") || document.language().equals("und");
  }

  /// Posts of public bodies, and of adverts, whose particulars speak for themselves.
  private List<Vacancy> vacancies(Findings findings, Verdict verdict) {
    Optional<PagePost> page = pagePosts.of(findings.document().article());
    boolean ours = verdict.publicSector() || page.filter(PagePost::isPublic).isPresent();
    boolean advert = findings.isAdvert() || (!verdict.publicSector() && findings.isOffer());
    return ours || advert
        ? vacancies.assemble(findings, verdict.seeks() || advert, page)
        : List.of();
  }

  private Names sure(Names names) {
    return new Names(
        calibration.of("organisations", names.organisations()),
        calibration.of("people", names.people()),
        calibration.of("locations", names.places()));
  }

  private Money sure(Money money) {
    return new Money(
        calibration.of("salaries", money.salaries()),
        calibration.of("budgets", money.budgets()),
        calibration.of("other_money", money.otherMoney()));
  }

  private Dates sure(Dates dates) {
    return new Dates(
        calibration.of("deadlines", dates.deadlines()), calibration.of("events", dates.events()));
  }

  private Document headline(Article article) {
    Article bare =
        Article.ofText(
            article.id(), article.url(), article.title(), article.title(), article.published());
    return Document.of(bare, tools);
  }

  private static List<Mention> taken(Money money, Dates dates) {
    return Stream.of(
            money.salaries(),
            money.budgets(),
            money.otherMoney(),
            dates.deadlines(),
            dates.events())
        .flatMap(List::stream)
        .flatMap(v -> v.evidence().mentions().stream())
        .toList();
  }

  private static List<Value> values(
      List<RoleValue> posts, Money money, Dates dates, List<Headcount> headcounts, Names names) {
    return Stream.<List<? extends Value>>of(
            posts,
            money.salaries(),
            money.budgets(),
            dates.deadlines(),
            dates.events(),
            headcounts,
            names.organisations())
        .<Value>flatMap(List::stream)
        .toList();
  }
}
