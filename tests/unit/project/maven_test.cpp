#include "linter/project/maven.h"

#include "tests/unit/project/project_folder.h"

namespace kaflint::project {
namespace {

class Maven : public ProjectFolder {
 protected:
  BuildFacts facts(const std::string& folder = "") const {
    const ProjectFiles files;
    return read_maven(files, at(folder + "application.yml"), "pom.xml");
  }
};

std::string dependency(const std::string& group, const std::string& artifact,
                       const std::string& rest) {
  return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId>" +
         rest + "</dependency>\n";
}

const std::string kBootParent =
    "<parent><groupId>org.springframework.boot</groupId>\n"
    "<artifactId>spring-boot-starter-parent</artifactId>\n<version>3.2.4</version></parent>\n";

TEST_F(Maven, BootByItsParent) {
  write("pom.xml", "<project>\n" + kBootParent + "<artifactId>shop</artifactId></project>");
  EXPECT_EQ(shown(facts().spring_boot), "3.2.4 at pom.xml:4");
  EXPECT_EQ(shown(facts().boot_kafka_version), "unsaid");
}

TEST_F(Maven, AnInheritedPropertyOverridesWhatBootManages) {
  write("pom.xml", "<project>\n" + kBootParent +
                       "<properties>\n<kafka.version>3.7.1</kafka.version></properties></project>");
  EXPECT_EQ(shown(facts().boot_kafka_version), "3.7.1 at pom.xml:6");
}

TEST_F(Maven, AnImportedBillOfMaterialsIsNotOverridden) {
  write("pom.xml",
        "<project><properties><kafka.version>3.7.1</kafka.version></properties>\n"
        "<dependencyManagement><dependencies>\n" +
            dependency("org.springframework.boot", "spring-boot-dependencies",
                       "<version>3.2.4</version><type>pom</type><scope>import</scope>") +
            "</dependencies></dependencyManagement></project>");
  EXPECT_EQ(shown(facts().spring_boot), "3.2.4 at pom.xml:3");
  EXPECT_EQ(shown(facts().boot_kafka_version), "unsaid");
}

TEST_F(Maven, PropertiesOfParentsAndTheirOverrides) {
  write("pom.xml",
        "<project><artifactId>root</artifactId><properties>\n<kafka>2.8.0</kafka>\n"
        "<clients>${kafka}</clients></properties>\n<dependencyManagement><dependencies>\n" +
            dependency("org.apache.kafka", "kafka-clients", "<version>${clients}</version>") +
            "</dependencies></dependencyManagement></project>");
  const std::string parent = "<parent><artifactId>root</artifactId></parent>";
  write("a/pom.xml", "<project>" + parent + "<artifactId>a</artifactId></project>");
  write("b/pom.xml", "<project>" + parent +
                         "<artifactId>b</artifactId>\n<properties>\n<kafka>3.1.0</kafka>"
                         "</properties></project>");
  EXPECT_EQ(shown(facts("a/").kafka_clients), "2.8.0 at pom.xml:2");
  EXPECT_EQ(shown(facts("b/").kafka_clients), "3.1.0 at b/pom.xml:3");
}

TEST_F(Maven, TheParentAtThePathMustBeTheOneThatIsNamed) {
  write("pom.xml", "<project>" + kBootParent + "<artifactId>other</artifactId></project>");
  write("a/pom.xml", "<project><parent><artifactId>root</artifactId></parent></project>");
  EXPECT_TRUE(facts("a/").empty());
  write("build/pom.xml", "<project>" + kBootParent + "<artifactId>root</artifactId></project>");
  write("b/pom.xml",
        "<project><parent><artifactId>root</artifactId><relativePath>../build</relativePath>"
        "</parent></project>");
  EXPECT_EQ(shown(facts("b/").spring_boot), "3.2.4 at build/pom.xml:3");
  write("c/pom.xml",
        "<project><parent><artifactId>other</artifactId><relativePath/></parent></project>");
  EXPECT_TRUE(facts("c/").empty());
}

TEST_F(Maven, WhatIsNotKnownHidesWhatIsFurtherAway) {
  write("pom.xml", "<project><artifactId>root</artifactId><dependencies>\n" +
                       dependency("org.apache.kafka", "kafka-clients", "<version>3.1.0</version>") +
                       "</dependencies></project>");
  write("a/pom.xml", "<project><parent><artifactId>root</artifactId></parent><dependencies>\n" +
                         dependency("org.apache.kafka", "kafka-clients",
                                    "<version>${from.the.command.line}</version>") +
                         "</dependencies></project>");
  EXPECT_EQ(shown(facts("a/").kafka_clients), "unknown at a/pom.xml:2");
}

TEST_F(Maven, DependenciesOfTestsDoNotCount) {
  write("pom.xml", "<project><dependencies>\n" +
                       dependency("org.apache.kafka", "kafka-clients",
                                  "<version>3.1.0</version><scope>test</scope>") +
                       dependency("org.apache.kafka", "kafka-clients",
                                  "<version>3.1.0</version><classifier>test</classifier>") +
                       dependency("org.apache.kafka", "kafka-streams", "<version>3.2.0</version>") +
                       "</dependencies></project>");
  EXPECT_EQ(shown(facts().kafka_clients), "unsaid");
  EXPECT_EQ(shown(facts().kafka_streams), "3.2.0 at pom.xml:4");
}

TEST_F(Maven, OtherFrameworks) {
  write("pom.xml",
        "<project><properties>\n<quarkus.platform.group-id>io.quarkus.platform"
        "</quarkus.platform.group-id>\n<quarkus.version>3.8.4</quarkus.version></properties>\n"
        "<dependencyManagement><dependencies>\n" +
            dependency("${quarkus.platform.group-id}", "quarkus-bom",
                       "<version>${quarkus.version}</version>") +
            dependency("io.micronaut.platform", "micronaut-platform", "<version>4.5.0</version>") +
            dependency("org.springframework.cloud", "spring-cloud-dependencies",
                       "<version>2023.0.1</version>") +
            "</dependencies></dependencyManagement></project>");
  EXPECT_EQ(shown(facts().quarkus), "3.8.4 at pom.xml:3");
  EXPECT_EQ(shown(facts().micronaut), "4.5.0 at pom.xml:6");
  EXPECT_EQ(shown(facts().spring_cloud), "2023.0.1 at pom.xml:7");
}

TEST_F(Maven, HostileFiles) {
  write("pom.xml", "no xml");
  EXPECT_TRUE(facts().empty());
  write("pom.xml", "<html><parent/></html>");
  EXPECT_TRUE(facts().empty());
  // Parents in a circle, and a pom that is its own parent.
  write("a/pom.xml",
        "<project><artifactId>a</artifactId><parent><artifactId>b</artifactId>"
        "<relativePath>../b</relativePath></parent></project>");
  write("b/pom.xml",
        "<project><artifactId>b</artifactId><parent><artifactId>a</artifactId>"
        "<relativePath>../a/pom.xml</relativePath></parent></project>");
  EXPECT_TRUE(facts("a/").empty());
  write("c/pom.xml",
        "<project><artifactId>c</artifactId><parent><artifactId>c</artifactId>"
        "<relativePath>pom.xml</relativePath></parent></project>");
  EXPECT_TRUE(facts("c/").empty());
  // Properties in a circle, and ones that double.
  std::string properties = "<properties><x>${y}</x><y>${x}</y><d0>aaaaaaaa</d0>";
  for (int i = 1; i < 60; ++i)
    properties += "<d" + std::to_string(i) + ">${d" + std::to_string(i - 1) + "}${d" +
                  std::to_string(i - 1) + "}</d" + std::to_string(i) + ">";
  for (const char* version : {"${x}", "${d59}", "${", "${}", "$", ""}) {
    write("d/pom.xml", "<project>" + properties + "</properties><dependencies>" +
                           dependency("org.apache.kafka", "kafka-clients",
                                      "<version>" + std::string(version) + "</version>") +
                           "</dependencies></project>");
    const std::string text = facts("d/").kafka_clients->text;
    EXPECT_EQ(text, std::string(version) == "$" ? "$" : "") << version;
  }
}

TEST_F(Maven, ParentsOutsideOfTheProjectAreNotRead) {
  write("outside.xml", "<project>" + kBootParent + "<artifactId>root</artifactId></project>");
  write("inner/.git/HEAD", "");
  write("inner/pom.xml",
        "<project><parent><artifactId>root</artifactId><relativePath>../outside.xml</relativePath>"
        "</parent></project>");
  EXPECT_TRUE(facts("inner/").empty());
}

}  // namespace
}  // namespace kaflint::project
