package dev.civicwire.index.web;

import io.javalin.config.RoutesConfig;

/// What a browser may do with our pages: nothing but show them. Everything comes from this server,
/// no script or style stands in a page, and no other page may hold one of ours in a frame.
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void on(RoutesConfig routes) {
    routes.before(
        ctx -> {
          ctx.header("Content-Security-Policy", POLICY);
          ctx.header("X-Content-Type-Options", "nosniff");
          ctx.header("Referrer-Policy", "no-referrer");
          ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        });
  }
}
