package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// A table whose first row names its columns with labels of adverts, `Salary | Location`: the cells
/// below them are the values of those labels.
final class HeadedTable {
  private static final int MIN_LABELS = 2;

  /// Rows of more cells are no facts of adverts.
  private static final int MAX_COLUMNS = 12;

  private HeadedTable() {}

  /// What stands before each cell of a row, `Salary: `; empty where no row above names the columns,
  /// or this is that row.
  static List<String> columns(Element row) {
    Optional<Element> first = firstRow(row);
    boolean same = first.isPresent() && first.get().childrenSize() == row.childrenSize();
    if (!same || row.childrenSize() > MAX_COLUMNS || isHeading(row)) {
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    int labels = 0;
    for (Element cell : first.get().children()) {
      String text = cell.normalName().equals("th") ? Texts.upTo(cell, Labels.MAX_LABEL) : "";
      if (text.isEmpty()) {
        return List.of();
      }
      labels += Labels.isLabel(text) ? 1 : 0;
      columns.add(text.endsWith(":") ? text + " " : text + ": ");
    }
    return labels >= MIN_LABELS ? columns : List.of();
  }

  private static boolean isHeading(Element row) {
    Element cell = row.firstElementChild();
    return cell != null && cell.normalName().equals("th");
  }

  /// Whether the row names the columns of the next one, and is told with each of its cells.
  static boolean isHead(Element row) {
    Element next = row.nextElementSibling();
    Element part = row.parent();
    if (next == null && part != null && part.normalName().equals("thead")) {
      Element body = part.nextElementSibling();
      next = body == null ? null : body.firstElementChild();
    }
    return next != null
        && next.normalName().equals("tr")
        && firstRow(row).filter(row::equals).isPresent()
        && !columns(next).isEmpty();
  }

  private static Optional<Element> firstRow(Element row) {
    Element part = row.parent();
    if (part == null) {
      return Optional.empty();
    }
    Element table = part.normalName().equals("table") ? part : part.parent();
    Element head = table == null ? null : table.firstElementChild();
    while (head != null
        && (head.normalName().equals("caption") || head.normalName().equals("colgroup"))) {
      head = head.nextElementSibling();
    }
    if (head == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(head.normalName().equals("tr") ? head : head.firstElementChild());
  }
}
