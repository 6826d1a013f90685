package dev.civicwire.index.search;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Relevance;
import dev.civicwire.contract.Topic;
import dev.civicwire.contract.Vacancy;
import java.util.List;
import java.util.Optional;

/// What a list shows of an article: its main vacancy, or else what it says first.
///
/// @param source name of the source that led to it
/// @param site name of the outlet
/// @param published first publication at the precision known
/// @param organisation the body it is about
/// @param role the post it is about
/// @param pay of that post
/// @param deadline for applications or tenders
/// @param status of the main vacancy, absent where there is none
/// @param vacancies how many posts are sought
/// @param money the largest public money named
/// @param topics one to four
/// @param relevance to Civicwire's readers
/// @param aiGenerated true where the publisher says so
public record Summary(
    String source,
    Optional<String> site,
    Optional<PartialDate> published,
    Optional<String> organisation,
    Optional<String> role,
    Optional<Pay> pay,
    Optional<PartialDate> deadline,
    Optional<Vacancy.Status> status,
    int vacancies,
    Optional<PublicMoney> money,
    List<Topic> topics,
    Relevance relevance,
    boolean aiGenerated) {}
