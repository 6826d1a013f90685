/// The real Kafka broker and the real Elasticsearch node as child JVMs, for the default start on
/// one machine and for tests.
///
/// [EmbeddedBroker] and [EmbeddedNode] are the way in. Both listen on loopback only, keep
/// everything in one data folder, stop when they are closed, and die with this process however it
/// dies.
@NullMarked
package dev.civicwire.embedded;

import org.jspecify.annotations.NullMarked;
