package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<td>Salary<td>£45,000; Salary: £45,000",
        "<td>Salary:<td>£45,000; Salary: £45,000",
        "<td>Salary: <td>£45,000; Salary: £45,000",
        "<td>Salary : <td>£45,000<td>a year; Salary : £45,000 | a year",
        "<td>日時： <td>2019年3月6日; 日時： 2019年3月6日",
        "<td>Leeds<td><td>5<td>6; Leeds: | 5 | 6"
      })
  void keepsLabelAndValueOfARowTogether(String cells, String expected) {
    String html = "<table><tr>" + cells + "</tr><tr><td>Team<td>Digital</tr></table>";

    assertThat(BlockReader.read(Jsoup.parse(html), new PageFacts()).list.getFirst().text)
        .isEqualTo(expected);
  }
}
