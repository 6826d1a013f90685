package dev.civicwire.ingest.url;

import java.util.Optional;
import okhttp3.HttpUrl;

/// Under which address an article is known. What a page declares (`rel=canonical`, `og:url`) is
/// believed only where the declared address lies within the page's own registrable domain, so that
/// no site can take over another one's articles.
public final class CanonicalUrl {
  private CanonicalUrl() {}

  /// The canonical address of the page at `pageUrl`, normalised; the id of its article is made from
  /// it.
  ///
  /// @param pageUrl from which the page was fetched
  /// @param declared as it stands in the page, possibly relative; empty where there is none
  public static String choose(String pageUrl, Optional<String> declared) {
    return declared
        .filter(link -> !link.isBlank())
        .flatMap(link -> UrlIdentity.resolve(pageUrl, link))
        .filter(link -> isBelieved(pageUrl, link))
        .map(link -> UrlIdentity.of(keepHttps(pageUrl, link)))
        .orElseGet(() -> UrlIdentity.of(pageUrl));
  }

  private static boolean isBelieved(String pageUrl, String declared) {
    Optional<HttpUrl> page = UrlIdentity.parse(pageUrl);
    Optional<HttpUrl> other = UrlIdentity.parse(declared);
    return page.isPresent()
        && other.isPresent()
        && RegistrableDomain.same(page.get().host(), other.get().host())
        && !isHomePageOfAnother(page.get(), other.get());
  }

  /// Templates that declare the site's home page on every page are a common mistake.
  private static boolean isHomePageOfAnother(HttpUrl page, HttpUrl declared) {
    return isRoot(declared) && !isRoot(page);
  }

  private static boolean isRoot(HttpUrl url) {
    String identity = UrlIdentity.of(url.toString());
    return url.encodedQuery() == null
        && identity.indexOf('/', "https://".length()) == identity.length() - 1;
  }

  /// A page that was served over TLS is not known under a plain address of the same host.
  private static String keepHttps(String pageUrl, String declared) {
    boolean downgrade =
        pageUrl.startsWith("https:")
            && declared.startsWith("http:")
            && UrlIdentity.host(pageUrl).equals(UrlIdentity.host(declared));
    return downgrade ? "https:" + declared.substring("http:".length()) : declared;
  }
}
