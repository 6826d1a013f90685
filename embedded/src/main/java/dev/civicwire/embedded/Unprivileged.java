package dev.civicwire.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who runs the node: Elasticsearch refuses to run as root, so a start by root becomes `nobody`.
///
/// @param prefix the words before the command that change the user
/// @param changes whether the user changes at all
record Unprivileged(List<String> prefix, boolean changes) {
  private static final int NOBODY = 65534;

  /// What the node's process keeps when `nobody` cannot pass a folder on the way, such as /root:
  /// the right to read and to pass folders. Without the secure bit, access(2) would still say no.
  private static final List<String> MAY_PASS =
      List.of(
          "--inh-caps=-all,+dac_read_search",
          "--ambient-caps=+dac_read_search",
          "--securebits=+no_setuid_fixup");

  /// That right's bit in the kernel's words: a container's root often lacks it.
  private static final long DAC_READ_SEARCH = 1 << 2;

  /// Looks who runs this process and whether `nobody` could reach these paths.
  static Unprivileged toReach(List<Path> paths) throws IOException {
    if (!isRoot()) {
      return new Unprivileged(List.of(), false);
    }
    for (Path path : paths) {
      Optional<Path> closed = closedToOthers(path);
      if (closed.isPresent()) {
        return new Unprivileged(passing(closed.get()), true);
      }
    }
    return new Unprivileged(changingOnly(), true);
  }

  private static boolean isRoot() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self)
        ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
        : "root".equals(System.getProperty("user.name"));
  }

  private static List<String> passing(Path closed) throws IOException {
    Optional<String> setpriv = Executables.find("setpriv");
    if (setpriv.isEmpty() || !mayGrant()) {
      throw new EngineException(
          "The search node cannot run as root, and the user nobody may not pass %s. Choose a data folder that others may pass, such as /var/lib/civicwire, or start as another user."
              .formatted(closed));
    }
    return Stream.concat(setpriv(setpriv.get()), MAY_PASS.stream()).toList();
  }

  private static boolean mayGrant() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("CapEff:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip(), 16))
        .anyMatch(rights -> (rights & DAC_READ_SEARCH) != 0);
  }

  private static List<String> changingOnly() {
    String user = NOBODY + ":" + NOBODY;
    return Executables.find("setpriv")
        .map(program -> Stream.concat(setpriv(program), Stream.of("--inh-caps=-all")).toList())
        .or(
            () ->
                Executables.find("chroot")
                    .map(
                        program ->
                            List.of(program, "--userspec=" + user, "--groups=" + NOBODY, "/")))
        .orElseThrow(
            () ->
                new EngineException(
                    "The search node cannot run as root, and there is no setpriv to run it as"
                        + " another user. Install util-linux, or start as another user."));
  }

  private static Stream<String> setpriv(String program) {
    return Stream.of(
        program, "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs");
  }

  /// The first file that others may not read, or folder that they may not pass, on the way.
  private static Optional<Path> closedToOthers(Path path) throws IOException {
    for (Path step = path; step != null; step = step.getParent()) {
      PosixFilePermission needed =
          Files.isDirectory(step)
              ? PosixFilePermission.OTHERS_EXECUTE
              : PosixFilePermission.OTHERS_READ;
      if (!Files.getPosixFilePermissions(step).contains(needed)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  /// Gives a tree to the node's user, when that is another one.
  void own(Path tree) throws IOException {
    if (!changes) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        // Never through a link: the node's user could have put one there to be given its target.
        Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
