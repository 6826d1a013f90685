package dev.civicwire.ingest.source;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// When a source is read. Whatever was missed is caught up once.
public sealed interface Schedule {
  /// The first time after `last`; `jitter` in [0, 1) spreads sources that would fall together.
  Instant next(Instant last, double jitter);

  /// Names it: another line for another schedule.
  String line();

  /// At an interval, spread by a tenth of it.
  record Every(Duration interval) implements Schedule {
    private static final double SPREAD = 0.1;

    @Override
    public String line() {
      return "every " + interval;
    }

    @Override
    public Instant next(Instant last, double jitter) {
      long millis = interval.toMillis();
      return last.plusMillis(millis + (long) (millis * SPREAD * jitter));
    }
  }

  /// By a five-field cron expression in a time zone, spread over a minute.
  record ByCron(String expression, ZoneId zone) implements Schedule {
    private static final Duration NEVER = Duration.ofDays(3650);
    private static final int SPREAD_MILLIS = 60_000;

    /// @throws IllegalArgumentException where the expression is none
    public ByCron {
      parse(expression);
    }

    @Override
    public Instant next(Instant last, double jitter) {
      return ExecutionTime.forCron(parse(expression))
          .nextExecution(last.atZone(zone))
          .map(ZonedDateTime::toInstant)
          .map(at -> at.plusMillis((long) (SPREAD_MILLIS * jitter)))
          .orElseGet(() -> last.plus(NEVER));
    }

    @Override
    public String line() {
      return "cron %s %s".formatted(expression, zone);
    }

    private static Cron parse(String expression) {
      return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
          .parse(expression)
          .validate();
    }
  }
}
