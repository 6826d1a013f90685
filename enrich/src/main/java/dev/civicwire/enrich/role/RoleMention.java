package dev.civicwire.enrich.role;

import dev.civicwire.contract.RoleValue.Status;
import java.util.OptionalInt;

/// A place where a post is named, with what its sentence says of it.
///
/// @param span place
/// @param title in one form
/// @param status said here
/// @param body number of the body it belongs to
/// @param person number of the one who holds it
record RoleMention(
    RoleSpan span, String title, Status status, OptionalInt body, OptionalInt person) {}
