package dev.civicwire.enrich.quote;

/// A speaker proposed for a stretch of speech.
///
/// @param rule that proposes it
/// @param speaker with how sure the rule is
record Attribution(Rule rule, Speaker speaker) {
  /// What ties a speaker to a stretch; an earlier one wins.
  enum Rule {
    BEHIND("said behind it"),
    BEFORE("said before it"),
    CARRIED("the speech goes on"),
    SENTENCE("the sentence before says"),
    PARAGRAPH("the paragraph before speaks");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
