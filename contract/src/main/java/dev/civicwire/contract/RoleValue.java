package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/// A post in a public body that the text names: sought, filled, left or held (schema.org `Role`).
///
/// @param title lower case, singular, acronym expanded, without organisation and `interim`
/// @param status the first that applies of vacancy, appointed, departing, incumbent, other
/// @param holder the person who holds, takes or leaves it
/// @param organisation the body it belongs to
public record RoleValue(
    String title,
    Status status,
    Optional<String> holder,
    Optional<String> organisation,
    @JsonUnwrapped Evidence evidence)
    implements Value {
  /// What the text says of the post.
  public enum Status {
    VACANCY,
    APPOINTED,
    DEPARTING,
    INCUMBENT,
    OTHER
  }
}
