/// One class a command. Commands are thin: they read their words, call a stage and print.
@NullMarked
package dev.civicwire.app.command;

import org.jspecify.annotations.NullMarked;
