package dev.civicwire.enrich.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sentences in the CoNLL manner: a word, a tab and a tag on each line, a blank line between
/// sentences.
final class ConllFile {
  private ConllFile() {}

  static List<TaggedWords> read(Path file) throws IOException {
    List<TaggedWords> sentences = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t");
      if (cells.length == 2 && !cells[0].isBlank()) {
        words.add(cells[0]);
        tags.add(cells[1].strip());
      } else if (!words.isEmpty()) {
        sentences.add(TaggedWords.ofTags(words, tags));
        words.clear();
        tags.clear();
      }
    }
    if (!words.isEmpty()) {
      sentences.add(TaggedWords.ofTags(words, tags));
    }
    return sentences;
  }
}
