package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Relevance;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import dev.civicwire.enrich.text.Document;
import java.util.List;

/// Decides why an article matters: for its posts, for its programme, for both or for neither.
public final class Relevances {
  /// Share of the text in front of which a post must be named to be its subject.
  private static final double LEAD = 0.45;

  private Relevances() {}

  /// What an article is about, as far as posts and bodies tell.
  ///
  /// @param publicSector whether its subject is a public body
  /// @param vacancy whether it seeks somebody
  /// @param appointment whether somebody takes a post
  /// @param departure whether somebody leaves one
  /// @param advert whether it is an advert itself
  public record Verdict(
      boolean publicSector,
      boolean vacancy,
      boolean appointment,
      boolean departure,
      boolean advert) {
    /// True where a post is its subject.
    public boolean job() {
      return publicSector && (vacancy || appointment || departure || advert);
    }

    /// Why it matters.
    public Relevance relevance() {
      return !publicSector ? Relevance.NONE : job() ? Relevance.JOB : Relevance.TRANSFORMATION;
    }

    /// The same, for the choice of topics.
    public Topics.Findings findings(List<Vacancy> vacancies) {
      return new Topics.Findings(
          vacancy && (!vacancies.isEmpty() || advert), appointment, departure, publicSector, advert);
    }
  }

  /// The verdict on `document`.
  public static Verdict of(
      Document document, Profile profile, Names names, List<RoleValue> roles) {
    boolean open = profile.publicSector();
    boolean vacancy = leads(document, roles, RoleValue.Status.VACANCY) && profile.recruiting();
    boolean appointment = leads(document, roles, RoleValue.Status.APPOINTED);
    boolean departure = leads(document, roles, RoleValue.Status.DEPARTING);
    boolean bodies =
        names.organisations().stream().anyMatch(o -> o.kind() == Organisation.Kind.PUBLIC);
    boolean publicSector = open && (bodies || profile.advert() || names.organisations().isEmpty());
    return new Verdict(
        publicSector, vacancy || profile.advert(), appointment, departure, profile.advert());
  }

  private static boolean leads(
      Document document, List<RoleValue> roles, RoleValue.Status status) {
    int limit = (int) (document.text().length() * LEAD);
    return roles.stream()
        .filter(r -> r.status() == status)
        .anyMatch(
            r -> r.evidence().mentions().stream().anyMatch(m -> m.start() <= limit));
  }
}
