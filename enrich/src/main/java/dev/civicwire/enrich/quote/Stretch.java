package dev.civicwire.enrich.quote;

/// Words between quotation marks, on one paragraph.
///
/// @param start offset of the first character behind the opening mark
/// @param end offset of the closing mark, or of the paragraph's end where the speech goes on
/// @param line number of its paragraph
/// @param closed false where the paragraph ends before the speech does
record Stretch(int start, int end, int line, boolean closed) {}
