package dev.civicwire.enrich.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Parts of speech and lemmas of one sentence, each worked out when first asked for.
final class Tagging {
  private final LanguageTools tools;
  private final boolean withinBudget;
  private String[] words = new String[0];
  private String @Nullable [] tags;
  private String @Nullable [] lemmas;

  Tagging(LanguageTools tools, boolean withinBudget) {
    this.tools = tools;
    this.withinBudget = withinBudget;
  }

  void words(String[] sentence) {
    this.words = sentence;
  }

  String pos(int index) {
    return withinBudget ? tags()[index] : "X";
  }

  String lemma(int index) {
    if (!withinBudget) {
      return words[index].toLowerCase(Locale.ROOT);
    }
    String[] known = lemmas;
    if (known == null) {
      known = tools.lemmas(words, tags());
      lemmas = known;
    }
    String lemma = known[index];
    return lemma.equals("_") || lemma.equals("O") ? words[index].toLowerCase(Locale.ROOT) : lemma;
  }

  private String[] tags() {
    String[] known = tags;
    if (known == null) {
      known = tools.tags(words);
      tags = known;
    }
    return known;
  }
}
