package dev.civicwire.index.elastic;

import tools.jackson.databind.JsonNode;

/// What the engine answered, whatever the status.
///
/// @param status of HTTP
/// @param body JSON; missing node where the answer was empty or no JSON
/// @param elasticsearch true where the answer says that Elasticsearch gave it
record Answer(int status, JsonNode body, boolean elasticsearch) {
  boolean ok() {
    return status < 300;
  }

  /// True where waiting may help: overloaded, starting, or a proxy that finds nobody behind it.
  boolean isBusy() {
    return status == 429 || status == 502 || status == 503 || status == 504 || isFullDisk();
  }

  /// A cluster that ran into its disk's flood stage refuses writes until there is room.
  private boolean isFullDisk() {
    return errorType().equals("cluster_block_exception");
  }

  String errorType() {
    return body.path("error").path("type").asString("");
  }

  /// The engine's reason, or the status where it gave none.
  String reason() {
    JsonNode error = body.path("error");
    String cause = error.path("root_cause").path(0).path("reason").asString("");
    String reason = cause.isEmpty() ? error.path("reason").asString("") : cause;
    return reason.isEmpty() ? "HTTP status " + status : reason;
  }
}
