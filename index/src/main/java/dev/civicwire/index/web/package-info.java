/// The search page and the JSON API. The only package that knows Javalin and JTE.
@NullMarked
package dev.civicwire.index.web;

import org.jspecify.annotations.NullMarked;
