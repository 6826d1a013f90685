package dev.civicwire.ingest.extract;

/// What the name of a class, an id or a role says about the part of the page that bears it.
enum Hint {
  BODY,
  LAYOUT,
  TITLE,
  STANDFIRST,
  BYLINE,
  DATE,
  CAPTION,
  TAGS,
  AUTHOR_BIO,
  NAV,
  HEADER,
  FOOTER,
  SIDEBAR,
  SHARE,
  RELATED,
  TEASER,
  COMMENTS,
  NEWSLETTER,
  AD,
  COOKIE,
  PROMO,
  POPUP,
  PAYWALL,
  META,
  WIDGET,
  HIDDEN;

  /// Parts that are not the article, unless they hold most of the page's prose.
  static final int FOREIGN =
      mask(
          AUTHOR_BIO,
          NAV,
          FOOTER,
          SIDEBAR,
          SHARE,
          RELATED,
          TEASER,
          COMMENTS,
          NEWSLETTER,
          AD,
          COOKIE,
          PROMO,
          POPUP,
          PAYWALL,
          TAGS,
          WIDGET,
          HIDDEN);

  /// Parts of the article that are fields of their own.
  static final int FURNITURE = mask(TITLE, STANDFIRST, BYLINE, DATE, CAPTION, META, HEADER);

  @SuppressWarnings("EnumOrdinal") // a mask has a bit a hint, and is never stored
  int bit() {
    return 1 << ordinal();
  }

  boolean in(int mask) {
    return (mask & bit()) != 0;
  }

  static int mask(Hint... hints) {
    int mask = 0;
    for (Hint hint : hints) {
      mask |= hint.bit();
    }
    return mask;
  }
}
