package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The lines of a list of posts in an article that is no advert: `Home Office: lead analyst,
/// Croydon`, `- Web developer, Ofgem - £48,000`, under a headline or a line that speaks of jobs.
final class JobList {
  private static final Set<String> JOBS =
      Set.of(
          "job",
          "jobs",
          "vacancy",
          "vacancies",
          "posts",
          "roles",
          "hiring",
          "recruiting",
          "recruits",
          "openings",
          "opportunities",
          "careers",
          "wanted",
          "positions",
          "advertised");
  private static final Set<String> OPEN = Set.of("closes", "closing", "apply", "deadline");
  private static final int MAX_LINE = 32;
  private static final int HEADING_LINES = 12;

  private final Scene scene;
  private final Words words;
  private final boolean announced;
  private final Set<Integer> lines = new HashSet<>();

  JobList(Scene scene, List<RoleSpan> spans, String title) {
    this.scene = scene;
    this.words = scene.words();
    Words headline = Words.of(title);
    this.announced = speaksOfJobs(headline, 0, headline.size());
    for (RoleSpan span : spans) {
      if (isItem(span)) {
        lines.add(words.line(span.head()));
      }
    }
  }

  /// True where `span` is the post of a line among others of its kind.
  boolean has(RoleSpan span) {
    int line = words.line(span.head());
    boolean neighbour =
        lines.contains(line - 1)
            || lines.contains(line + 1)
            || lines.contains(line - 2)
            || lines.contains(line + 2);
    return neighbour && isItem(span) && (announced || isOpen(span) || isHeaded(span));
  }

  private static boolean speaksOfJobs(Words of, int first, int last) {
    boolean jobs = false;
    for (int i = first; i < last; i++) {
      jobs |= JOBS.contains(of.key(i));
    }
    return jobs;
  }

  /// A line of nothing but a body, a post, and what stands behind a mark.
  private boolean isItem(RoleSpan span) {
    int first = words.lineFirst(span.head());
    int last = words.lineLast(span.head());
    if (last - first > MAX_LINE || span.plural() || scene.person(span.last()) != Scene.NONE) {
      return false;
    }
    for (int i = first; i < span.first(); i++) {
      boolean body = scene.body(i) != Scene.NONE || words.key(i).equals("the");
      if (!body && words.shape(i) != Shape.MARK && words.shape(i) != Shape.NUMBER) {
        return false;
      }
    }
    int behind = span.last();
    boolean named = behind + 1 < last && scene.person(behind + 1) != Scene.NONE;
    return !named
        && (behind == last || words.shape(behind) == Shape.MARK || words.key(behind).equals("at"));
  }

  private boolean isOpen(RoleSpan span) {
    for (int i = span.last(); i < words.lineLast(span.head()); i++) {
      if (OPEN.contains(words.key(i))) {
        return true;
      }
    }
    return false;
  }

  /// True where the nearest line above that is no item speaks of jobs.
  private boolean isHeaded(RoleSpan span) {
    int at = words.lineFirst(span.head());
    for (int n = 0; n < HEADING_LINES && at > 0; n++) {
      int first = words.lineFirst(at - 1);
      if (!lines.contains(words.line(first))) {
        return speaksOfJobs(words, first, at);
      }
      at = first;
    }
    return false;
  }
}
