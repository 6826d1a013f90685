package dev.civicwire.app.bench;

import static dev.civicwire.app.bench.UnitFigures.rounded;

import java.util.List;
import java.util.Locale;

/// What one warm thread extracts, beside what the HTML parser alone takes for the same pages.
///
/// @param benchmark `extract`
/// @param warmUp pages done before the measurement
/// @param units pages, each measured once a pass
/// @param passes over all pages
/// @param refused pages that the extractor refused
/// @param bytes of all pages together
/// @param cpuSeconds of all passes
/// @param wallSeconds of all passes; more than `cpuSeconds` where the machine had other work
/// @param perCpuSecond pages a CPU-second in the median pass
/// @param slowestPass pages a CPU-second in the slowest pass
/// @param fastestPass pages a CPU-second in the fastest pass
/// @param kilobytesPerCpuSecond thousands of bytes of pages a CPU-second
/// @param p50Ms CPU time of a page: median over all pages and passes
/// @param p95Ms CPU time that 95 % do not exceed
/// @param p99Ms CPU time that 99 % do not exceed
/// @param maxMs of the dearest page in its dearest pass
/// @param parsePerCpuSecond pages a CPU-second that the parser alone gets done in its median pass;
///     its passes lie between the extractor's
/// @param allocatedPerByte bytes allocated a byte of page, all pages together
/// @param mostAllocatedPerByte the same of the page that asks most for its size, pages under 10 kB
///     left out
public record ExtractFigures(
    String benchmark,
    int warmUp,
    int units,
    int passes,
    long refused,
    long bytes,
    double cpuSeconds,
    double wallSeconds,
    double perCpuSecond,
    double slowestPass,
    double fastestPass,
    double kilobytesPerCpuSecond,
    double p50Ms,
    double p95Ms,
    double p99Ms,
    double maxMs,
    double parsePerCpuSecond,
    double allocatedPerByte,
    double mostAllocatedPerByte) {
  /// What pages ask of the heap.
  record Allocation(double perByte, double most) {}

  static ExtractFigures of(
      int warmUp,
      long refused,
      long bytes,
      List<UnitCosts> extracts,
      List<UnitCosts> parses,
      Allocation allocation) {
    UnitCosts all = UnitCosts.together(extracts);
    double cpu = all.cpuSeconds();
    double[] rates = rates(extracts);
    return new ExtractFigures(
        "extract",
        warmUp,
        extracts.getFirst().units(),
        extracts.size(),
        refused,
        bytes,
        rounded(cpu),
        rounded(all.wallSeconds()),
        rounded(rates[rates.length / 2]),
        rounded(rates[0]),
        rounded(rates[rates.length - 1]),
        rounded(cpu == 0 ? 0 : bytes * extracts.size() / 1e3 / cpu),
        rounded(all.millis(0.5)),
        rounded(all.millis(0.95)),
        rounded(all.millis(0.99)),
        rounded(all.millis(1)),
        rounded(rates(parses)[parses.size() / 2]),
        rounded(allocation.perByte),
        rounded(allocation.most));
  }

  /// Units a CPU-second of each pass, the slowest first.
  private static double[] rates(List<UnitCosts> passes) {
    return passes.stream().mapToDouble(UnitCosts::perCpuSecond).sorted().toArray();
  }

  /// Lines for people.
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d pages, %d passes in %.2f CPU-seconds (%.2f s by the clock), one thread, after %d for"
            + " warm-up; refused %d%n"
            + "%.1f pages a CPU-second in the median pass (%.1f to %.1f), %.0f kB a CPU-second;"
            + " jsoup's parse alone %.1f%n"
            + "CPU time of a page: median %.2f ms, 95 %% under %.2f ms, 99 %% under %.2f ms, most"
            + " %.2f ms%n"
            + "allocated %.1f bytes a byte of page, %.1f for the page that asks most",
        units,
        passes,
        cpuSeconds,
        wallSeconds,
        warmUp,
        refused,
        perCpuSecond,
        slowestPass,
        fastestPass,
        kilobytesPerCpuSecond,
        parsePerCpuSecond,
        p50Ms,
        p95Ms,
        p99Ms,
        maxMs,
        allocatedPerByte,
        mostAllocatedPerByte);
  }
}
