package dev.civicwire.app.bench;

import java.util.Locale;

/// What one warm thread gets done.
///
/// @param benchmark which
/// @param warmUp units done before the measurement
/// @param units measured, each once
/// @param cpuSeconds that they took
/// @param wallSeconds that they took; more than `cpuSeconds` where the machine had other work
/// @param perCpuSecond units a CPU-second
/// @param kilobytesPerCpuSecond input a CPU-second: characters of text, bytes of pages, in
///     thousands
/// @param p50Ms CPU time of a unit: median
/// @param p95Ms CPU time of a unit that 95 % do not exceed
/// @param p99Ms CPU time of a unit that 99 % do not exceed
/// @param maxMs of the dearest unit
public record UnitFigures(
    String benchmark,
    int warmUp,
    int units,
    double cpuSeconds,
    double wallSeconds,
    double perCpuSecond,
    double kilobytesPerCpuSecond,
    double p50Ms,
    double p95Ms,
    double p99Ms,
    double maxMs) {
  static UnitFigures of(String benchmark, int warmUp, UnitCosts costs, long inputSize) {
    double cpu = costs.cpuSeconds();
    return new UnitFigures(
        benchmark,
        warmUp,
        costs.units(),
        rounded(cpu),
        rounded(costs.wallSeconds()),
        rounded(costs.perCpuSecond()),
        rounded(cpu == 0 ? 0 : inputSize / 1e3 / cpu),
        rounded(costs.millis(0.5)),
        rounded(costs.millis(0.95)),
        rounded(costs.millis(0.99)),
        rounded(costs.millis(1)));
  }

  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  /// Two lines for people.
  public String text(String unit) {
    return String.format(
        Locale.ROOT,
        "%d %s in %.2f CPU-seconds (%.2f s by the clock), one thread, after %d for warm-up:%n"
            + "%.1f %s a CPU-second, %.0f kB a CPU-second; CPU time of one: median %.2f ms, 95 %%"
            + " under %.2f ms, 99 %% under %.2f ms, most %.2f ms",
        units,
        unit,
        cpuSeconds,
        wallSeconds,
        warmUp,
        perCpuSecond,
        unit,
        kilobytesPerCpuSecond,
        p50Ms,
        p95Ms,
        p99Ms,
        maxMs);
  }
}
