package dev.civicwire.ingest.extract;

/// A value, where it stood and how sure it is.
record Found<T>(T value, String from, double confidence) {}
