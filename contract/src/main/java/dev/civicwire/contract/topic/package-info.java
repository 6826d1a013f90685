/// The Kafka topics that carry the records, and the runners of the stages that read and write them.
///
/// The only package that knows Kafka: none of its public signatures shows a Kafka type. What
/// consumers may rely on is in `docs/topics.md`.
@NullMarked
package dev.civicwire.contract.topic;

import org.jspecify.annotations.NullMarked;
