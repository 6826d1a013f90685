package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;
import dev.civicwire.ingest.robots.RobotsVerdict;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Fetches one page of a source, following its redirects; every hop has the robots.txt and the pace
/// of its own host.
///
/// @param lane of the source's host
/// @param moved hears where a page that came is for good, where its server says that it is
/// elsewhere
record SourceFetch(CrawlRun crawl, Source source, HostLane lane, Consumer<String> moved) {
  static final String GONE = "gone";

  /// Whether a page came.
  sealed interface Outcome {
    record Came(FetchedPage page) implements Outcome {}

    record Ended(SourceOutcome outcome) implements Outcome {}

    /// It is on a host of another part.
    record Elsewhere(String url) implements Outcome {}
  }

  Outcome fetch(FetchRequest request) throws InterruptedException {
    List<String> hops = new ArrayList<>();
    FetchRequest next = request;
    String lasting = request.url();
    while (true) {
      if (!crawl.part().holds(UrlIdentity.host(next.url()).orElse(""))) {
        // Another crawl may be asking that host.
        if (!lasting.equals(request.url())) {
          moved.accept(lasting);
        }
        return new Outcome.Elsewhere(next.url());
      }
      HostLane there = crawl.lanes().at(next.url(), lane);
      Optional<Outcome> refused = isHeld(there);
      if (refused.isEmpty()) {
        refused = askRobots(next.url(), there);
      }
      if (refused.isPresent()) {
        return refused.get();
      }
      FetchResult result = there.fetch(next);
      if (!(result instanceof FetchResult.Redirect redirect)) {
        tellMove(request, result, lasting);
        return outcome(result);
      }
      if (redirect.isPermanent() && lasting.equals(next.url())) {
        lasting = redirect.target();
      }
      hops.add(next.url());
      Optional<FetchResult.Failed> stop =
          Redirects.refuse(hops, redirect.target(), crawl.settings().maxRedirects());
      if (stop.isPresent()) {
        return outcome(stop.get());
      }
      next =
          new FetchRequest(
              redirect.target(), request.maxBytes(), request.etag(), request.lastModified());
    }
  }

  private void tellMove(FetchRequest request, FetchResult result, String lasting) {
    if (!lasting.equals(request.url())
        && (result instanceof FetchResult.Page || result instanceof FetchResult.NotModified)) {
      moved.accept(lasting);
    }
  }

  /// Our own lane has looked before the visit.
  private Optional<Outcome> isHeld(HostLane there) throws InterruptedException {
    return there.equals(lane)
        ? Optional.empty()
        : there.awaitHold().map(until -> ended(new SourceOutcome.Held(until, there.patience())));
  }

  private Optional<Outcome> askRobots(String url, HostLane there) throws InterruptedException {
    return switch (there.robots(url)) {
      case RobotsVerdict.Allowed allowed -> {
        if (there.equals(lane)) {
          there.pace(source.delay(), allowed.delay());
        } else {
          there.paceGuest(source.delay(), allowed.delay());
        }
        yield Optional.empty();
      }
      case RobotsVerdict.Forbidden forbidden ->
          Optional.of(ended(new SourceOutcome.Failed("forbidden", url + " by robots.txt")));
      case RobotsVerdict.Held held ->
          Optional.of(ended(new SourceOutcome.Held(held.until(), held.why())));
    };
  }

  private static Outcome outcome(FetchResult result) {
    return switch (result) {
      case FetchResult.Page page -> new Outcome.Came(page.page());
      case FetchResult.NotModified same -> ended(new SourceOutcome.Unchanged());
      case FetchResult.Gone gone ->
          ended(new SourceOutcome.Failed(GONE, "HTTP status " + gone.status()));
      case FetchResult.Failed failed ->
          ended(new SourceOutcome.Failed(failed.reason().code(), failed.detail()));
      case FetchResult.Redirect redirect ->
          ended(new SourceOutcome.Failed("bad-redirect", "to " + redirect.target()));
    };
  }

  private static Outcome ended(SourceOutcome outcome) {
    return new Outcome.Ended(outcome);
  }
}
