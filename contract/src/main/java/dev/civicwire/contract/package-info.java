/// The records that cross between stages. Only these cross: no string maps, no types of a
/// technology. Each has a published JSON Schema (see `schema/` among the resources); JSON names are
/// snake_case.
@NullMarked
package dev.civicwire.contract;

import org.jspecify.annotations.NullMarked;
