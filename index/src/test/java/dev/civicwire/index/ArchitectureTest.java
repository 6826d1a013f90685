package dev.civicwire.index;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses INDEX =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.civicwire.index");

  @Test
  void keepsEachTechnologyInItsPackageAndStagesStrangers() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..index.elastic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.elasticsearch..", "co.elastic..", "org.apache.http..")
        .check(INDEX);
    noClasses()
        .that()
        .resideOutsideOfPackage("..index.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "gg.jte..", "io.micrometer..")
        .check(INDEX);
    noClasses()
        .that()
        .resideInAnyPackage("..index.search..", "..index.write..", "..index.query..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..index.elastic..", "..index.web..", "..index.document..")
        .check(INDEX);
    noClasses()
        .that()
        .resideInAPackage("..index.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..index.elastic..")
        .check(INDEX);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.civicwire.ingest..",
            "dev.civicwire.enrich..",
            "dev.civicwire.app..",
            "org.apache.kafka..",
            "org.jsoup..",
            "opennlp..",
            "com.fasterxml.jackson.databind..")
        .check(INDEX);
  }

  @Test
  void namesClassesForWhatTheyAre() {
    classes()
        .should()
        .haveSimpleNameNotEndingWith("Manager")
        .andShould()
        .haveSimpleNameNotEndingWith("Helper")
        .andShould()
        .haveSimpleNameNotEndingWith("Utils")
        .andShould()
        .haveSimpleNameNotEndingWith("Impl")
        .andShould()
        .haveSimpleNameNotEndingWith("Processor")
        .check(INDEX);
  }
}
