package dev.civicwire.enrich.name;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Person;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Joins the mentions of one person: full name, surname, given name.
final class People {
  private final String text;
  private final Words words;
  private final Posts posts;
  private final PersonWords lexicon;

  People(String text, Words words, Posts posts, PersonWords lexicon) {
    this.text = text;
    this.words = words;
    this.posts = posts;
    this.lexicon = lexicon;
  }

  /// The people; words that turn out to be their surnames are taken.
  List<Person> of(List<PersonMention> mentions, Taken taken, Credits credits) {
    Map<String, List<PersonMention>> groups = new LinkedHashMap<>();
    for (PersonMention mention : mentions) {
      taken.take(mention.first(), mention.last());
      groups.computeIfAbsent(name(mention), n -> new ArrayList<>()).add(mention);
    }
    merge(groups);
    Map<String, List<Integer>> shorter = shortForms(groups, taken, credits);
    List<Person> people = new ArrayList<>();
    groups.forEach(
        (name, found) -> people.add(person(name, found, shorter.getOrDefault(name, List.of()))));
    people.addAll(titledOnly(taken, credits));
    return people;
  }

  /// `Jane A. Smith` and `Jane Smith` are one.
  private static void merge(Map<String, List<PersonMention>> groups) {
    Map<String, String> fullest = new HashMap<>();
    for (String name : groups.keySet()) {
      fullest.merge(ends(name), name, (a, b) -> a.length() >= b.length() ? a : b);
    }
    for (String name : List.copyOf(groups.keySet())) {
      String other = fullest.getOrDefault(ends(name), name);
      if (!other.equals(name)) {
        List<PersonMention> all = new ArrayList<>(groups.getOrDefault(other, List.of()));
        all.addAll(groups.getOrDefault(name, List.of()));
        groups.put(other, all);
        groups.remove(name);
      }
    }
  }

  private static String ends(String name) {
    return name.substring(0, Math.max(0, name.indexOf(' ')))
        + name.substring(name.lastIndexOf(' ') + 1);
  }

  private Map<String, List<Integer>> shortForms(
      Map<String, List<PersonMention>> groups, Taken taken, Credits credits) {
    Map<String, String> surnames = new HashMap<>();
    for (String name : groups.keySet()) {
      if (name.indexOf(' ') > 0) {
        surnames.putIfAbsent(name.substring(name.lastIndexOf(' ') + 1), name);
      }
    }
    for (String name : groups.keySet()) {
      if (name.indexOf(' ') > 0) {
        surnames.putIfAbsent(name.substring(0, name.indexOf(' ')), name);
      }
    }
    Map<String, List<Integer>> found = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.capital(i) && !taken.has(i) && !credits.masked(i)) {
        String owner = surnames.get(words.surface(i));
        if (owner != null) {
          found.computeIfAbsent(owner, o -> new ArrayList<>()).add(i);
          taken.take(i, i + 1);
        }
      }
    }
    return found;
  }

  private Person person(String name, List<PersonMention> mentions, List<Integer> shorter) {
    List<Mention> places = new ArrayList<>();
    mentions.forEach(m -> places.add(place(m.first(), m.last())));
    shorter.forEach(i -> places.add(place(i, i + 1)));
    double confidence =
        mentions.stream().mapToDouble(PersonMention::confidence).max().orElseThrow();
    double sure = Math.min(0.99, confidence + (shorter.isEmpty() ? 0 : 0.02));
    Optional<String> post =
        mentions.stream().flatMap(m -> posts.of(m.first(), m.last()).stream()).findFirst();
    PersonMention fullest = mentions.getFirst();
    return new Person(
        name,
        post,
        Evidence.of(place(fullest.first(), fullest.last()), places, sure, fullest.annotator()));
  }

  /// `Mr Smith` whose given name the text does not tell.
  private List<Person> titledOnly(Taken taken, Credits credits) {
    Map<String, List<Mention>> found = new LinkedHashMap<>();
    for (int i = 1; i < words.size(); i++) {
      String title = words.key(words.key(i - 1).equals(".") ? i - 2 : i - 1);
      boolean courtesy =
          title.equals("mr")
              || title.equals("mrs")
              || title.equals("ms")
              || title.equals("dr")
              || title.equals("cllr")
              || title.equals("sir")
              || title.equals("miss");
      if (courtesy
          && words.capital(i)
          && !taken.has(i)
          && !credits.masked(i)
          && !lexicon.common(words.key(i))
          && words.sameSentence(i - 1, i)) {
        found.computeIfAbsent(words.surface(i), n -> new ArrayList<>()).add(place(i, i + 1));
        taken.take(i, i + 1);
      }
    }
    List<Person> people = new ArrayList<>();
    found.forEach(
        (name, places) ->
            people.add(
                new Person(
                    name,
                    Optional.empty(),
                    Evidence.of(places.getFirst(), places, 0.6, PersonFinder.RULES))));
    return people;
  }

  private String name(PersonMention mention) {
    return words.phrase(mention.first(), mention.last());
  }

  private Mention place(int first, int last) {
    return Mention.of(text, words.start(first), words.end(last - 1));
  }
}
