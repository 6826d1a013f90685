package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.date.Dates;
import dev.civicwire.enrich.money.Money;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import dev.civicwire.enrich.particulars.Item;
import dev.civicwire.enrich.particulars.Particulars;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.topic.Profile;
import java.util.List;

/// The values of one article, from which records are made.
///
/// @param document the article's text
/// @param profile what it is as a whole
/// @param particulars what its labelled lines give
/// @param names bodies, people and places
/// @param roles posts
/// @param money amounts
/// @param dates deadlines and events
public record Findings(
    Document document,
    Profile profile,
    Particulars particulars,
    Names names,
    List<RoleValue> roles,
    Money money,
    Dates dates) {
  public Findings {
    roles = List.copyOf(roles);
  }

  /// True where the text is an advert: by its words, by its labelled lines, or since it gives pay
  /// in one and a day by which to apply.
  public boolean isAdvert() {
    return profile.advert()
        || particulars.isOpenPost()
        || (closes() && !particulars.of(Item.PAY).isEmpty());
  }

  /// True where it gives pay and a day by which to apply.
  public boolean isOffer() {
    return closes() && !money.salaries().isEmpty();
  }

  private boolean closes() {
    return dates.deadlines().stream().anyMatch(d -> d.kind() == Deadline.Kind.APPLICATION);
  }

  /// Number of the sentence in which `offset` stands.
  int sentence(int offset) {
    int word = document.words().at(offset);
    return word < document.words().size() ? document.words().sentence(word) : -1;
  }
}
