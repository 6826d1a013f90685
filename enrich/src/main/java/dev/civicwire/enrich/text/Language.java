package dev.civicwire.enrich.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells languages by their scripts and function words, from the first part of a text.
final class Language {
  /// Characters looked at; more change nothing.
  private static final int WINDOW = 20_000;

  /// Fewer words say nothing about the language.
  private static final int MIN_WORDS = 5;

  /// Of ten words of a language at least one is among its function words here; names and addresses
  /// have fewer by chance.
  private static final int ONE_OF = 10;

  /// In an order that is the same everywhere, so that ties are too.
  private static final Map<String, String> FUNCTION_WORDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "en",
                  "the of and to in is for on with that at by from it be are was will as has a an i"
                      + " this we our you your their its he she his her they not or but have had been"
                      + " who which if more new up out all can would said"),
              Map.entry(
                  "fr",
                  "le la les des du et une dans pour sur est que qui par avec au aux ce sont pas"),
              Map.entry(
                  "de",
                  "der die das und den dem ein eine ist mit von für im auf zu nicht sich auch wird bei"),
              Map.entry(
                  "es", "el la los las del y una que en por para con es se su al como más ha lo"),
              Map.entry(
                  "it",
                  "il lo gli di che e un una per con del della dei nel sono è alla dal più le"),
              Map.entry(
                  "nl",
                  "de het een van en in is dat op te voor met zijn niet aan door ook bij naar wordt"),
              Map.entry(
                  "pt", "o os as do da dos das e em um uma que para com por não no na ao mais"),
              Map.entry(
                  "sv",
                  "och att det en ett som är av för på med den till inte har om de var ska vid"),
              Map.entry(
                  "da", "og at det en et som er af for på med den til ikke har om de var skal ved"),
              Map.entry(
                  "pl", "i w z na do się nie jest że oraz o dla od przez są to po jak być za"),
              Map.entry(
                  "cy", "yn y yr a i o ar mae ei gan wedi bod hefyd gyda fel eu am neu sydd hwn")));

  private static final Map<String, List<String>> LANGUAGES = languages();

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private Language() {}

  static String of(String normal) {
    String sample = normal.substring(0, Math.min(normal.length(), WINDOW));
    String script = script(sample);
    return script.equals("latin") ? byWords(sample) : script;
  }

  private static String script(String sample) {
    int latin = 0;
    int other = 0;
    String seen = "und";
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      if (Character.isLetter(c)) {
        String code = code(c);
        if (code.equals("latin")) {
          latin++;
        } else {
          other++;
          seen = code;
        }
      }
    }
    return latin + other == 0 ? "und" : latin >= other ? "latin" : seen;
  }

  private static String code(char c) {
    return switch (Character.UnicodeScript.of(c)) {
      case LATIN -> "latin";
      case ARABIC -> "ar";
      case HEBREW -> "he";
      case CYRILLIC -> "ru";
      case GREEK -> "el";
      case HAN -> "zh";
      case HIRAGANA, KATAKANA -> "ja";
      case HANGUL -> "ko";
      case DEVANAGARI -> "hi";
      case BENGALI -> "bn";
      default -> "und";
    };
  }

  /// English wins a tie: what it shares with others are its short words.
  private static String byWords(String sample) {
    Map<String, Integer> hits = new HashMap<>();
    int words = 0;
    Matcher word = WORD.matcher(sample.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words++;
      for (String code : LANGUAGES.getOrDefault(word.group(), List.of())) {
        hits.merge(code, 1, Integer::sum);
      }
    }
    if (words < MIN_WORDS) {
      return "und";
    }
    int least = Math.ceilDiv(words, ONE_OF);
    String best = "en";
    int most = hits.getOrDefault(best, 0);
    for (String code : FUNCTION_WORDS.keySet()) {
      int count = hits.getOrDefault(code, 0);
      if (count > most && count >= least) {
        most = count;
        best = code;
      }
    }
    return most == 0 ? "und" : best;
  }

  /// The languages of each function word.
  private static Map<String, List<String>> languages() {
    Map<String, List<String>> languages = new HashMap<>();
    FUNCTION_WORDS.forEach(
        (code, words) -> {
          for (String word : words.split(" ")) {
            languages.computeIfAbsent(word, w -> new ArrayList<>(1)).add(code);
          }
        });
    return languages;
  }
}
