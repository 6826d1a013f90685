package dev.civicwire.app.command;

import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `civicwire config`: the effective settings and where each comes from.
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Print the effective settings and where each comes from.")
public final class ConfigCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Override
  public Integer call() {
    Settings settings = common.settings();
    PrintWriter out = spec.commandLine().getOut();
    for (Setting setting : Setting.values()) {
      Settings.Resolved resolved = settings.resolved(setting);
      String value = setting == Setting.DATA ? settings.dataFolder().toString() : resolved.value();
      String shown = setting.secret() && !value.isEmpty() ? "(hidden)" : value;
      out.printf(
          "%-28s %-34s # from %s; %s%n",
          setting.key() + ":", shown, resolved.origin(), setting.meaning());
    }
    return 0;
  }
}
