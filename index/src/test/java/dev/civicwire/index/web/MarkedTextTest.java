package dev.civicwire.index.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Evidence;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Place;
import dev.civicwire.contract.RoleValue;
import dev.civicwire.contract.Value;
import dev.civicwire.index.fixture.TestArticles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
  @Test
  void cutsNestedAndOverlappingTagsApart() {
    var article = TestArticles.named("overlap");
    List<TagView> tags = tags(article.values().toList(), article.article().text());
    String first =
        MarkedText.paragraphs(article.article().text(), tags).getFirst().stream()
            .filter(s -> !s.plain())
            .map(s -> s.text() + "=" + s.tags().stream().map(t -> t.type().name()).toList())
            .collect(Collectors.joining(" | "));
    assertThat(first)
        .isEqualTo(
            "Tyneford Council=[ORGANISATION, ROLE] | 's =[ROLE] | chief executive=[PERSON, ROLE]"
                + " |  Lowri Vance=[PERSON] | March 2027=[EVENT]");
  }

  @Test
  void keepsTheTextWholeWhateverTheSpans() {
    Random random = new Random(7);
    String text = "Aa bb 🏛️ cc.\nDd ee & <ff> gg\n\nHh\n";
    for (int round = 0; round < 500; round++) {
      List<Value> values = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        int start = random.nextInt(text.length() - 1);
        int end = start + 1 + random.nextInt(text.length() - start);
        Mention m = Mention.of(text, start, Math.min(end, text.length()));
        values.add(new Place("p", Optional.empty(), Evidence.of(m, 1, "test/1")));
      }
      String whole =
          MarkedText.paragraphs(text, tags(values, text)).stream()
              .map(p -> p.stream().map(Segment::text).collect(Collectors.joining()))
              .collect(Collectors.joining("\n"));
      assertThat(whole).isEqualTo("Aa bb 🏛️ cc.\nDd ee & <ff> gg\nHh");
    }
  }

  @Test
  void showsAValueThatDoesNotStandInTheTextWithoutAMark() {
    Evidence wrong = new Evidence("Nobody", 0, 6, 0.5, "test/1", List.of());
    TagView tag = TagView.of(1, new Person("Nobody", Optional.empty(), wrong), "Somebody");
    assertThat(tag.verified()).isFalse();
    assertThat(MarkedText.paragraphs("Somebody", List.of(tag)).getFirst()).allMatch(Segment::plain);
  }

  @Test
  void anchorsEachValueOnce() {
    String text = "DWP and DWP";
    Evidence both =
        Evidence.of(
            Mention.of(text, 0, 3),
            List.of(Mention.of(text, 0, 3), Mention.of(text, 8, 11)),
            1,
            "t/1");
    Value organisation =
        new Organisation("DWP", Optional.empty(), Organisation.Kind.PUBLIC, Optional.empty(), both);
    List<Segment> segments =
        MarkedText.paragraphs(text, List.of(TagView.of(1, organisation, text))).getFirst();
    assertThat(segments.stream().flatMap(s -> s.anchors().stream())).containsExactly("mention-1");
    assertThat(segments.stream().filter(s -> !s.plain())).hasSize(2);
  }

  @Test
  void tellsWhatAMarkMeans() {
    String text = "the chief digital officer";
    Evidence evidence = Evidence.of(Mention.of(text, 4, 25), 0.934, "role/2");
    Value role =
        new RoleValue(
            "chief digital officer",
            RoleValue.Status.VACANCY,
            Optional.empty(),
            Optional.of("DWP"),
            evidence);
    assertThat(TagView.of(1, role, text).tip())
        .isEqualTo("Role: Chief digital officer (vacancy, DWP) · 93 % · role/2");
  }

  private static List<TagView> tags(List<Value> values, String text) {
    List<TagView> tags = new ArrayList<>();
    values.forEach(v -> tags.add(TagView.of(tags.size() + 1, v, text)));
    return tags;
  }
}
