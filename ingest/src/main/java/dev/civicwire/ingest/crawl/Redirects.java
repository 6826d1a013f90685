package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.fetch.FetchFailure;
import dev.civicwire.ingest.fetch.FetchResult;
import java.util.List;
import java.util.Optional;

/// Which redirects are not followed: circles, long chains, and out of TLS.
final class Redirects {
  private Redirects() {}

  /// Why `target` is not asked for after `hops`, the last of which redirected to it.
  static Optional<FetchResult.Failed> refuse(List<String> hops, String target, int maxRedirects) {
    if (hops.contains(target)) {
      return failed(FetchFailure.REDIRECT_LOOP, "back to " + target);
    }
    if (hops.size() > maxRedirects) {
      return failed(FetchFailure.REDIRECT_LOOP, "more than %d redirects".formatted(maxRedirects));
    }
    if (hops.getLast().startsWith("https:") && target.startsWith("http:")) {
      return failed(FetchFailure.BAD_REDIRECT, "from https to " + target);
    }
    return Optional.empty();
  }

  private static Optional<FetchResult.Failed> failed(FetchFailure reason, String detail) {
    return Optional.of(FetchResult.Failed.of(reason, 0, detail));
  }
}
