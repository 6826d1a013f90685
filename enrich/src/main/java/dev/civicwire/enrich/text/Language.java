package dev.civicwire.enrich.text;

import java.util.Locale;
import java.util.Map;

/// Tells languages by their scripts and function words, from the first part of a text.
final class Language {
  /// Characters looked at; more change nothing.
  private static final int WINDOW = 20_000;

  /// Fewer words say nothing about the language.
  private static final int MIN_WORDS = 5;

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(
              "en", " the of and to in is for on with that at by from it be are was will as has "),
          Map.entry(
              "fr",
              " le la les des du et une dans pour sur est que qui par avec au aux ce sont pas "),
          Map.entry(
              "de",
              " der die das und den dem ein eine ist mit von für im auf zu nicht sich auch wird bei "),
          Map.entry(
              "es", " el la los las del y una que en por para con es se su al como más ha lo "),
          Map.entry(
              "it", " il lo gli di che e un una per con del della dei nel sono è alla dal più le "),
          Map.entry(
              "nl",
              " de het een van en in is dat op te voor met zijn niet aan door ook bij naar wordt "),
          Map.entry("pt", " o os as do da dos das e em um uma que para com por não no na ao mais "),
          Map.entry(
              "sv",
              " och att det en ett som är av för på med den till inte har om de var ska vid "),
          Map.entry(
              "da", " og at det en et som er af for på med den til ikke har om de var skal ved "),
          Map.entry("pl", " i w z na do się nie jest że oraz o dla od przez są to po jak być za "),
          Map.entry(
              "cy", " yn y yr a i o ar mae ei gan wedi bod hefyd gyda fel eu am neu sydd hwn "));

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

  private static String byWords(String sample) {
    String[] words = sample.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
    String best = "und";
    int most = 0;
    for (Map.Entry<String, String> language : WORDS.entrySet()) {
      int hits = 0;
      for (String word : words) {
        if (!word.isEmpty() && language.getValue().contains(" " + word + " ")) {
          hits++;
        }
      }
      if (hits > most || (hits == most && hits > 0 && language.getKey().equals("en"))) {
        most = hits;
        best = language.getKey();
      }
    }
    return words.length < MIN_WORDS || most == 0 ? "und" : best;
  }
}
