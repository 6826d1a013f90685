package dev.civicwire.contract.topic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CONTRACT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.civicwire.contract");

  @Test
  void onlyThisPackageKnowsKafka() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.civicwire.contract.topic")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .check(CONTRACT);
  }

  @Test
  void noPublicSignatureShowsKafka() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(areVisible())
        .should(showNoKafka())
        .check(CONTRACT);
  }

  @Test
  void dependsOnNoStage() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.civicwire.contract..",
            "java..",
            "org.apache.kafka..",
            "org.jspecify..",
            "org.slf4j..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..")
        .check(CONTRACT);
  }

  private static DescribedPredicate<JavaClass> areVisible() {
    return DescribedPredicate.describe(
        "are visible",
        type -> {
          boolean open = type.getModifiers().contains(JavaModifier.PUBLIC);
          return open && type.getEnclosingClass().map(areVisible()::test).orElse(true);
        });
  }

  private static ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> showNoKafka() {
    return new ArchCondition<>("show no Kafka type") {
      @Override
      public void check(
          com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
            .filter(type -> type.getPackageName().startsWith("org.apache.kafka"))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows " + type.getName())));
      }
    };
  }
}
