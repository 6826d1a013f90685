package dev.civicwire.app.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What units of work cost the one thread that does them, in CPU time: other load on the machine
/// slows the wall clock, not this one (but for the caches).
final class UnitCosts {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  private static final double NANOS = 1e9;

  private final List<Long> nanos = new ArrayList<>();
  private double wallSeconds;

  private UnitCosts() {}

  /// Does the work on all units once, in the calling thread.
  static <T> UnitCosts measure(Iterator<T> units, Consumer<T> work) {
    UnitCosts costs = new UnitCosts();
    while (units.hasNext()) {
      costs.add(units.next(), work);
    }
    Collections.sort(costs.nanos);
    return costs;
  }

  /// The costs of several measurements as one.
  static UnitCosts together(List<UnitCosts> measurements) {
    UnitCosts all = new UnitCosts();
    for (UnitCosts costs : measurements) {
      all.nanos.addAll(costs.nanos);
      all.wallSeconds += costs.wallSeconds;
    }
    Collections.sort(all.nanos);
    return all;
  }

  /// Bytes that the calling thread has allocated so far.
  static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  private <T> void add(T unit, Consumer<T> work) {
    long wall = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    work.accept(unit);
    nanos.add(THREADS.getCurrentThreadCpuTime() - cpu);
    wallSeconds += (System.nanoTime() - wall) / NANOS;
  }

  /// Does the work on the units, again and again from their start, until that has cost `seconds` of
  /// CPU time: afterwards the code is compiled.
  ///
  /// @return how many units it took
  static <T> int warmUp(Supplier<Iterator<T>> units, double seconds, Consumer<T> work) {
    long end = THREADS.getCurrentThreadCpuTime() + (long) (seconds * NANOS);
    int done = 0;
    while (THREADS.getCurrentThreadCpuTime() < end) {
      Iterator<T> pass = units.get();
      if (!pass.hasNext()) {
        return done;
      }
      while (pass.hasNext() && THREADS.getCurrentThreadCpuTime() < end) {
        work.accept(pass.next());
        done++;
      }
    }
    return done;
  }

  int units() {
    return nanos.size();
  }

  double cpuSeconds() {
    return nanos.stream().mapToLong(Long::longValue).sum() / NANOS;
  }

  double perCpuSecond() {
    double cpu = cpuSeconds();
    return cpu == 0 ? 0 : units() / cpu;
  }

  double wallSeconds() {
    return wallSeconds;
  }

  /// CPU time of one unit, in ms, that `share` of all units do not exceed.
  double millis(double share) {
    if (nanos.isEmpty()) {
      return 0;
    }
    int place = (int) Math.ceil(share * nanos.size()) - 1;
    return nanos.get(Math.clamp(place, 0, nanos.size() - 1)) / 1e6;
  }
}
