#include "linter/project/gradle.h"

#include "linter/project/gradle_tokens.h"
#include "linter/project/version_catalog.h"
#include "tests/unit/project/project_folder.h"

namespace kaflint::project {
namespace {

class Gradle : public ProjectFolder {
 protected:
  BuildFacts facts(const std::string& folder = "") const {
    const ProjectFiles files;
    const std::string from = at(folder + "application.yml");
    return read_gradle(files, from, files.upwards(from));
  }
  std::string clients(const std::string& script, const char* name = "build.gradle") const {
    write(name, script);
    const std::string found = shown(facts().kafka_clients);
    std::filesystem::remove(folder_ / name);
    return found;
  }
};

TEST_F(Gradle, CoordinatesInEveryNotation) {
  EXPECT_EQ(clients("dependencies {\n implementation 'org.apache.kafka:kafka-clients:3.6.1'\n}"),
            "3.6.1 at build.gradle:2");
  EXPECT_EQ(clients("api(\"org.apache.kafka:kafka-clients:3.6.1@jar\")"),
            "3.6.1 at build.gradle:1");
  EXPECT_EQ(clients("compile group: 'org.apache.kafka', name: 'kafka-clients', version: '2.5.0'"),
            "2.5.0 at build.gradle:1");
  EXPECT_EQ(clients("implementation(group = \"org.apache.kafka\", name = \"kafka-clients\", "
                    "version = kafkaVersion)\nval kafkaVersion = \"3.1.0\"",
                    "build.gradle.kts"),
            "3.1.0 at build.gradle.kts:2");
  EXPECT_EQ(clients("implementation 'org.apache.kafka:kafka-clients'"), "unsaid");
  EXPECT_EQ(clients("implementation group: 'org.apache.kafka', name: 'kafka-clients'"), "unsaid");
}

TEST_F(Gradle, VariablesOfTheScript) {
  const std::string use = "\ncompile \"org.apache.kafka:kafka-clients:";
  EXPECT_EQ(clients("def kafkaVersion = '3.6.1'" + use + "$kafkaVersion\""),
            "3.6.1 at build.gradle:1");
  EXPECT_EQ(clients("ext {\n kafkaVersion = '3.6.1'\n}" + use + "${kafkaVersion}\""),
            "3.6.1 at build.gradle:2");
  EXPECT_EQ(clients("ext.kafkaVersion = '3.6.1'" + use + "${rootProject.ext.kafkaVersion}\""),
            "3.6.1 at build.gradle:1");
  EXPECT_EQ(clients("ext.versions = [\n kafka: '3.6.1',\n slf4j: '2.0.0'\n]" + use +
                    "${versions.kafka}\""),
            "3.6.1 at build.gradle:2");
  EXPECT_EQ(
      clients("ext { set('kafkaVersion', \"3.6.1\") }" + use + "${property('kafkaVersion')}\""),
      "3.6.1 at build.gradle:1");
  EXPECT_EQ(clients("def v = '3.6.1'\ncompile 'org.apache.kafka:kafka-clients:' + v"),
            "3.6.1 at build.gradle:1");
  EXPECT_EQ(clients("val v: String by extra(\"3.6.1\")" + use + "$v\"", "build.gradle.kts"),
            "3.6.1 at build.gradle.kts:1");
  EXPECT_EQ(clients("object Versions { const val KAFKA = \"3.6.1\" }" + use + "${Versions.KAFKA}\"",
                    "build.gradle.kts"),
            "3.6.1 at build.gradle.kts:1");
}

TEST_F(Gradle, WhatIsNotKnown) {
  const std::string use = "\ncompile \"org.apache.kafka:kafka-clients:";
  EXPECT_EQ(clients(use + "$kafkaVersion\""), "unknown at build.gradle:2");
  // Which one counts depends on the flow of the script.
  EXPECT_EQ(clients("if (old) v = '2.8.0' else v = '3.6.1'" + use + "$v\""),
            "unknown at build.gradle:2");
  EXPECT_EQ(clients("v = \"$w\"; w = \"$v\"" + use + "$v\""), "unknown at build.gradle:1");
  EXPECT_EQ(clients("version = '1.0'" + use + "${dependencies.kafka.version}\""),
            "unknown at build.gradle:2");
  EXPECT_EQ(clients("compile 'org.apache.kafka:kafka-clients:$v'"), "$v at build.gradle:1");
}

TEST_F(Gradle, CommentsAndTestsDoNotCount) {
  EXPECT_EQ(clients("// implementation 'org.apache.kafka:kafka-clients:3.6.1'\n"
                    "/* api 'org.apache.kafka:kafka-clients:3.6.1' */\n"
                    "testImplementation 'org.apache.kafka:kafka-clients:3.6.1'\n"
                    "integrationTestImplementation('org.apache.kafka:kafka-clients:3.6.1')\n"
                    "api 'org.apache.kafka:kafka-clients:3.6.1:test'\n"),
            "unsaid");
  EXPECT_EQ(clients("url = 'https://repo.example//x'\napi 'org.apache.kafka:kafka-clients:3.0.0'"),
            "3.0.0 at build.gradle:2");
}

TEST_F(Gradle, BootByItsPlugin) {
  write("build.gradle.kts",
        "plugins {\n    id(\"org.springframework.boot\") version \"3.5.3\"\n}\n"
        "extra[\"kafka.version\"] = \"4.0.0\"\n");
  EXPECT_EQ(shown(facts().spring_boot), "3.5.3 at build.gradle.kts:2");
  EXPECT_EQ(shown(facts().boot_kafka_version), "4.0.0 at build.gradle.kts:4");
}

TEST_F(Gradle, BootInOlderForms) {
  write(
      "build.gradle",
      "buildscript {\n  ext { springBootVersion = '2.1.4.RELEASE' }\n  dependencies {\n"
      "    classpath(\"org.springframework.boot:spring-boot-gradle-plugin:${springBootVersion}\")\n"
      "  }\n}\n");
  EXPECT_EQ(shown(facts().spring_boot), "2.1.4.RELEASE at build.gradle:2");
  write("build.gradle",
        "dependencyManagement { imports {\n"
        "  mavenBom 'org.springframework.boot:spring-boot-dependencies:2.3.1.RELEASE'\n}}");
  EXPECT_EQ(shown(facts().spring_boot), "2.3.1.RELEASE at build.gradle:2");
  write("build.gradle", "plugins { id 'org.springframework.boot' version '3.1.4' apply false }");
  EXPECT_EQ(shown(facts().spring_boot), "3.1.4 at build.gradle:1");
  write("build.gradle", "compile 'org.springframework.boot:spring-boot-starter-web:3.1.4'");
  EXPECT_EQ(shown(facts().spring_boot), "unsaid");
  EXPECT_EQ(shown(facts().spring_boot_library), "3.1.4 at build.gradle:1");
}

TEST_F(Gradle, ModulesTakeFromTheRootOfTheBuild) {
  write(
      "settings.gradle",
      "pluginManagement { plugins { id 'org.springframework.boot' version \"${bootVersion}\" } }");
  write("gradle.properties", "bootVersion=3.0.2\nkafkaVersion=3.4.0\n");
  write("app/build.gradle",
        "plugins { id 'org.springframework.boot' }\n"
        "dependencies { compile \"org.apache.kafka:kafka-streams:$kafkaVersion\" }");
  EXPECT_EQ(shown(facts("app/").spring_boot), "3.0.2 at gradle.properties:1");
  EXPECT_EQ(shown(facts("app/").kafka_streams), "3.4.0 at gradle.properties:2");
}

TEST_F(Gradle, WithoutSettingsFoldersAboveAreOtherBuilds) {
  write("build.gradle", "compile 'org.apache.kafka:kafka-clients:2.0.0'");
  write("gradle.properties", "v=2.0.1");
  write("app/build.gradle", "compile \"org.apache.kafka:kafka-streams:$v\"");
  EXPECT_EQ(shown(facts("app/").kafka_clients), "unsaid");
  EXPECT_EQ(shown(facts("app/").kafka_streams), "unknown at app/build.gradle:1");
}

TEST_F(Gradle, CatalogEntriesCountWhereTheyAreUsed) {
  write("settings.gradle.kts", "");
  write("gradle/libs.versions.toml",
        "[versions]\nkafka = \"3.8.0\" # releases\nspring-boot = { strictly = \"3.5.3\" }\n"
        "[libraries]\nkafka-clients = { module = \"org.apache.kafka:kafka-clients\", "
        "version.ref = \"kafka\" }\nstreams = \"org.apache.kafka:kafka-streams:3.7.0\"\n"
        "[plugins]\nspring_boot = { id = \"org.springframework.boot\", version.ref = "
        "\"spring-boot\" }\n");
  write("a/build.gradle.kts",
        "plugins { alias(libs.plugins.spring.boot) }\ndependencies { api(libs.kafka.clients) }");
  EXPECT_EQ(shown(facts("a/").kafka_clients), "3.8.0 at gradle/libs.versions.toml:2");
  EXPECT_EQ(shown(facts("a/").spring_boot), "3.5.3 at gradle/libs.versions.toml:3");
  EXPECT_EQ(shown(facts("a/").kafka_streams), "unsaid");
  write("b/build.gradle.kts",
        "dependencies { api(libs.bundles.kafka)\n"
        "testImplementation(libs.kafka.clients) }");
  EXPECT_EQ(shown(facts("b/").kafka_streams), "3.7.0 at gradle/libs.versions.toml:6");
  write("c/build.gradle.kts", "dependencies {\ntestImplementation(libs.kafka.clients) }");
  EXPECT_TRUE(facts("c/").empty());
  write("d/build.gradle.kts",
        "api(\"org.apache.kafka:kafka-clients:${libs.versions.kafka.get()}\")");
  EXPECT_EQ(shown(facts("d/").kafka_clients), "3.8.0 at gradle/libs.versions.toml:2");
}

TEST_F(Gradle, OtherFrameworks) {
  write("gradle.properties",
        "g=io.quarkus.platform\na=quarkus-bom\nv=3.8.4\nmicronautVersion=4.5.0");
  write("build.gradle", "implementation enforcedPlatform(\"${g}:${a}:${v}\")");
  EXPECT_EQ(shown(facts().quarkus), "3.8.4 at gradle.properties:3");
  EXPECT_EQ(shown(facts().micronaut), "4.5.0 at gradle.properties:4");
  write("gradle.properties", "");
  write("build.gradle", "micronaut {\n  runtime(\"netty\")\n  version(\"4.6.0\")\n}");
  EXPECT_EQ(shown(facts().micronaut), "4.6.0 at build.gradle:3");
}

TEST_F(Gradle, HostileScripts) {
  for (const std::string& piece :
       {std::string("libs."), std::string("group:"), std::string("id("), std::string("'a:b:c' "),
        std::string("\"${"), std::string("x = 'y';"), std::string("["), std::string("micronaut{"),
        std::string("'''"), std::string("/*"), std::string("\"\\"), std::string("a:'b',"),
        std::string("set('a','b')")}) {
    std::string script;
    while (script.size() < 400'000) script += piece;
    write("build.gradle", script);
    facts();
    write("gradle/libs.versions.toml", "[versions]\n" + script);
    facts();
  }
  std::string doubling = "d0 = \"aaaaaaaa\"\n";
  for (int i = 1; i < 60; ++i) {
    const std::string before = "$d" + std::to_string(i - 1);
    doubling += "d" + std::to_string(i) + " = \"" + before + before + "\"\n";
  }
  EXPECT_EQ(clients(doubling + "api \"org.apache.kafka:kafka-clients:$d59\""),
            "unknown at build.gradle:45");
}

TEST(GradleTokens, LinesAreCountedThroughEverything) {
  const auto tokens = gradle_tokens("a /* \n */ '''x\ny''' \"${m['k']}\\\"\"\n// \nb");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[1].text, "x\ny");
  EXPECT_EQ(tokens[1].line, 2U);
  EXPECT_EQ(tokens[2].text, "${m['k']}\\\"");
  EXPECT_EQ(tokens[3].line, 5U);
}

TEST(VersionCatalog, FormsOfEntries) {
  const auto entries = parse_version_catalog(
      "[libraries]\r\n"
      "a-b_c = { group = 'g', name = 'n', version = \"1\" }\r\n"
      "\"quoted\" = { module = \"g:m\", version = { prefer = \"2\" } }\n"
      "none = { module = \"g:m\" }\n"
      "list = [\"x\"]\nbroken = { module = \n = 3\n"
      "[plugins]\np = \"id:4\"\n[bundles]\nb = [\n  \"a-b\",\n]\n");
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(entries[0].accessor, "a.b.c");
  EXPECT_EQ(entries[0].id, "g:n");
  EXPECT_EQ(entries[0].version, "1");
  EXPECT_EQ(entries[0].line, 2U);
  EXPECT_EQ(entries[1].version, "2");
  EXPECT_EQ(entries[2].version, "");
  EXPECT_EQ(entries[3].id, "id");
  EXPECT_EQ(entries[3].version, "4");
}

}  // namespace
}  // namespace kaflint::project
