/// The records that tie values together: vacancies, appointments and departures, money rows.
@NullMarked
package dev.civicwire.enrich.vacancy;

import org.jspecify.annotations.NullMarked;
