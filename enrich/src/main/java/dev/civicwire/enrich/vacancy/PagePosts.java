package dev.civicwire.enrich.vacancy;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.JobPosting;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.name.NameAnnotator;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import dev.civicwire.enrich.role.RoleAnnotator;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.LanguageTools;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the posts of pages' own data with the annotators of the text, so that the two can be
/// compared. Safe for use by several threads.
public final class PagePosts {
  /// A longer title or name is none.
  private static final int MAX_NAME = 200;

  private static final Names NOBODY = new Names(List.of(), List.of(), List.of());

  private final LanguageTools tools;
  private final NameAnnotator names;
  private final RoleAnnotator roles;

  /// @param tools of the tagger
  /// @param names finds bodies
  /// @param roles normalises titles
  public PagePosts(LanguageTools tools, NameAnnotator names, RoleAnnotator roles) {
    this.tools = tools;
    this.names = names;
    this.roles = roles;
  }

  /// The post that the page of `article` advertises in its own data.
  public Optional<PagePost> of(Article article) {
    return article.jobPosting().map(p -> new PagePost(p, title(article, p), body(article, p)));
  }

  private Optional<String> title(Article article, JobPosting posting) {
    return posting
        .title()
        .filter(t -> t.length() <= MAX_NAME)
        .flatMap(
            title ->
                roles.annotate(bare(article, title), NOBODY).stream()
                    .map(RoleValue::title)
                    .max(Comparator.comparingInt(String::length))
                    .or(() -> unlisted(title)));
  }

  /// A title that the grammar does not know, without brackets and what a dash parts off.
  private static Optional<String> unlisted(String title) {
    String plain = title.replaceAll("\\(.*?\\)|\\s[-–—|].*", " ").replaceAll("\\s+", " ").strip();
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain.toLowerCase(Locale.ROOT));
  }

  private Optional<Organisation> body(Article article, JobPosting posting) {
    return posting
        .organisation()
        .filter(name -> name.length() <= MAX_NAME)
        .flatMap(name -> names.annotate(bare(article, name)).organisations().stream().findFirst());
  }

  private Document bare(Article article, String text) {
    return Document.of(
        Article.ofText(article.id(), article.url(), "", text, article.published()), tools);
  }
}
