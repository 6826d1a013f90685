package dev.civicwire.ingest.url;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/// When two addresses are the same page. There are two forms: the one that is asked for, which
/// changes nothing that a server may care about, and the one by which pages are told apart, which
/// also joins a folder with its index file, and AMP and print variants with their page.
///
/// The parser is the one that the fetcher connects by, so that what is checked is what is fetched.
public final class UrlIdentity {
  private static final Set<String> INDEX_FILES = Set.copyOf(ResourceLines.of("index-files.txt"));

  /// Longer addresses are traps or mistakes; servers refuse them (RFC 9110 asks for 8000 octets).
  private static final int MAX_LENGTH = 8000;

  private UrlIdentity() {}

  /// `url` as it is asked for: lower-case scheme and host, no default port, no fragment, no dot
  /// segments, no tracking parameters, escapes normalised. Empty where it is no HTTP address.
  public static Optional<String> fetchable(String url) {
    return isPlain(url) ? Optional.of(url) : parse(url).map(UrlIdentity::fetchable);
  }

  /// `link` as it stands on the page `base`, in the form that is asked for.
  public static Optional<String> resolve(String base, String link) {
    if (link.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (isPlain(link) && isPlain(base)) {
      return Optional.of(link);
    }
    return parse(base)
        .flatMap(
            parsed ->
                InternationalName.toAscii(clean(link))
                    .flatMap(ascii -> Optional.ofNullable(parsed.resolve(ascii))))
        .filter(resolved -> !hasEscapedAddress(link))
        .flatMap(HostForm::standard)
        .filter(resolved -> resolved.toString().length() <= MAX_LENGTH)
        .map(UrlIdentity::fetchable);
  }

  /// The form by which pages are told apart. What is no HTTP address is its own identity.
  public static String of(String url) {
    return plain(url)
        .map(u -> u.origin() + withoutIndexFile(withoutAmp(u.path())))
        .or(() -> parse(url).map(UrlIdentity::identity))
        .orElseGet(url::strip);
  }

  /// Host of `url` in lower case, without the port; empty where it is no HTTP address.
  public static Optional<String> host(String url) {
    return plain(url).map(PlainUrl::host).or(() -> parse(url).map(HttpUrl::host));
  }

  /// Scheme, host and port of `url`; empty where it is no HTTP address.
  public static Optional<String> origin(String url) {
    return plain(url)
        .map(PlainUrl::origin)
        .or(() -> parse(url).map(parsed -> build(parsed, "", "")));
  }

  private static boolean isPlain(String url) {
    return plain(url).isPresent();
  }

  private static Optional<PlainUrl> plain(String url) {
    return url.length() > MAX_LENGTH ? Optional.empty() : PlainUrl.of(url);
  }

  static Optional<HttpUrl> parse(String url) {
    return url.length() > MAX_LENGTH
        ? Optional.empty()
        : InternationalName.toAscii(clean(url))
            .flatMap(ascii -> Optional.ofNullable(HttpUrl.parse(ascii)))
            .filter(parsed -> !hasEscapedAddress(url))
            .flatMap(HostForm::standard);
  }

  /// As the URL standard has it: no control characters and spaces around, no tabs and line ends
  /// anywhere.
  private static String clean(String url) {
    int start = 0;
    int end = url.length();
    while (start < end && url.charAt(start) <= ' ') {
      start++;
    }
    while (start < end && url.charAt(end - 1) <= ' ') {
      end--;
    }
    String inner = url.substring(start, end).strip();
    return inner.indexOf('\t') >= 0 || inner.indexOf('\n') >= 0 || inner.indexOf('\r') >= 0
        ? inner.replaceAll("[\t\n\r]", "")
        : inner;
  }

  /// An IPv6 address with escapes in it is none.
  private static boolean hasEscapedAddress(String url) {
    int open = url.indexOf("//[");
    int close = url.indexOf(']', open + 1);
    return open >= 0 && close > open && url.substring(open, close).indexOf('%') >= 0;
  }

  private static String fetchable(HttpUrl url) {
    String query = url.encodedQuery();
    return build(
        url,
        withoutSession(PercentEncoding.normalise(url.encodedPath())),
        query == null ? "" : QueryRules.withoutTracking(PercentEncoding.normalise(query)));
  }

  private static String identity(HttpUrl url) {
    String query = url.encodedQuery();
    String path = withoutSession(PercentEncoding.normalise(url.encodedPath()));
    return build(
        url,
        withoutIndexFile(withoutAmp(path)),
        query == null ? "" : QueryRules.identity(PercentEncoding.normalise(query)));
  }

  private static String build(HttpUrl url, String path, String query) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : stripDot(url.host());
    String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
    return url.scheme() + "://" + host + port + path + (query.isEmpty() ? "" : "?" + query);
  }

  /// `www.example.org.` is the fully qualified form of the same name.
  private static String stripDot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static String withoutSession(String path) {
    int at = path.toLowerCase(Locale.ROOT).indexOf(";jsessionid=");
    return at < 0 ? path : path.substring(0, at);
  }

  private static String withoutIndexFile(String path) {
    int slash = path.lastIndexOf('/');
    String last = path.substring(slash + 1).toLowerCase(Locale.ROOT);
    return INDEX_FILES.contains(last) ? path.substring(0, slash + 1) : path;
  }

  /// `/story/amp`, `/story/amp/` and `/story.amp.html` are renderings of `/story`, `/story/` and
  /// `/story.html`.
  private static String withoutAmp(String path) {
    if (path.endsWith("/amp/") && path.length() > "/amp/".length()) {
      return path.substring(0, path.length() - "amp/".length());
    }
    if (path.endsWith("/amp") && path.length() > "/amp".length()) {
      return path.substring(0, path.length() - "/amp".length());
    }
    return path.endsWith(".amp.html")
        ? path.substring(0, path.length() - ".amp.html".length()) + ".html"
        : path;
  }
}
