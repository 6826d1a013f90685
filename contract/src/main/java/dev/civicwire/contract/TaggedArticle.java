package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An article and what it says: values with their evidence, and the records that tie them together.
///
/// @param schemaVersion version of this record's JSON Schema, [#SCHEMA_VERSION]
/// @param id of the article
/// @param url canonical
/// @param article whole
/// @param roles posts in public bodies
/// @param salaries pay for public posts
/// @param budgets public money
/// @param otherMoney every other amount
/// @param deadlines dates by which something is to be done
/// @param events dated happenings
/// @param headcounts numbers of people
/// @param organisations named bodies
/// @param people named individuals
/// @param locations named places
/// @param quotations what speakers are quoted as saying, each with its speaker; absent in JSON
/// where there are none
/// @param impliedSalaries pay that grades of the text imply by a scale in force when it was
///     published; none of it is stated. Absent in JSON where there is none
/// @param vacancies one for each post sought, the main one first
/// @param vacancy the main one
/// @param appointments who takes which post
/// @param departures who leaves which post
/// @param money whose money, for what
/// @param topics one to four
/// @param relevance to Civicwire's readers
/// @param isPublicSector whether its subject is a public body, its posts or its money
/// @param language as detected, ISO 639-1; values that need English are found in English text only
/// @param brief at most five sentences of the article
/// @param tagger name and version of the tagger as a whole
/// @param taggedAt when
public record TaggedArticle(
    int schemaVersion,
    String id,
    String url,
    Article article,
    List<RoleValue> roles,
    List<Salary> salaries,
    List<Budget> budgets,
    List<OtherMoney> otherMoney,
    List<Deadline> deadlines,
    List<Event> events,
    List<Headcount> headcounts,
    List<Organisation> organisations,
    List<Person> people,
    List<Place> locations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Quotation> quotations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Salary> impliedSalaries,
    List<Vacancy> vacancies,
    Optional<Vacancy> vacancy,
    List<Move> appointments,
    List<Move> departures,
    List<MoneyRow> money,
    List<Topic> topics,
    Relevance relevance,
    boolean isPublicSector,
    Optional<String> language,
    List<BriefSentence> brief,
    String tagger,
    Instant taggedAt) {
  /// Version of the JSON Schema that this code writes.
  public static final int SCHEMA_VERSION = 1;

  public TaggedArticle {
    roles = Lists.copy((@Nullable List<RoleValue>) roles);
    salaries = Lists.copy((@Nullable List<Salary>) salaries);
    budgets = Lists.copy((@Nullable List<Budget>) budgets);
    otherMoney = Lists.copy((@Nullable List<OtherMoney>) otherMoney);
    deadlines = Lists.copy((@Nullable List<Deadline>) deadlines);
    events = Lists.copy((@Nullable List<Event>) events);
    headcounts = Lists.copy((@Nullable List<Headcount>) headcounts);
    organisations = Lists.copy((@Nullable List<Organisation>) organisations);
    people = Lists.copy((@Nullable List<Person>) people);
    locations = Lists.copy((@Nullable List<Place>) locations);
    quotations = Lists.copy((@Nullable List<Quotation>) quotations);
    impliedSalaries = Lists.copy((@Nullable List<Salary>) impliedSalaries);
    vacancies = Lists.copy((@Nullable List<Vacancy>) vacancies);
    appointments = Lists.copy((@Nullable List<Move>) appointments);
    departures = Lists.copy((@Nullable List<Move>) departures);
    money = Lists.copy((@Nullable List<MoneyRow>) money);
    topics = Lists.copy((@Nullable List<Topic>) topics);
    brief = Lists.copy((@Nullable List<BriefSentence>) brief);
  }

  /// Every value of every type.
  public Stream<Value> values() {
    return Stream.of(
            roles,
            salaries,
            budgets,
            otherMoney,
            deadlines,
            events,
            headcounts,
            organisations,
            people,
            locations,
            quotations,
            impliedSalaries)
        .flatMap(List::stream);
  }
}
