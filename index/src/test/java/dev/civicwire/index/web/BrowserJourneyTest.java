package dev.civicwire.index.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.civicwire.index.fixture.Chromium;
import dev.civicwire.index.fixture.FilledIndex;
import dev.civicwire.index.fixture.SearchNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SearchNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserJourneyTest {
  /// Pages on which everything that a page can show is shown.
  private static final List<String> COLOURED =
      List.of("?q=(dwp&topic=recruitment&size=2", "articles/two-posts");

  private static final List<String> ALL_KINDS =
      List.of(
          COLOURED.getFirst(),
          COLOURED.getLast(),
          "?q=no+such+words",
          "articles/overlap",
          "nowhere");

  private final FilledIndex index;
  private final WebServer server;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  BrowserJourneyTest(SearchNode.Access node) {
    BrowserType.LaunchOptions options = Chromium.options();
    index = FilledIndex.in(node);
    server = WebServer.start(WebConfig.loopback(0), index.search(), FilledIndex.CLOCK);
    playwright = Playwright.create(Chromium.withoutDownload());
    browser = playwright.chromium().launch(options);
  }

  @AfterAll
  void close() {
    browser.close();
    playwright.close();
    server.close();
    index.close();
  }

  @Test
  void searchesNarrowsAndReads() {
    complaints.clear();
    try (BrowserContext context = browser.newContext()) {
      Page page = open(context, "");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("12 articles");

      page.keyboard().press("/");
      page.keyboard().type("department OR council OR nhs");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("7 articles");

      page.getByLabel("Recruitment").check();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("4 articles");
      assertThat(page.getByLabel("Recruitment")).isChecked();
      assertThat(page.getByLabel("Recruitment")).isFocused();

      page.locator("#pay_from").fill("100k");
      page.locator("#pay_from").press("Tab");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 articles");
      page.locator("#pay_to").fill("150000");
      page.locator("#pay_to").press("Tab");
      page.locator("#pay_from").fill("110000");
      page.locator("#pay_from").press("Tab");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 article");
      assertThat(page)
          .hasURL(
              Pattern.compile(
                  ".*/\\?q=department.*&topic=recruitment&pay_from=110000&pay_to=150000$"));

      page.getByRole(AriaRole.LINK, named("DWP seeks chief digital officer")).click();
      readsTheArticle(page);
      while (page.url().contains("/articles/")) {
        page.goBack();
      }
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 article");
      assertThat(page.getByLabel("Recruitment")).isChecked();
      assertThat(complaints).isEmpty();
    }
  }

  private static void readsTheArticle(Page page) {
    assertThat(page.getByRole(AriaRole.HEADING, level(1)))
        .hasText("DWP seeks chief digital officer on up to £180,000");
    assertThat(page.getByRole(AriaRole.LINK, link("Read the original")))
        .hasAttribute("href", "https://news.example/jobs/dwp-chief-digital-officer");
    assertThat(page.getByRole(AriaRole.ROW, row("Closing date"))).containsText("14 December 2026");
    Locator pay = page.locator(".text a.t-salary");
    assertThat(pay).hasText("£150,000 to £180,000");
    assertThat(pay)
        .hasAttribute("data-tip", "Salary: £150,000 to £180,000 a year (SCS3) · 90 % · test/1");
    assertThat(page.locator(".text a.t-role")).hasCount(3);
    pay.click();
    assertThat(page.locator(".tags li:target .value")).hasText("£150,000 to £180,000 a year");
    page.locator(".tags li:target a").click();
    assertThat(page).hasURL(Pattern.compile(".*#mention-\\d+$"));
    page.locator(".legend").getByLabel("Salary").uncheck();
    assertThat(pay).hasCSS("background-color", "rgba(0, 0, 0, 0)");
  }

  @Test
  void worksWithoutJavaScript() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = open(context, "");
      page.locator("#q").fill("dwp");
      page.locator("#q").press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 articles");
      page.getByLabel("September 2026").check();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply filters")).click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 article");
      page.locator(".chips a").first().click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 articles");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void canBeUsedByEverybody(ColorScheme scheme) {
    try (BrowserContext context =
        browser.newContext(
            // axe is a script put into the page, which the page's own policy would refuse.
            new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true))) {
      for (String path : scheme == ColorScheme.LIGHT ? ALL_KINDS : COLOURED) {
        Page page = open(context, path);
        List<String> serious =
            new AxeBuilder(page)
                .analyze().getViolations().stream()
                    .filter(
                        v -> v.getImpact().equals("serious") || v.getImpact().equals("critical"))
                    .map(BrowserJourneyTest::describe)
                    .toList();
        assertThat(serious).as(scheme + " /" + path).isEmpty();
        page.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 800, 1280})
  void fitsEveryWidth(int width) {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
      for (String path : List.of("", "articles/cdo-dwp")) {
        Page page = open(context, path);
        Object overflow =
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as(width + " /" + path).isEqualTo(0);
        page.close();
      }
    }
  }

  private Page open(BrowserContext context, String path) {
    Page page = context.newPage();
    page.onConsoleMessage(
        m -> {
          // htmx tells of each request that a newer one overtook.
          boolean overtaken = m.text().startsWith("htmx:");
          if (!overtaken && (m.type().equals("error") || m.type().equals("warning"))) {
            complaints.add(m.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(server.url() + path);
    return page;
  }

  private static String describe(Rule rule) {
    return rule.getId()
        + " "
        + rule.getNodes().stream()
            .limit(3)
            .map(n -> n.getHtml() + " " + n.getFailureSummary())
            .toList();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions link(String name) {
    return named(name).setExact(true);
  }

  private static Page.GetByRoleOptions row(String name) {
    return named(name);
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }
}
