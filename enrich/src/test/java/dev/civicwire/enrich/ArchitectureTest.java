package dev.civicwire.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.civicwire");

  @Test
  void knowsNoOtherStageAndNoneOfTheirTechnologies() {
    noClasses()
        .that()
        .resideInAPackage("dev.civicwire.enrich..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.civicwire.ingest..",
            "dev.civicwire.index..",
            "dev.civicwire.app..",
            "dev.civicwire.contract.topic..",
            "org.apache.kafka..",
            "co.elastic..",
            "org.jsoup..",
            "okhttp3..")
        .check(CLASSES);
  }

  @Test
  void keepsOpenNlpWhereTextIsReadAndModelsAreUsed() {
    noClasses()
        .that()
        .resideInAPackage("dev.civicwire.enrich..")
        .and()
        .resideOutsideOfPackages(
            "dev.civicwire.enrich.text..",
            "dev.civicwire.enrich.name..",
            "dev.civicwire.enrich.train..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("opennlp..")
        .check(CLASSES);
  }

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching("dev.civicwire.enrich.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
