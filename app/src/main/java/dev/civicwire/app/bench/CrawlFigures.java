package dev.civicwire.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What crawls of the same pages cost.
///
/// @param hosts of the site
/// @param delayMillis pause between two requests to a host
/// @param paced our crawl that keeps the pauses
/// @param unpaced our crawl without a pause: as much as this machine can do
/// @param beside other crawlers without a pause
public record CrawlFigures(
    int hosts, long delayMillis, Pass paced, Pass unpaced, List<Pass> beside) {
  /// One crawl.
  ///
  /// @param crawler whose it is
  /// @param pages fetched
  /// @param seconds from the start to the end
  /// @param pagesPerSecond of all hosts together
  /// @param limitPerSecond what the pauses allow: the sum of 1 / pause over the hosts
  /// @param cpuMillisPerPage of the crawler's process: fetch, robots.txt, state and transaction
  /// @param pagesPerCpuSecond the same, the other way round
  /// @param brokerCpuMillisPerPage of the broker's process
  /// @param longestWaitInDelays longest time between two requests to a host that had work
  /// @param lateRequests that came more than two pauses after the one before to their host
  /// @param lastHostBegunSeconds from the start until each host had its first request
  /// @param peakMegabytes resident, at most
  public record Pass(
      String crawler,
      int pages,
      double seconds,
      double pagesPerSecond,
      Optional<Double> limitPerSecond,
      double cpuMillisPerPage,
      double pagesPerCpuSecond,
      Optional<Double> brokerCpuMillisPerPage,
      Optional<Double> longestWaitInDelays,
      Optional<Integer> lateRequests,
      Optional<Double> lastHostBegunSeconds,
      long peakMegabytes) {
    private String text() {
      return "%s: %d pages in %.1f s, %.0f pages/s%s; %.2f ms CPU a page (%.0f pages a CPU-second)%s%s; %d MB"
          .formatted(
              crawler,
              pages,
              seconds,
              pagesPerSecond,
              limitPerSecond
                  .map(
                      limit ->
                          String.format(
                              Locale.ROOT,
                              " of %.0f that the pauses allow (%.1f %%)",
                              limit,
                              100 * pagesPerSecond / limit))
                  .orElse(" without pauses"),
              cpuMillisPerPage,
              pagesPerCpuSecond,
              brokerCpuMillisPerPage
                  .map(ms -> String.format(Locale.ROOT, ", the broker %.2f ms", ms))
                  .orElse(""),
              longestWaitInDelays
                  .map(
                      wait ->
                          String.format(
                              Locale.ROOT,
                              "; longest wait of a host %.2f pauses, %d waits over 2, all hosts"
                                  + " begun after %.1f s",
                              wait,
                              lateRequests.orElse(0),
                              lastHostBegunSeconds.orElse(0.0)))
                  .orElse(""),
              peakMegabytes);
    }
  }

  /// For people.
  public String text() {
    StringBuilder text = new StringBuilder("%d hosts, pause %d ms".formatted(hosts, delayMillis));
    text.append('\n').append(paced.text());
    text.append('\n').append(unpaced.text());
    beside.forEach(pass -> text.append('\n').append(pass.text()));
    return text.toString();
  }
}
