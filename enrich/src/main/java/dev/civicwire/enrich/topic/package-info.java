/// What an article is about: its profile, topics and relevance.
@NullMarked
package dev.civicwire.enrich.topic;

import org.jspecify.annotations.NullMarked;
