package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what stands in a byline into names of people.
final class AuthorNames {
  private static final int MAX_WORDS = 5;
  private static final int MAX_LENGTH = 45;

  private static final Pattern LEAD =
      Pattern.compile(
          "^\\W*(?:(?:written|words|posted|published|reported|story|text|article|reviewed|compiled|interview|post|updated|authored|created)"
              + "\\s?by|(?:eingestellt|veröffentlicht|geschrieben|verfasst) von|post author|by|von|vom|par|por|di|da|door|av|af|från|fra|autor|autorin|autoren|author|authors|auteur|autore|autora|text|texte?"
              + "|redaktion|kommentar|ein kommentar von|eine analyse von|ein gastbeitrag von|about|über|interview|reporter|writer|contributor|editor|posted|автор|текст)(?=[\\s:]|(?-i:\\p{Lu}))[\\s:]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SPLIT =
      Pattern.compile(
          "\\s*[,;|/•·、，\\n&+]\\s*|\\s+(?:and|und|et|y|e|och|og|en|ve|with|mit|avec|con|i|și|и)\\s+|\\s+[-–—]\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*(?:\\(.*|\\[.*|<.*|\\||@.*|https?:.*|\\bon \\d.*|\\bpublished\\b.*|\\bposted\\b.*|\\bupdated\\b.*|\\bin [A-Z].*|\\bfor [A-Z].*"
              + "|\\b(?:am|le|el|den|on|at|vom)\\s+\\d.*|(?<=\\s)(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)$|\\d{1,2}[./].*|\\d{4}.*|\\s기자$|\\s특파원$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i)^(?:ph\\.?d\\.?|m\\.?d\\.?|m\\.?a\\.?|m\\.?sc\\.?|b\\.?sc\\.?|mba|rn|rd|rdn|ms|cpa|cfp|jr\\.?|sr\\.?|esq\\.?|ii|iii|cfa|dds|np|lcsw|pharmd)\\.?$");

  private static final Set<String> NOT_NAMES = words("not-names.tsv");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "das", "di", "del", "della", "du", "des", "la", "le", "van",
          "von", "vom", "der", "den", "ten", "ter", "zu", "zur", "al", "el", "bin", "ben", "ibn",
          "y", "e", "af", "av", "d", "o", "st", "mc", "dr", "prof", "bint", "abu");

  private AuthorNames() {}

  private static Set<String> words(String resource) {
    return Rows.of(resource).stream()
        .map(row -> row[0])
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /// The names in `byline`; `trusted` says that it came from a field for authors. An empty `site`
  /// lets names of outlets through, for fields that say they name a person.
  static List<String> of(String byline, boolean trusted, String site) {
    List<String> names = new ArrayList<>();
    String rest = Texts.fold(Texts.plain(byline));
    if (rest.length() > 300 || rest.startsWith("http") || rest.startsWith("www.")) {
      return names;
    }
    for (String part : SPLIT.split(strip(rest))) {
      if (part.indexOf('@') > 0 && part.strip().indexOf(' ') < 0) {
        continue;
      }
      String name = withoutRole(clean(part));
      if (isName(name, trusted) && !isOutlet(name, site) && !CREDENTIAL.matcher(name).matches()) {
        if (names.stream().noneMatch(known -> Texts.letters(known).equals(Texts.letters(name)))) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /// Whether `line` begins as bylines do.
  static boolean hasLead(String line) {
    return LEAD.matcher(line).find();
  }

  private static String strip(String text) {
    String rest = text;
    for (int round = 0; round < 3; round++) {
      Matcher lead = LEAD.matcher(rest);
      if (!lead.find()) {
        break;
      }
      rest = rest.substring(lead.end());
    }
    return rest;
  }

  private static String clean(String part) {
    String name = TAIL.matcher(strip(part.strip())).replaceFirst("").strip();
    while (!name.isEmpty()
        && ".,:;-–—*\"'“”„‚’»«".indexOf(name.charAt(name.length() - 1)) >= 0
        && !name.matches(".*\\b(?:\\p{Lu}|[JS]r)\\.")) {
      name = name.substring(0, name.length() - 1).strip();
    }
    while (!name.isEmpty() && ".,:;-–—*\"'“”„‚’»«#".indexOf(name.charAt(0)) >= 0) {
      name = name.substring(1).strip();
    }
    return name;
  }

  /// `Jane Doe Political Editor` is Jane Doe: what follows two words of a name and is none goes.
  private static String withoutRole(String name) {
    String[] words = name.split("\\s+");
    for (int at = 2; at < words.length; at++) {
      if (NOT_NAMES.contains(Texts.letters(words[at]))) {
        return String.join(" ", List.of(words).subList(0, at));
      }
    }
    return name;
  }

  private static boolean isName(String name, boolean trusted) {
    if (name.length() < 2 || name.length() > MAX_LENGTH || name.indexOf('@') >= 0) {
      return false;
    }
    String[] words = name.split("\\s+");
    boolean address = words.length == 1 && name.matches(".*\\p{L}\\.\\p{L}{2,5}");
    if (address || words.length > MAX_WORDS || NOT_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (String word : words) {
      if (NOT_NAMES.contains(Texts.letters(word)) || (!trusted && !startsName(word))) {
        return false;
      }
    }
    boolean digits = name.chars().anyMatch(Character::isDigit);
    return !digits && (trusted || words.length >= 2 || isWide(name));
  }

  private static boolean isWide(String name) {
    return name.charAt(0) > 0x3000 && name.length() <= 6;
  }

  private static boolean startsName(String word) {
    char first = word.charAt(0);
    return Character.isUpperCase(first)
        || !Character.isLowerCase(first)
        || PARTICLES.contains(Texts.letters(word).split(" ")[0]);
  }

  /// Blogs bear the names of their writers: two or three words, each a capital and small letters.
  private static boolean isPersonal(String name) {
    String[] words = name.split("\\s+");
    boolean few = words.length == 2 || words.length == 3;
    return few
        && List.of(words).stream()
            .allMatch(word -> word.matches("\\p{Lu}[\\p{Ll}'’-]+\\p{L}*|\\p{Lu}\\."));
  }

  private static boolean isOutlet(String name, String site) {
    String letters = Texts.letters(name).replace(" ", "");
    String outlet = Texts.letters(site).replace(" ", "");
    if (letters.equals(outlet) && isPersonal(name)) {
      return false;
    }
    return !outlet.isEmpty()
        && (letters.equals(outlet)
            || (letters.length() > 4 && outlet.startsWith(letters))
            || (outlet.length() > 4 && letters.startsWith(outlet)));
  }
}
