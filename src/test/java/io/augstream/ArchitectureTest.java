package io.augstream;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the house (the design's table of packages): who may import what, and how things are named and shut. */
@AnalyzeClasses(packages = "io.augstream", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String ROOT = "io.augstream.";

    /** Each package, and which others it may see. All may see {@code random}, a leaf. */
    private static final Map<String, List<String>> MAY_SEE = Map.ofEntries(
            Map.entry("random", List.of()),
            Map.entry("image", List.of()),
            Map.entry("settings", List.of()),
            Map.entry("simd", List.of()),
            Map.entry("nn", List.of("simd")),
            Map.entry("pixel", List.of("simd")),
            Map.entry("operation", List.of("image", "pixel")),
            Map.entry("augment", List.of("operation", "image")),
            Map.entry("targets", List.of("operation", "image")),
            Map.entry("pipeline", List.of("augment", "operation", "targets", "pixel", "image", "settings")),
            Map.entry("preview", List.of("pipeline", "operation", "targets", "image")),
            Map.entry("dataset", List.of("image", "settings", "pixel")),
            Map.entry("stream", List.of("pipeline", "dataset", "pixel", "image")),
            Map.entry("train", List.of("nn", "dataset", "settings")),
            Map.entry("run", List.of("train", "stream", "pipeline", "dataset", "nn", "image", "settings")),
            Map.entry("lab", List.of("run", "train", "stream", "pipeline", "dataset", "nn", "image", "settings")),
            Map.entry(
                    "cli",
                    List.of(
                            "lab",
                            "run",
                            "train",
                            "stream",
                            "preview",
                            "pipeline",
                            "augment",
                            "operation",
                            "targets",
                            "dataset",
                            "nn",
                            "simd",
                            "image",
                            "settings")));

    /** What is not ours, and the only packages that may see it. */
    private static final Map<String, List<String>> HOMES = Map.ofEntries(
            Map.entry("java.awt..", List.of("image")),
            Map.entry("javax.imageio..", List.of("image")),
            Map.entry("com.twelvemonkeys..", List.of("image")),
            Map.entry("org.imgscalr..", List.of("image")),
            Map.entry("org.apache.commons.imaging..", List.of("image")),
            Map.entry("com.fasterxml.jackson..", List.of("settings")),
            Map.entry("akka..", List.of("stream")),
            Map.entry("scala..", List.of("stream")),
            Map.entry("com.typesafe.config..", List.of("stream")),
            Map.entry("org.apache.commons.compress..", List.of("dataset")),
            Map.entry("org.apache.commons.math3..", List.of("lab.statistics", "random", "dataset")),
            Map.entry("jdk.incubator.vector..", List.of("nn", "pixel", "simd")),
            Map.entry("org.slf4j..", List.of("stream", "dataset", "train", "run", "lab", "cli")),
            Map.entry("picocli..", List.of("cli")));

    /** The JDK, and annotations that are gone at run time. */
    private static final List<String> EVERYWHERE = List.of(
            "java..",
            "javax..",
            "jdk.incubator.vector..",
            "com.sun.management..",
            "org.jspecify.annotations..",
            "com.google.errorprone.annotations..");

    @ArchTest
    static void eachPackageSeesOnlyWhatItsRowAllows(JavaClasses classes) {
        assertAll(MAY_SEE.keySet().stream().map(name -> () -> row(name).check(classes)));
    }

    @ArchTest
    static void eachLibraryHasOneHome(JavaClasses classes) {
        assertAll(HOMES.keySet().stream().map(library -> () -> home(library).check(classes)));
    }

    @ArchTest
    static final ArchRule pipelineKnowsOfAwtTheBufferedImageAlone = noClasses()
            .that()
            .resideInAPackage(ROOT + "pipeline..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.awt..").and(not(equivalentTo(BufferedImage.class))));

    @ArchTest
    static final ArchRule operationsHaveNoChanceClockOrFile = noClasses()
            .that()
            .resideInAPackage(ROOT + "operation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.time..", "java.util.random..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.util\\.(Random|SplittableRandom|UUID)|java\\.util\\.concurrent\\.ThreadLocalRandom")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToTheTerminal =
            noClasses().that().resideOutsideOfPackage(ROOT + "cli..").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nothingImportsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "cli..");

    @ArchTest
    static final ArchRule thereAreNoPackageCycles =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsStoredByJavaSerialisation = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.Object(In|Out)putStream|java\\.io\\.Externalizable");

    @ArchTest
    static final ArchRule concreteClassesAreFinal = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveModifier(ABSTRACT)
            .should()
            .haveModifier(FINAL);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Common|Base)");

    @ArchTest
    static void everyPackageHasARow(JavaClasses classes) {
        Set<String> packages = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).split("\\.", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(MAY_SEE.keySet()), packages);
    }

    /** Rules over nothing pass; so the house must be there. */
    @ArchTest
    static void theRulesLookAtTheWholeHouse(JavaClasses classes) {
        Map<String, Long> counts = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        MAY_SEE.keySet().forEach(name -> assertTrue(counts.getOrDefault(ROOT + name, 0L) >= 3, name + ": " + counts));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        assertTrue(all >= 120, all + " classes in " + counts);
    }

    /** What it is, what it must not know, what to read next. */
    @ArchTest
    static void everyPackageIntroducesItselfInThreeParagraphs(JavaClasses classes) throws IOException {
        List<String> lacking = new ArrayList<>();
        Set<String> packages =
                classes.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        for (String name : packages) {
            Path file = Path.of("src/main/java", name.split("\\.", -1)).resolve("package-info.java");
            String text = Files.exists(file) ? Files.readString(file) : "";
            long paragraphs = Arrays.stream(text.split("\n", -1))
                    .filter(line -> line.startsWith(" * <p>"))
                    .count();
            if (paragraphs != 2 || !text.contains("@NullMarked")) {
                lacking.add(name);
            }
        }
        assertEquals(List.of(), lacking);
    }

    private static ArchRule row(String name) {
        Stream<String> ours = Stream.concat(Stream.of(name, "random"), MAY_SEE.getOrDefault(name, List.of()).stream())
                .map(other -> ROOT + other + "..");
        Stream<String> libraries = HOMES.entrySet().stream()
                .filter(home -> home.getValue().stream().anyMatch(at -> at.startsWith(name)))
                .map(Map.Entry::getKey);
        String[] allowed = Stream.of(EVERYWHERE.stream(), ours, libraries)
                .flatMap(all -> all)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    private static ArchRule home(String library) {
        String[] homes = HOMES.getOrDefault(library, List.of()).stream()
                .map(home -> ROOT + home + "..")
                .toArray(String[]::new);
        // Library users hold their pictures as BufferedImage: Pipeline.apply(BufferedImage) takes them as they are.
        String exempt = library.startsWith("java.awt") ? ROOT + "pipeline.Pipeline" : "nobody";
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .and()
                .doNotHaveFullyQualifiedName(exempt)
                .should()
                .dependOnClassesThat(resideInAnyPackage(library));
    }
}
