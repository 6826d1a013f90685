package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An address over several lines, as job boards write it: a line such as `Job locations`, below it
/// building, street and town with a line each, and the postcode.
final class AddressLines {
  private static final int LONGEST = 5;
  private static final int LINES = 5;
  private static final Set<String> LABEL =
      Set.of("job", "work", "workplace", "location", "locations", "address", "base", "site");
  private static final Pattern POSTCODE =
      Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}");

  private final Words words;
  private final Taken taken;

  AddressLines(Words words, Taken taken) {
    this.words = words;
    this.taken = taken;
  }

  /// The whole line that starts at `i`, where it is a part of an address.
  Optional<PlaceMention> at(int i) {
    boolean part = words.startsLine(i) && isPart(i) && isBelowLabel(i) && isAbovePostcode(i);
    return part && taken.free(i, words.lineLast(i))
        ? Optional.of(new PlaceMention(i, words.lineLast(i), Optional.empty(), 0.7, "address/1"))
        : Optional.empty();
  }

  /// A short line of names and numbers.
  private boolean isPart(int first) {
    int last = words.lineLast(first);
    for (int i = first; i < last; i++) {
      boolean small = words.key(i).equals("of") || words.key(i).equals("'s");
      if (!words.capital(i) && words.shape(i) != Shape.NUMBER && !small) {
        return false;
      }
    }
    return last - first <= LONGEST && !isPostcode(first) && !isLabel(first);
  }

  private boolean isBelowLabel(int first) {
    int at = first;
    for (int n = 0; n < LINES && at > 0; n++) {
      at = words.lineFirst(at - 1);
      if (isLabel(at)) {
        return true;
      }
      if (!isPart(at)) {
        return false;
      }
    }
    return false;
  }

  private boolean isAbovePostcode(int first) {
    int at = words.lineLast(first);
    for (int n = 0; n < LINES && at < words.size(); n++) {
      if (isPostcode(at)) {
        return true;
      }
      if (!isPart(at)) {
        return false;
      }
      at = words.lineLast(at);
    }
    return false;
  }

  private boolean isLabel(int first) {
    int last = words.lineLast(first);
    for (int i = first; i < last; i++) {
      if (!LABEL.contains(words.key(i))) {
        return false;
      }
    }
    return last - first <= 2;
  }

  private boolean isPostcode(int first) {
    int last = words.lineLast(first);
    return last - first <= 2 && POSTCODE.matcher(words.phrase(first, last)).matches();
  }
}
