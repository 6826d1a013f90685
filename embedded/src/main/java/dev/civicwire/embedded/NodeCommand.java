package dev.civicwire.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The command line of the node's JVM: what Elasticsearch's own start script and its launcher JVM
/// would run, without either.
record NodeCommand(NodeConfig config, DataFolder folder, Unprivileged user) {

  List<String> line() {
    Path home = config.engines().node();
    List<String> line = new ArrayList<>(Session.ownSession());
    line.addAll(user.prefix());
    line.add(config.javaHome().resolve("bin/java").toString());
    line.addAll(JvmFlags.heap(config.heapMegabytes(), config.quick()));
    line.addAll(JvmFlags.crashes(folder));
    line.addAll(properties(home));
    line.addAll(modules(home));
    return line;
  }

  private List<String> properties(Path home) {
    return Stream.of(
            "java.awt.headless=true",
            "file.encoding=UTF-8",
            "jna.nosys=true",
            "io.netty.noUnsafe=true",
            "io.netty.noKeySetOptimization=true",
            "io.netty.recycler.maxCapacityPerThread=0",
            "log4j.shutdownHookEnabled=false",
            "log4j2.disable.jmx=true",
            "log4j2.formatMsgNoLookups=true",
            "java.locale.providers=CLDR",
            "org.apache.lucene.vectorization.upperJavaFeatureVersion="
                + Runtime.version().feature(),
            "org.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
            "es.path.home=" + home,
            "es.distribution.type=zip",
            "es.java.type=ES_JAVA_HOME",
            "java.io.tmpdir=" + folder.temporary(),
            "jdk.attach.allowAttachSelf=true")
        .map(property -> "-D" + property)
        .toList();
  }

  private List<String> modules(Path home) {
    return List.of(
        "-Xss1m",
        "-XX:-OmitStackTraceInFastThrow",
        "-XX:+EnableDynamicAgentLoading",
        "--sun-misc-unsafe-memory-access=allow",
        "--patch-module=java.base=" + config.engines().entitlementBridge(),
        "--add-exports=java.base/org.elasticsearch.entitlement.bridge="
            + "org.elasticsearch.entitlement,java.logging,java.net.http,java.naming,"
            + "jdk.net,jdk.zipfs,jdk.management.agent",
        "--add-modules=jdk.incubator.vector,jdk.net,jdk.management.agent,ALL-MODULE-PATH",
        "--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core",
        "--illegal-native-access=deny",
        "--module-path",
        home.resolve("lib").toString(),
        "-m",
        "org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch");
  }
}
