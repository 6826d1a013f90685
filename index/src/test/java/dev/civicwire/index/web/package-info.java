@NullMarked
package dev.civicwire.index.web;

import org.jspecify.annotations.NullMarked;
