/// The settings: one YAML file, the environment and flags, read into records; an unknown key is an
/// error.
@NullMarked
package dev.civicwire.app.config;

import org.jspecify.annotations.NullMarked;
