package dev.civicwire.embedded;

import java.util.List;

/// Keeps the terminal's signals away from a child.
final class Session {
  private Session() {}

  /// The words before a command that give it a session of its own, where the system has `setsid`.
  ///
  /// Ctrl-C goes to every process of the terminal's session at once. The engines must outlive the
  /// stages that still finish their work, so they listen to their parent only.
  static List<String> ownSession() {
    return Executables.find("setsid").map(List::of).orElseGet(List::of);
  }
}
