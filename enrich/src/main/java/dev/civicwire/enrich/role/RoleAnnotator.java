package dev.civicwire.enrich.role;

import dev.civicwire.contract.RoleValue;
import dev.civicwire.enrich.name.NameAnnotator.Names;
import dev.civicwire.enrich.text.Document;
import java.util.List;

/// Finds posts in public bodies.
public final class RoleAnnotator {
  private RoleAnnotator() {}

  /// Reads the lists.
  public static RoleAnnotator load() {
    return new RoleAnnotator();
  }

  /// The posts in `document`.
  public List<RoleValue> annotate(Document document, Names names) {
    return List.of();
  }
}
