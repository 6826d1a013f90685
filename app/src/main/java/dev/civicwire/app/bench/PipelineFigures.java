package dev.civicwire.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the pipeline took for a number of articles.
///
/// @param articles that went the whole way
/// @param seed of the generator
/// @param cores of the machine
/// @param seconds all phases together
/// @param articlesPerSecond over all phases
/// @param phases one after the other, each alone on the machine
/// @param megabytes resident memory at the end, by process
/// @param peakMegabytes most resident memory, by process
public record PipelineFigures(
    int articles,
    long seed,
    int cores,
    double seconds,
    double articlesPerSecond,
    List<Phase> phases,
    Map<String, Long> megabytes,
    Map<String, Long> peakMegabytes) {

  /// One stage at work.
  ///
  /// @param name of the stage
  /// @param seconds by the clock
  /// @param articlesPerSecond by the clock
  /// @param cpuSecondsPerArticle by process: the stage's own, and what it costs the engines
  public record Phase(
      String name,
      double seconds,
      double articlesPerSecond,
      Map<String, Double> cpuSecondsPerArticle) {
    static Phase of(
        String name,
        int articles,
        double seconds,
        Map<String, ProcessUsage> before,
        Map<String, ProcessUsage> after) {
      Map<String, Double> cpu = new TreeMap<>();
      after.forEach(
          (process, usage) -> {
            ProcessUsage then = before.getOrDefault(process, usage);
            double used = usage.cpuSeconds() - then.cpuSeconds();
            cpu.put(process, Math.round(used / articles * 1e6) / 1e6);
          });
      return new Phase(
          name, UnitFigures.rounded(seconds), UnitFigures.rounded(articles / seconds), cpu);
    }
  }

  static PipelineFigures of(
      int articles, long seed, List<Phase> phases, Map<String, ProcessUsage> usage) {
    double seconds = phases.stream().mapToDouble(Phase::seconds).sum();
    Map<String, Long> now = new TreeMap<>();
    Map<String, Long> peak = new TreeMap<>();
    usage.forEach(
        (process, used) -> {
          now.put(process, used.megabytes());
          peak.put(process, used.peakMegabytes());
        });
    return new PipelineFigures(
        articles,
        seed,
        Runtime.getRuntime().availableProcessors(),
        UnitFigures.rounded(seconds),
        UnitFigures.rounded(articles / seconds),
        List.copyOf(phases),
        now,
        peak);
  }

  /// A table for people.
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%d articles (seed %d) on %d cores, one stage after the other: %.1f s, %.1f articles a"
                + " second%n",
            articles,
            seed,
            cores,
            seconds,
            articlesPerSecond));
    for (Phase phase : phases) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %-8s %8.1f s %8.1f articles/s   CPU-seconds an article: %s%n",
              phase.name(),
              phase.seconds(),
              phase.articlesPerSecond(),
              cpu(phase)));
    }
    out.append("  resident memory in MB at the end: ").append(megabytes);
    out.append(", at most: ").append(peakMegabytes);
    return out.toString();
  }

  private static String cpu(Phase phase) {
    return phase.cpuSecondsPerArticle().entrySet().stream()
        .map(used -> String.format(Locale.ROOT, "%s %.5f", used.getKey(), used.getValue()))
        .collect(Collectors.joining(", "));
  }
}
