package dev.civicwire.enrich.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Puts other people's names into an article: one new name for each old one, surnames alone
/// included.
final class Substitution {
  private static final Pattern PERSON = Pattern.compile("\\{P:([^}]{1,200})}");

  private final List<String> given;
  private final List<String> surnames;

  Substitution(List<String> given, List<String> surnames) {
    this.given = given;
    this.surnames = surnames;
  }

  List<String> rename(List<String> article, Random random) {
    Map<String, String> parts = new HashMap<>();
    List<String> renamed = new ArrayList<>();
    for (String line : article) {
      renamed.add(PERSON.matcher(line).replaceAll(m -> "{P:" + name(m, parts, random) + "}"));
    }
    return renamed;
  }

  private String name(MatchResult match, Map<String, String> parts, Random random) {
    String[] words = match.group(1).split(" ");
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      boolean first = i == 0 && words.length > 1;
      String word = words[i];
      name.append(i == 0 ? "" : " ");
      name.append(parts.computeIfAbsent(word, w -> first ? pick(given, random) : surname(random)));
    }
    return name.toString();
  }

  private String surname(Random random) {
    String one = pick(surnames, random);
    return random.nextInt(5) == 0 ? one + "-" + pick(surnames, random) : one;
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
