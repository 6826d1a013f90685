package dev.civicwire.index.elastic;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/// The versions of the article index behind their alias `<prefix>-articles`.
///
/// Every index is named `<prefix>-articles-v<mapping>-<time>`. A reindex makes a new one with
/// [#newIndex()], fills it through [#writer(String, BooleanSupplier, Consumer)] while searches and
/// writes go on with the old one, then [#swapAlias(String)] and [#dropOld()]. Records that arrived
/// in the old index between the end of the filling and the swap are to be written once more after
/// the swap: writes are safe to repeat.
public final class IndexCatalog {
  /// The first index has no time in its name, so that two processes that start together agree on
  /// it.
  private static final String FIRST = "00000000000000000";

  private static final Pattern NAME = Pattern.compile(".*-v\\d+-\\d{17}");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  private final ElasticConnection connection;
  private final ArticleMapping mapping;
  private final Clock clock;

  public IndexCatalog(ElasticConnection connection, ArticleMapping mapping, Clock clock) {
    this.connection = connection;
    this.mapping = mapping;
    this.clock = clock;
  }

  /// How the index behind the alias stands to this program.
  public enum State {
    /// It was not there and has been made, empty.
    CREATED,
    /// Its mapping is this program's.
    CURRENT,
    /// Its mapping is older: searches work, a reindex is due.
    OUTDATED
  }

  /// The alias that is searched and written to.
  public String alias() {
    return connection.prefix() + "-articles";
  }

  /// Makes the index and its alias where they are missing.
  ///
  /// @throws StageException where the engine refuses, or the index was made by a newer program
  public State ensure() {
    Optional<String> current = current();
    if (current.isEmpty()) {
      createFirst();
      swapAlias(name(FIRST));
      return State.CREATED;
    }
    int version = version(current.get());
    if (version > mapping.version()) {
      throw new StageException(
          "index %s has mapping version %d, this program knows %d: run the newer program"
              .formatted(current.get(), version, mapping.version()));
    }
    return version == mapping.version() ? State.CURRENT : State.OUTDATED;
  }

  /// The index behind the alias.
  public Optional<String> current() {
    Answer answer = send("GET", "/_alias/" + alias(), null);
    return answer.status() == 404
        ? Optional.empty()
        : answer.body().propertyNames().stream().max(Comparator.comparing(IndexCatalog::time));
  }

  /// All indexes of the catalogue, oldest first.
  public List<String> all() {
    Answer answer = send("GET", "/" + alias() + "-v*/_alias", null);
    return answer.body().propertyNames().stream()
        .filter(name -> NAME.matcher(name).matches())
        .sorted(Comparator.comparing(IndexCatalog::time))
        .toList();
  }

  /// Makes an empty index of the present mapping, not behind the alias yet. Its name sorts after
  /// all others, also where the clock went back.
  ///
  /// @throws StageException where the engine refuses, or another process made one in the same
  ///     moment
  public String newIndex() {
    long now = Long.parseLong(TIME.format(clock.instant()));
    long newest = all().stream().map(IndexCatalog::time).mapToLong(Long::parseLong).max().orElse(0);
    String name = name(String.valueOf(Math.max(now, newest + 1)));
    must(send("PUT", "/" + name, mapping.indexBody()), "creation of " + name);
    return name;
  }

  /// A writer into one index instead of the alias.
  public ElasticArticleWriter writer(
      String index, BooleanSupplier stopped, Consumer<String> progress) {
    return new ElasticArticleWriter(connection, index, false, stopped, progress);
  }

  /// A writer into the index behind the alias.
  public ElasticArticleWriter writer(BooleanSupplier stopped, Consumer<String> progress) {
    return new ElasticArticleWriter(connection, alias(), true, stopped, progress);
  }

  /// Puts `index`, and it alone, behind the alias, in one step.
  public void swapAlias(String index) {
    must(send("POST", "/" + index + "/_refresh", null), "refresh of " + index);
    ArrayNode actions =
        ElasticJson.array(
            ElasticJson.object(
                "remove",
                ElasticJson.object(
                    "index", alias() + "-v*", "alias", alias(), "must_exist", false)),
            ElasticJson.object("add", ElasticJson.object("index", index, "alias", alias())));
    must(
        send("POST", "/_aliases", ElasticJson.object("actions", actions)),
        "alias " + alias() + " to " + index);
  }

  /// Removes the indexes older than the one behind the alias. An index that is newer stays: another
  /// reindex may be filling it.
  ///
  /// @return the removed ones
  public List<String> dropOld() {
    String kept =
        current().orElseThrow(() -> new StageException("alias " + alias() + " is missing"));
    List<String> old = all().stream().filter(name -> time(name).compareTo(time(kept)) < 0).toList();
    old.forEach(this::drop);
    return old;
  }

  /// Removes one index, such as the unfinished one of a reindex that failed.
  ///
  /// @throws StageException where it is the one behind the alias
  public void drop(String index) {
    if (current().filter(index::equals).isPresent()) {
      throw new StageException("index " + index + " is in use: it is not removed");
    }
    must(send("DELETE", "/" + index, null), "removal of " + index);
  }

  /// Another process may be making it too; then its index is as good.
  private void createFirst() {
    Answer answer = send("PUT", "/" + name(FIRST), mapping.indexBody());
    if (!answer.errorType().equals("resource_already_exists_exception")) {
      must(answer, "creation of " + name(FIRST));
    }
  }

  private String name(String time) {
    return alias() + "-v" + mapping.version() + "-" + time;
  }

  private static String time(String name) {
    return name.substring(name.lastIndexOf('-') + 1);
  }

  private static int version(String name) {
    String number = name.replaceFirst(".*-v(\\d+)-\\d+$", "$1");
    return number.equals(name) ? 0 : Integer.parseInt(number);
  }

  private Answer send(String method, String path, @Nullable Object body) {
    try {
      return body == null
          ? connection.send(method, path)
          : connection.send(method, path, Map.of(), ElasticJson.MAPPER.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new StageException(
          "Elasticsearch at " + connection.address() + " does not answer: " + e.getMessage(), e);
    }
  }

  private void must(Answer answer, String what) {
    if (!answer.ok()) {
      throw new StageException(
          "Elasticsearch at %s refused the %s: %s"
              .formatted(connection.address(), what, answer.reason()));
    }
  }
}
