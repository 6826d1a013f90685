package dev.civicwire.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// What processes have used so far.
///
/// @param cpuSeconds CPU time since the process' start; 0 where the system does not tell
/// @param megabytes resident memory now
/// @param peakMegabytes most resident memory ever
record ProcessUsage(double cpuSeconds, long megabytes, long peakMegabytes) {
  static ProcessUsage of(long pid) {
    double cpu =
        ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElse(0L)
            / 1000.0;
    return new ProcessUsage(cpu, megabytes(pid, "VmRSS:"), megabytes(pid, "VmHWM:"));
  }

  /// The same for several, by name.
  static Map<String, ProcessUsage> of(Map<String, Long> pids) {
    Map<String, ProcessUsage> usages = new TreeMap<>();
    pids.forEach((name, pid) -> usages.put(name, of(pid)));
    return usages;
  }

  private static long megabytes(long pid, String key) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException noProcfs) {
      return 0;
    }
  }
}
