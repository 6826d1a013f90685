package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what stands in a byline of one outlet into names of people.
final class AuthorNames {
  private static final int MAX_WORDS = 5;
  private static final int MAX_LENGTH = 45;

  /// Longer bylines, with their markup, are not read, in characters.
  private static final int MAX_RAW = 4_000;

  private static final Pattern LEAD =
      Pattern.compile(
          "^\\W*(?:(?:this )?(?:post|article|story|piece|guide) (?:was|is)"
              + " (?:written|authored|contributed)"
              + " by|(?:written|words|posted|published|reported|story|text|article|reviewed|compiled|interview|post|updated|authored|created)\\s?by|(?:eingestellt|veröffentlicht|geschrieben|verfasst)"
              + " von|post"
              + " author|by|von|vom|par|por|di|da|door|av|af|från|fra|autor|autorin|autoren|words(?=:)|author|authors|auteur|autore|autora|text|texte?|redaktion|kommentar|ein"
              + " kommentar von|eine analyse von|ein gastbeitrag"
              + " von|about|über|interview|reporter|writer|contributor|editor|posted|автор|текст)(?=[\\s:]|(?-i:\\p{Lu}))[\\s:]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SPLIT =
      Pattern.compile(
          "\\s*[,;|/•·、，\\n"
              + "&+]\\s*|\\s+(?:and|und|et|y|e|och|og|en|ve|with|mit|avec|con|i|și|и)\\s+|\\s+[-–—]\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*(?:\\(.*|\\[.*|<.*|\\||@.*|https?:.*|\\bon"
              + " \\d.*|\\bpublished\\b.*|\\bposted\\b.*|\\bupdated\\b.*|\\bpubli[ée]e?(?!\\p{L}).*|\\bmis à jour\\b.*|\\bveröffentlicht\\b.*|\\baktualisiert\\b.*|\\bin [A-Z].*|\\bfor"
              + " [A-Z].*"
              + "|\\b(?:am|le|el|den|on|at|vom)\\s+\\d.*|(?<=\\s)(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)$|\\d{1,2}[./].*|\\d{4}.*|\\s기자$|\\s특파원$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i)^(?:ph\\.?d\\.?|m\\.?d\\.?|m\\.?a\\.?|m\\.?sc\\.?|b\\.?sc\\.?|mba|rn|rd|rdn|ms|cpa|cfp|jr\\.?|sr\\.?|esq\\.?|ii|iii|cfa|dds|np|lcsw|pharmd)\\.?$");

  private static final Pattern OTHERS =
      Pattern.compile(
          "(?i)\\b(?:(?:(?:medically|expert|fact|legally|clinically|peer)["
              + " -])?(?:reviewed|checked|edited|fact-checked|approved|translated|photographed|illustrated)\\s+by|(?:photos?(?:graphs|graphy)?|pictures?)(?:"
              + " by|:)|fotos?:|bilder?:|images? by|photographies?\\s*:)");

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ABBREVIATED = Pattern.compile(".*\\b(?:\\p{Lu}|[JS]r)\\.");
  private static final Pattern HOST = Pattern.compile(".*\\p{L}\\.\\p{L}{2,5}");
  private static final Pattern NAME_PART = Pattern.compile("\\p{L}+");

  /// Words of two letters and more without a vowel, and those of scripts that have no small
  /// letters.
  private static final Pattern ACRONYM =
      Pattern.compile(
          "(?<!\\p{L})(?!(?:ST|MC|DR)(?!\\p{L}))[BCDFGHJKLMNPQRSTVWXZ]{2,}(?!\\p{L})|\\p{Lo}");

  private static final Pattern NAME_WORD =
      Pattern.compile("\\p{Lu}[\\p{Ll}'’-]+\\p{L}*|\\p{Lu}\\.");

  /// Names that publishing systems put where nobody was named.
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "user",
          "unknown",
          "anonymous",
          "author",
          "authors",
          "autor",
          "by",
          "von",
          "name",
          "null",
          "undefined",
          "none",
          "webmaster",
          "root",
          "guest",
          "no author",
          "share",
          "follow",
          "folgen",
          "website",
          "wordpress",
          "posted",
          "published by",
          "home",
          "about",
          "contact");

  private static final Set<String> NOT_NAMES = words("not-names.tsv");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "das", "di", "del", "della", "du", "des", "la", "le", "van",
          "von", "vom", "der", "den", "ten", "ter", "zu", "zur", "al", "el", "bin", "ben", "ibn",
          "y", "e", "af", "av", "d", "o", "st", "mc", "dr", "prof", "bint", "abu");

  /// Those of [#PARTICLES] that begin with a capital.
  private static final Set<String> TITLES = Set.of("st", "mc", "dr", "prof");

  /// Letters of the outlet's names: as it calls itself, and of its host without what all share.
  private final List<String> outlets;

  /// @param site name of the outlet, empty where unknown
  /// @param host that the page is on, empty where unknown
  AuthorNames(String site, String host) {
    String[] labels = host.split("\\.");
    String own = labels.length < 2 ? "" : labels[labels.length - (isShared(labels) ? 3 : 2)];
    this.outlets =
        List.of(Texts.letters(site).replace(" ", ""), Texts.letters(own).replace(" ", ""));
  }

  /// `council.gov.uk`: the second label is shared too.
  private static boolean isShared(String[] labels) {
    return labels.length > 2 && labels[labels.length - 2].length() <= 3;
  }

  private static Set<String> words(String resource) {
    return Rows.of(resource).stream()
        .map(row -> row[0])
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /// The names of people in `byline`; `trusted` says that it came from a field for authors.
  List<String> people(String byline, boolean trusted) {
    List<String> names = new ArrayList<>();
    if (byline.length() > MAX_RAW) {
      return names;
    }
    String rest = Texts.fold(Texts.plain(byline));
    if (rest.length() > 300 || rest.startsWith("http") || rest.startsWith("www.")) {
      return names;
    }
    rest = withoutOthers(strip(rest));
    Matcher cut = SPLIT.matcher(rest);
    int from = 0;
    boolean affiliated = false;
    while (from <= rest.length()) {
      boolean more = cut.find(from);
      String part = rest.substring(from, more ? cut.start() : rest.length());
      boolean address = part.indexOf('@') > 0 && part.strip().indexOf(' ') < 0;
      String cleaned = clean(part);
      String name = inSmall(withoutRole(cleaned));
      if (!affiliated && !address && isPerson(name, trusted)) {
        AuthorFinder.add(names, List.of(name));
        affiliated = false;
      } else if (!names.isEmpty() && isRole(cleaned)) {
        affiliated = true;
      }
      if (!more) {
        break;
      }
      affiliated &= cut.group().indexOf(',') >= 0 || cut.group().indexOf('-') >= 0;
      from = Math.max(cut.end(), from + 1);
    }
    return names;
  }

  private boolean isPerson(String name, boolean trusted) {
    return isName(name, trusted)
        && !isOutlet(name)
        && !CREDENTIAL.matcher(name).matches()
        && !(name.indexOf(' ') < 0 && name.indexOf('.') > 0 && !name.endsWith("."));
  }

  /// What follows such a part after a comma is an employer and no further author.
  private static boolean isRole(String part) {
    for (String word : BLANKS.split(part)) {
      if (NOT_NAMES.contains(Texts.letters(word))) {
        return true;
      }
    }
    return false;
  }

  /// Who reviewed, edited or photographed is no author.
  private static String withoutOthers(String byline) {
    Matcher others = OTHERS.matcher(byline);
    return others.find() && others.start() > 3 ? byline.substring(0, others.start()) : byline;
  }

  /// A team or an outlet that an author's field names: what it says, cleaned; nothing where that is
  /// a placeholder of the publishing system, an address or no name at all.
  static Optional<String> collective(String declared) {
    if (declared.length() > MAX_RAW) {
      return Optional.empty();
    }
    String name = clean(strip(Texts.fold(Texts.plain(declared))));
    String letters = Texts.letters(name);
    boolean address = name.startsWith("http") || name.indexOf('@') >= 0 || name.indexOf('/') >= 0;
    boolean placeholder = letters.contains("admin") || PLACEHOLDERS.contains(letters);
    boolean code = name.chars().filter(c -> c == '.' || c == '_').count() > 1;
    boolean named = letters.length() >= 2 && BLANKS.split(name).length <= MAX_WORDS;
    return named && name.length() <= MAX_LENGTH && !address && !placeholder && !code
        ? Optional.of(name)
        : Optional.empty();
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
        && !ABBREVIATED.matcher(name).matches()) {
      name = name.substring(0, name.length() - 1).strip();
    }
    while (!name.isEmpty() && ".,:;-–—*\"'“”„‚’»«#".indexOf(name.charAt(0)) >= 0) {
      name = name.substring(1).strip();
    }
    return name;
  }

  /// `Jane Doe Political Editor` is Jane Doe: what follows two words of a name and is none goes.
  private static String withoutRole(String name) {
    String[] words = BLANKS.split(name);
    for (int at = 2; at < words.length; at++) {
      if (NOT_NAMES.contains(Texts.letters(words[at]))) {
        return String.join(" ", List.of(words).subList(0, at));
      }
    }
    return name;
  }

  /// `ANYA DE SOUZA` as it is written elsewhere.
  private static String inSmall(String name) {
    boolean capitals = name.indexOf(' ') > 0 && name.equals(name.toUpperCase(Locale.ROOT));
    if (!capitals || ACRONYM.matcher(name).find()) {
      return name;
    }
    return NAME_PART
        .matcher(name)
        .replaceAll(part -> Matcher.quoteReplacement(small(part.group())));
  }

  private static String small(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (PARTICLES.contains(lower) && !TITLES.contains(lower)) {
      return lower;
    }
    int begin = lower.startsWith("mc") && lower.length() > 4 ? 3 : 1;
    String head = begin == 3 ? "Mc" + word.charAt(2) : word.substring(0, 1);
    return head + lower.substring(begin);
  }

  private static boolean isName(String name, boolean trusted) {
    if (name.length() < 2 || name.length() > MAX_LENGTH || name.indexOf('@') >= 0) {
      return false;
    }
    String[] words = BLANKS.split(name);
    boolean address = words.length == 1 && HOST.matcher(name).matches();
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
  static boolean isPersonal(String name) {
    String[] words = BLANKS.split(name);
    boolean few = words.length == 2 || words.length == 3;
    return few && List.of(words).stream().allMatch(word -> NAME_WORD.matcher(word).matches());
  }

  private boolean isOutlet(String name) {
    String letters = Texts.letters(name).replace(" ", "");
    return outlets.stream()
        .anyMatch(
            outlet ->
                !outlet.isEmpty()
                    && !(letters.equals(outlet) && isPersonal(name))
                    && (letters.equals(outlet)
                        || (letters.length() > 4 && outlet.startsWith(letters))
                        || (outlet.length() > 4 && letters.startsWith(outlet))));
  }
}
