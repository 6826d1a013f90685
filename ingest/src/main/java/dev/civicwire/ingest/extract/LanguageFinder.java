package dev.civicwire.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/// Tells the language of a text, and checks what the page declares against it.
final class LanguageFinder {
  private static final String MODEL = "/langdetect-183.bin";

  /// The declaration is overruled by a detection that is surer than this.
  private static final double SURE = 0.9;

  /// Shorter texts are not judged, and no more than so many characters are looked at.
  private static final int MIN_TEXT = 100;

  private static final int MAX_TEXT = 500;

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private final LanguageDetectorME detector;

  LanguageFinder() {
    try (InputStream in = LanguageFinder.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(
            "the language model " + MODEL + " is not on the class path");
      }
      detector = new LanguageDetectorME(new LanguageDetectorModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(Locale.of(code).getISO3Language(), code);
    }
    codes.put("cmn", "zh");
    codes.put("ekk", "et");
    codes.put("lvs", "lv");
    codes.put("pes", "fa");
    codes.put("nob", "no");
    return Map.copyOf(codes);
  }

  /// The language of `text` as an ISO 639-1 code.
  Optional<Found<String>> find(String declared, String text) {
    String base = Texts.lower(declared).split("[-_,; ]", 2)[0];
    Optional<String> stated =
        base.length() == 2 ? Optional.of(base) : Optional.ofNullable(TWO_LETTERS.get(base));
    if (text.length() < MIN_TEXT) {
      return stated.map(code -> new Found<>(code, "lang", 0.6));
    }
    if (stated.isPresent()
        && StopWords.prove(stated.get(), text.substring(0, Math.min(text.length(), MAX_TEXT)))) {
      return Optional.of(new Found<>(stated.get(), "lang", 0.95));
    }
    Language language =
        detector.predictLanguage(text.substring(0, Math.min(text.length(), MAX_TEXT)));
    Optional<String> detected = Optional.ofNullable(TWO_LETTERS.get(language.getLang()));
    if (stated.isPresent() && (detected.isEmpty() || agree(stated.get(), detected.get()))) {
      return Optional.of(new Found<>(stated.get(), "lang", 0.95));
    }
    boolean sure =
        language.getConfidence() >= SURE
            || detected.filter(code -> StopWords.prove(code, text)).isPresent();
    if (stated.isPresent() && !sure) {
      return Optional.of(new Found<>(stated.get(), "lang", 0.7));
    }
    return detected.map(code -> new Found<>(code, "detected", language.getConfidence()));
  }

  private static boolean agree(String stated, String detected) {
    return stated.equals(detected) || (isNorwegian(stated) && isNorwegian(detected));
  }

  private static boolean isNorwegian(String code) {
    return code.equals("no") || code.equals("nb") || code.equals("nn");
  }
}
