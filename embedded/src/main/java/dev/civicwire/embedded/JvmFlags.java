package dev.civicwire.embedded;

import java.util.List;
import java.util.stream.Stream;

/// The flags that both engines' JVMs share.
final class JvmFlags {
  /// Above this a serial collection's pause is long enough to be noticed.
  private static final int SERIAL_UP_TO_MEGABYTES = 1024;

  private JvmFlags() {}

  static List<String> heap(int megabytes, boolean quick) {
    String collector = megabytes <= SERIAL_UP_TO_MEGABYTES ? "Serial" : "G1";
    return Stream.concat(
            Stream.of(
                "-Xms" + Math.min(megabytes, 128) + "m",
                "-Xmx" + megabytes + "m",
                "-XX:+Use" + collector + "GC"),
            // C1 only: half the start time, some speed less afterwards.
            quick ? Stream.of("-XX:TieredStopAtLevel=1") : Stream.of())
        .toList();
  }

  static List<String> crashes(DataFolder folder) {
    return List.of(
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:ErrorFile=" + folder.logs().resolve("jvm-crash-%p.log"));
  }
}
