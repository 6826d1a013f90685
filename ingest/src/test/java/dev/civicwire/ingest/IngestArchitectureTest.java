package dev.civicwire.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IngestArchitectureTest {
  private final JavaClasses ingest =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.civicwire.ingest");

  @Test
  void knowsNoEngineAndNoOtherStage() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "co.elastic..",
            "org.elasticsearch..",
            "dev.civicwire.enrich..",
            "dev.civicwire.index..",
            "dev.civicwire.app..")
        .check(ingest);
  }

  @Test
  void makesRequestsInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..fetch..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("okhttp3\\.(OkHttpClient|Request|Response|Call)(\\$.*)?")
        .check(ingest);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(http\\..*|URLConnection|HttpURLConnection)")
        .check(ingest);
  }

  @Test
  void detectsLanguagesInTheExtractorOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..extract..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("opennlp..")
        .check(ingest);
  }

  @Test
  void keepsItsPackagesInOrder() {
    slices().matching("dev.civicwire.ingest.(*)..").should().beFreeOfCycles().check(ingest);
    classes()
        .that()
        .resideInAPackage("..ingest.url..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("..ingest.crawl..", "..ingest.fetch..", "..ingest.source..")
        .check(ingest);
  }
}
