package dev.civicwire.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class ArchitectureTest {
  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.civicwire.app");

  /// A command reads its words, calls a stage and prints: more code than that is in the wrong
  /// place.
  private static final int LARGEST_COMMAND_METHODS = 12;

  @Test
  void wiresTheStagesWithoutTheirTechnology() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.elasticsearch..",
            "co.elastic..",
            "org.apache.http..",
            "org.jsoup..",
            "okhttp3..",
            "opennlp..",
            "io.javalin..",
            "gg.jte..",
            "com.rometools..",
            "com.fasterxml.jackson.databind..")
        .check(APP);
  }

  @Test
  void knowsCommandsOnTopOnly() {
    noClasses()
        .that()
        .resideInAnyPackage("..app.pipeline..", "..app.config..", "..app.sample..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..app.command..", "picocli..")
        .check(APP);
    noClasses()
        .that()
        .resideInAnyPackage("..app.config..", "..app.sample..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..app.pipeline..")
        .check(APP);
  }

  @Test
  void keepsCommandsThin() {
    classes()
        .that()
        .resideInAPackage("..app.command..")
        .and()
        .areAnnotatedWith(Command.class)
        .should(haveFewMethods())
        .andShould()
        .haveSimpleNameEndingWith("Command")
        .check(APP);
  }

  private static ArchCondition<JavaClass> haveFewMethods() {
    return new ArchCondition<>("have at most " + LARGEST_COMMAND_METHODS + " methods") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long methods =
            type.getMethods().stream().filter(m -> !m.getName().startsWith("lambda$")).count();
        if (methods > LARGEST_COMMAND_METHODS) {
          events.add(
              SimpleConditionEvent.violated(type, type.getName() + " has " + methods + " methods"));
        }
      }
    };
  }

  @Test
  void readsTheEnvironmentInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..app.config..")
        .and()
        .doNotHaveSimpleName("CommonOptions")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(APP);
  }

  @Test
  void namesClassesForWhatTheyAre() {
    for (String word : new String[] {"Manager", "Helper", "Utils", "Impl", "Processor"}) {
      classes().should().haveSimpleNameNotEndingWith(word).check(APP);
    }
  }
}
