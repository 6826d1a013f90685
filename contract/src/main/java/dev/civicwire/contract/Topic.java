package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an article is about; one to four of these.
public enum Topic {
  RECRUITMENT,
  APPOINTMENT,
  DEPARTURE,
  PAY,
  WORKFORCE,
  FUNDING,
  PROCUREMENT,
  STRATEGY,
  @JsonProperty("programme-delivery")
  PROGRAMME_DELIVERY,
  AUDIT,
  @JsonProperty("service-launch")
  SERVICE_LAUNCH,
  SECURITY,
  AI,
  DATA,
  @JsonProperty("legacy-it")
  LEGACY_IT,
  INFRASTRUCTURE,
  REORGANISATION,
  @JsonProperty("health-it")
  HEALTH_IT,
  OTHER
}
