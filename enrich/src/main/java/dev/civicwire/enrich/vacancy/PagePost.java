package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.JobPosting;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The post that a page's own data advertises.
///
/// @param posting the data
/// @param title of the post, normalised as those of the text are
/// @param body that seeks, where it is one that the annotators know
public record PagePost(JobPosting posting, Optional<String> title, Optional<Organisation> body) {
  /// How sure the page's word is; its publisher wrote it for machines.
  static final double SURE = 0.9;

  /// True where the post is that of a public body.
  public boolean isPublic() {
    return body.filter(b -> b.kind() == Organisation.Kind.PUBLIC).isPresent();
  }

  /// The posts of the page, the advertised one first: as the text has it, or as the page names it
  /// where the text speaks of no post that is sought.
  List<RoleValue> among(List<RoleValue> sought, List<RoleValue> all, Document document) {
    Optional<RoleValue> same =
        Stream.concat(sought.stream(), all.stream()).filter(this::isMeant).findFirst();
    if (same.isPresent()) {
      List<RoleValue> posts = new ArrayList<>(List.of(same.get()));
      sought.stream().filter(r -> !r.equals(same.get())).forEach(posts::add);
      return List.copyOf(posts);
    }
    if (title.isEmpty()) {
      return sought;
    }
    Optional<Mention> written = written(document.normal(), document.text());
    return sought.isEmpty() || written.isPresent() ? List.of(named(title.get(), written)) : sought;
  }

  /// True where the page's title and that of `role` are one, or one says more than the other.
  private boolean isMeant(RoleValue role) {
    return title.filter(t -> within(t, role.title()) || within(role.title(), t)).isPresent();
  }

  /// True where the words of `part` stand together in `whole`.
  static boolean within(String part, String whole) {
    return (" " + plain(whole) + " ").contains(" " + plain(part) + " ");
  }

  /// A name by its letters and digits alone.
  static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace("&", " and ");
    String words = lower.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return words.startsWith("the ") ? words.substring(4) : words;
  }

  /// Where the text has the page's title, word by word.
  private Optional<Mention> written(String normal, String text) {
    String sought = posting.title().orElse("").strip();
    for (int at = 0; !sought.isEmpty() && at + sought.length() <= normal.length(); at++) {
      int end = at + sought.length();
      if (normal.regionMatches(true, at, sought, 0, sought.length())
          && (at == 0 || !Character.isLetterOrDigit(normal.charAt(at - 1)))
          && (end == normal.length() || !Character.isLetterOrDigit(normal.charAt(end)))) {
        return Optional.of(Mention.of(text, at, end));
      }
    }
    return Optional.empty();
  }

  /// The post as the page names it; without a place where the text does not have its title.
  private RoleValue named(String title, Optional<Mention> place) {
    String annotator = "page/" + posting.from();
    Evidence evidence =
        place
            .map(m -> Evidence.of(m, SURE, annotator))
            .orElse(new Evidence("", 0, 0, SURE, annotator, List.of()));
    return new RoleValue(
        title, RoleValue.Status.VACANCY, Optional.empty(), Optional.empty(), evidence);
  }
}
