package dev.civicwire.enrich.date;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Event;
import java.util.List;

/// All dates of an article by kind, each value once.
///
/// @param deadlines dates by which something is to be done
/// @param events dated happenings
public record Dates(List<Deadline> deadlines, List<Event> events) {
  public Dates {
    deadlines = List.copyOf(deadlines);
    events = List.copyOf(events);
  }
}
