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
          "--bounding-set=-all,+dac_read_search",
          "--inh-caps=-all,+dac_read_search",
          "--ambient-caps=-all,+dac_read_search",
          "--securebits=+no_setuid_fixup");

  private static final List<String> MAY_NOTHING = List.of("--inh-caps=-all", "--bounding-set=-all");

  /// Looks who runs this process and whether `nobody` could reach these paths.
  static Unprivileged toReach(List<Path> paths) throws IOException {
    if (!isRoot()) {
      return new Unprivileged(List.of(), false);
    }
    boolean reachable = true;
    for (Path path : paths) {
      reachable &= openToOthers(path);
    }
    return new Unprivileged(words(reachable), true);
  }

  private static boolean isRoot() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self)
        ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
        : "root".equals(System.getProperty("user.name"));
  }

  private static List<String> words(boolean reachable) {
    Optional<String> setpriv = Executables.find("setpriv");
    if (setpriv.isPresent()) {
      Stream<String> user =
          Stream.of(
              setpriv.get(),
              "--reuid=" + NOBODY,
              "--regid=" + NOBODY,
              "--clear-groups",
              "--no-new-privs");
      return Stream.concat(user, (reachable ? MAY_NOTHING : MAY_PASS).stream()).toList();
    }
    Optional<String> chroot = Executables.find("chroot");
    if (chroot.isPresent() && reachable) {
      String user = NOBODY + ":" + NOBODY;
      return List.of(chroot.get(), "--userspec=" + user, "--groups=" + NOBODY, "/");
    }
    throw new EngineException(
        "Elasticsearch refuses to run as root, and there is no setpriv to run it as another user."
            + " Install util-linux, or start as another user.");
  }

  /// True when others may read a file, or pass a folder, and pass every folder above.
  private static boolean openToOthers(Path path) throws IOException {
    boolean open =
        Files.isDirectory(path)
            || Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
    for (Path folder = path; folder != null; folder = folder.getParent()) {
      open &=
          !Files.isDirectory(folder)
              || Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
    }
    return open;
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
