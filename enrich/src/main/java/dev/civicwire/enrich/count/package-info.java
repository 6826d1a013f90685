/// Numbers of people employed, posts, vacancies and applicants.
@NullMarked
package dev.civicwire.enrich.count;

import org.jspecify.annotations.NullMarked;
