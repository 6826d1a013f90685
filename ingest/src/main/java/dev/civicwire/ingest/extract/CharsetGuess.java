package dev.civicwire.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/// Guesses the charset of bytes of which nothing is declared and that are no UTF-8. Many encodings
/// fit the same bytes, so that each that fits is asked how much of the text it gives are the signs
/// that its language uses most.
final class CharsetGuess {
  /// How much of a page is looked at, in bytes.
  private static final int SAMPLE = 64 * 1024;

  /// High bytes of Western text stand alone; those of other scripts in runs.
  private static final double IN_RUNS = 0.6;

  /// Least share of usual signs, in terms of what the language has.
  private static final double MIN_SHARE = 0.5;

  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// @param name of the charset
  /// @param usual signs that its language uses most; empty for all of a range
  /// @param first and
  /// @param last of the range that is usual where no signs are named
  /// @param share of its signs that are usual in common text
  private record Script(String name, String usual, char first, char last, double share) {
    boolean isUsual(char c) {
      return usual.isEmpty() ? c >= first && c <= last : usual.indexOf(c) >= 0;
    }
  }

  private static final List<Script> SCRIPTS =
      List.of(
          new Script("windows-31j", "", '\u3041', '\u30fe', 0.4),
          new Script("EUC-JP", "", '\u3041', '\u30fe', 0.4),
          new Script("x-windows-949", "", '\uac00', '\ud7a3', 0.9),
          new Script(
              "GB18030",
              "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实市政新务员公日月",
              '0',
              '0',
              0.3),
          new Script(
              "Big5",
              "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實市政新務員公日月",
              '0',
              '0',
              0.3),
          new Script("windows-1251", "оеаинтсрвлкмдпу", '0', '0', 0.78),
          new Script("KOI8-R", "оеаинтсрвлкмдпу", '0', '0', 0.78),
          new Script("windows-1253", "αοιετσνηυρπκμλςόίάέ", '0', '0', 0.85));

  private CharsetGuess() {}

  static Charset of(byte[] bytes) {
    int end = Math.min(bytes.length, SAMPLE);
    if (isEscaped(bytes, end)) {
      return Charset.forName("ISO-2022-JP");
    }
    if (!standsInRuns(bytes, end)) {
      return WESTERN;
    }
    Charset best = WESTERN;
    double most = MIN_SHARE;
    for (Script script : SCRIPTS) {
      Charset charset = Charset.forName(script.name);
      double share = usual(bytes, end, charset, script) / script.share;
      if (share > most) {
        best = charset;
        most = share;
      }
    }
    return best;
  }

  /// ISO-2022 begins its Japanese with an escape, a dollar sign and a letter.
  private static boolean isEscaped(byte[] bytes, int end) {
    for (int at = 0; at + 2 < end; at++) {
      if (bytes[at] == 0x1b && bytes[at + 1] == '$' && (bytes[at + 2] | 2) == 'B') {
        return true;
      }
    }
    return false;
  }

  private static boolean standsInRuns(byte[] bytes, int end) {
    int high = 0;
    int paired = 0;
    for (int at = 0; at < end; at++) {
      if (bytes[at] < 0) {
        high++;
        boolean before = at > 0 && bytes[at - 1] < 0;
        paired += before || (at + 1 < end && bytes[at + 1] < 0) ? 1 : 0;
      }
    }
    return high > 0 && paired > high * IN_RUNS;
  }

  /// The share of usual signs in what is no ASCII; 0 where the bytes are none of `charset`.
  private static double usual(byte[] bytes, int end, Charset charset, Script script) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(end + 16);
    boolean whole = end == bytes.length;
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, 0, end), text, whole);
    if (result.isError()) {
      return 0;
    }
    text.flip();
    int all = 0;
    int usual = 0;
    while (text.hasRemaining()) {
      char c = text.get();
      all += c >= 0x80 ? 1 : 0;
      usual += c >= 0x80 && script.isUsual(c) ? 1 : 0;
    }
    return all == 0 ? 0 : (double) usual / all;
  }
}
