// yaml-cpp as referee: the same tree of scalars for every YAML file at hand and for generated ones.
#include <gtest/gtest.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "linter/syntax/yaml.h"

namespace kaflint::syntax {
namespace {

namespace fs = std::filesystem;

/// Events as lines, so that a difference can be read.
class Recorder : public YAML::EventHandler {
 public:
  std::string events;
  void OnDocumentStart(const YAML::Mark&) override { events += "document\n"; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { events += "= \n"; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { events += "alias\n"; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    events += "= " + value + "\n";
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    events += "[\n";
  }
  void OnSequenceEnd() override { events += "]\n"; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    events += "{\n";
  }
  void OnMapEnd() override { events += "}\n"; }
};

std::optional<std::string> referee(const std::string& bytes) {
  std::istringstream stream(bytes);
  Recorder recorder;
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(recorder)) {
    }
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
  return recorder.events;
}

std::string text_or_null(const YamlFile& file, YamlId id) {
  return file.is_null(id) ? "" : std::string(file.text(id));
}

void write(const YamlFile& file, YamlId root, std::string& out) {
  struct Step {
    YamlId id;
    bool close;
  };
  std::vector<Step> steps = {{root, false}};
  while (!steps.empty()) {
    const Step step = steps.back();
    steps.pop_back();
    const YamlNode& node = file.node(step.id);
    const bool mapping = node.kind == YamlKind::mapping;
    if (step.close) {
      out += mapping ? "}\n" : "]\n";
    } else if (node.kind == YamlKind::alias) {
      out += "alias\n";
    } else if (node.kind == YamlKind::scalar) {
      out += "= " + text_or_null(file, step.id) + "\n";
    } else {
      out += mapping ? "{\n" : "[\n";
      steps.push_back({step.id, true});
      std::vector<YamlId> children;
      for (YamlId id = node.first_child; id != kNoYaml; id = file.node(id).next_sibling)
        children.push_back(id);
      for (auto id = children.rbegin(); id != children.rend(); ++id) steps.push_back({*id, false});
    }
  }
}

std::string ours(const YamlFile& file) {
  std::string out;
  for (const YamlDocument& document : file.documents) {
    out += "document\n";
    if (document.root == kNoYaml)
      out += "= \n";
    else
      write(file, document.root, out);
  }
  return out;
}

bool has_error(const YamlFile& file) {
  for (const YamlError& error : file.errors)
    if (error.kind != YamlError::Kind::duplicate_key) return true;
  return false;
}

void check_mappings(const YamlFile& file, const std::string& bytes, const std::string& name) {
  for (YamlId id = 0; id < file.nodes.size(); ++id) {
    if (file.node(id).kind != YamlKind::scalar) continue;
    ASSERT_EQ(map_scalar(file, bytes, id).text(), file.text(id)) << name;
  }
}

std::size_t compare_folder(const fs::path& folder) {
  std::size_t compared = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".yml" && extension != ".yaml")) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const YamlFile file = parse_yaml(bytes);
    const auto expected = referee(bytes);
    if (!file.masks.empty() || !expected || has_error(file)) continue;
    EXPECT_EQ(ours(file), *expected) << entry.path();
    check_mappings(file, bytes, entry.path());
    ++compared;
  }
  return compared;
}

TEST(YamlReferee, AgreesOnTheFixtures) { EXPECT_GT(compare_folder(KAFLINT_ROOT "/fixtures"), 0U); }

TEST(YamlReferee, AgreesOnTheCorpus) {
  const char* const named = std::getenv("KAFLINT_CORPUS");
  const fs::path corpus =
      named != nullptr ? fs::path(named) : fs::path(KAFLINT_ROOT) / "../shared/corpus";
  // The corpus is no part of the project, whose tests pass without it.
  if (!fs::is_directory(corpus)) GTEST_SKIP() << "no corpus beside the checkout";
  EXPECT_GT(compare_folder(corpus), 150U);
}

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}
  std::string stream() {
    std::string out;
    const unsigned documents = 1 + below(3);
    for (unsigned i = 0; i < documents; ++i) {
      if (documents > 1) out += below(2) == 0 ? "---\n" : "--- # next\n";
      anchors_ = 0;
      mapping(out, 0, 0);
    }
    if (below(3) != 0) return out;
    std::string with_crlf;
    for (const char c : out) {
      if (c == '\n') with_crlf += '\r';
      with_crlf += c;
    }
    return with_crlf;
  }

 private:
  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
  std::string word() {
    static const char* kWords[] = {"acks", "all", "größe", "1",   "true", "null",
                                   "a.b",  "x-y", "日本",  "10m", "~"};
    return kWords[below(std::size(kWords))];
  }
  void scalar(std::string& out, unsigned indent, bool in_sequence) {
    const unsigned kind = below(12);
    // yaml-cpp 0.7 refuses an anchor on an item that goes on over more lines without quotes (`- &a
    // |`), which is valid.
    const bool lines = kind == 2 || kind == 3 || (kind >= 6 && kind <= 8);
    if (below(8) == 0 && !(lines && in_sequence)) out += "&a" + std::to_string(anchors_++) + " ";
    switch (kind) {
      case 0:
        out += "'" + word() + " ''" + word() + "'\n";
        break;
      case 1:
        out += "\"" + word() + "\\t\\u00e9\\\"" + word() + "\"\n";
        break;
      case 2:
        out += "|\n" + line(indent) + "a=" + word() + "\n\n" + line(indent) + "b = 2\n";
        break;
      case 3:
        out += ">-\n" + line(indent) + word() + "\n" + line(indent) + word() + "\n";
        break;
      case 4:
        out += word() + " # " + word() + "\n";
        break;
      case 6:
        out += "|+\n" + line(indent) + word() + "\n" + line(indent) + " " + word() + "\n\n";
        break;
      case 7:
        out += ">\n" + line(indent) + word() + "\n" + line(indent) + "  " + word() + "\n\n" +
               line(indent) + word() + "\n";
        break;
      case 8:
        out += word() + "\n" + line(indent) + word() + "\n\n" + line(indent) + word() + " # x\n";
        break;
      case 9:
        out += "'" + word() + "\n\n" + line(indent) + word() + "'\n";
        break;
      case 10:
        out += "\"" + word() + " \\\n" + line(indent) + word() + "\n" + line(indent) +
               "\\U0001F600\"\n";
        break;
      case 5:
        out += "[" + word() + ", {" + word() + ": " + word() + "}]\n";
        break;
      default:
        out += word() + "\n";
    }
  }
  static std::string line(unsigned indent) { return std::string(indent + 2, ' '); }
  void mapping(std::string& out, unsigned indent, unsigned depth) {
    const unsigned count = 1 + below(4);
    for (unsigned i = 0; i < count; ++i) {
      if (below(6) == 0) out += std::string(indent, ' ') + "# " + word() + ": comment\n";
      if (below(9) == 0) out += "\n";
      out += std::string(indent, ' ') + "k" + std::to_string(i) + word() + ":";
      if (anchors_ > 0 && below(6) == 0) {
        out += " *a" + std::to_string(below(anchors_)) + "\n";
        continue;
      }
      if (depth < 4 && below(3) == 0) {
        out += "\n";
        if (below(2) == 0)
          mapping(out, indent + 2, depth + 1);
        else
          for (unsigned j = 0; j < 2; ++j) {
            out += std::string(indent + 2, ' ') + "- ";
            scalar(out, indent + 2, true);
          }
      } else {
        out += " ";
        scalar(out, indent, false);
      }
    }
  }
  unsigned anchors_ = 0;
  std::mt19937 random_;
};

TEST(YamlReferee, AgreesOnGeneratedDocuments) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const std::string bytes = Generator(seed).stream();
    const YamlFile file = parse_yaml(bytes);
    const auto expected = referee(bytes);
    ASSERT_TRUE(expected) << bytes;
    ASSERT_FALSE(has_error(file)) << bytes;
    ASSERT_EQ(ours(file), *expected) << bytes;
    check_mappings(file, bytes, bytes);
  }
}

}  // namespace
}  // namespace kaflint::syntax
