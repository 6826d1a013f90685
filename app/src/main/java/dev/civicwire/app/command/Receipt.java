package dev.civicwire.app.command;

import dev.civicwire.contract.CrawlState.OfHold;
import dev.civicwire.contract.CrawlState.OfHostDay;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A host's receipt.
final class Receipt {
  private static final int PERCENT = 100;

  private final PrintWriter out;

  Receipt(PrintWriter out) {
    this.out = out;
  }

  void print(StoredStates stored, String host, boolean json) {
    List<OfHostDay> days =
        stored.only(OfHostDay.class).stream()
            .filter(day -> day.host().equals(host.toLowerCase(Locale.ROOT)))
            .sorted(Comparator.comparing(OfHostDay::day))
            .toList();
    List<OfHold> holds =
        stored.holds(Instant.now()).stream()
            .filter(hold -> hold.host().equals(host.toLowerCase(Locale.ROOT)))
            .toList();
    if (days.isEmpty()) {
      throw new StageException(
          "nothing was asked of '%s': give the host alone, as it stands in addresses"
              .formatted(host));
    }
    if (json) {
      days.forEach(day -> out.println(Json.mapper().writeValueAsString(day)));
      holds.forEach(hold -> out.println(Json.mapper().writeValueAsString(hold)));
    } else {
      table(days);
      holds.forEach(hold -> out.println(line(hold)));
    }
    out.flush();
  }

  /// One line on a host that is left alone.
  static String line(OfHold hold) {
    return "HELD %s until %s: %s"
        .formatted(hold.host(), hold.until().truncatedTo(ChronoUnit.SECONDS), hold.why());
  }

  private void table(List<OfHostDay> days) {
    out.printf(
        "%-10s %8s %12s %6s %6s %10s %10s  %s%n",
        "DAY", "REQUESTS", "BYTES", "304", "FAILED", "PAUSE MS", "SHORTEST", "ROBOTS.TXT");
    for (OfHostDay day : days) {
      out.printf(
          "%-10s %8d %12d %5d%% %6d %10d %10s  %s%n",
          day.day(),
          day.requests(),
          day.bytes(),
          PERCENT * day.notModified() / Math.max(1, day.requests()),
          day.failed(),
          day.delayMillis(),
          day.shortestGapMillis().map(String::valueOf).orElse("-"),
          day.robots().orElse("-"));
    }
  }
}
