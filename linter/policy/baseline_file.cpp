// The file is YAML: one line for each entry below its file's name, so that its changes read well
// and two branches seldom meet in one line.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string_view>

#include "linter/base/suggest.h"
#include "linter/policy/baseline.h"
#include "linter/source/position.h"
#include "linter/syntax/yaml.h"
#include "linter/syntax/yaml_escape.h"

namespace kaflint::policy {
namespace {

using syntax::YamlEntry;
using syntax::YamlFile;
using syntax::YamlId;

constexpr std::string_view kHead =
    "# Findings that kaflint knows and does not report. Made by `kaflint check --write-baseline`:\n"
    "# it adds what is found and removes what is gone. Entries may be removed by hand.\n"
    "version: 1\n";

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text)
    if (syntax::needs_yaml_escape(c))
      result += syntax::yaml_escape(c);
    else
      result += c;
  return result + '"';
}

class Reader {
 public:
  explicit Reader(const SourceFile& source)
      : source_(source), yaml_(syntax::parse_yaml(source.bytes())) {
    baseline_.file = source.path();
  }

  std::expected<Baseline, ConfigurationProblem> read() {
    if (!yaml_.errors.empty())
      refuse_at(yaml_.errors.front().span.begin, yaml_.errors.front().detail);
    else if (yaml_.documents.size() != 1 || !yaml_.is_mapping(yaml_.documents[0].root))
      refuse_at(0, "a baseline is a map with `version` and `findings`");
    else
      read_root(yaml_.documents[0].root);
    if (problem_) return std::unexpected(*std::move(problem_));
    return std::move(baseline_);
  }

 private:
  void refuse_at(std::uint32_t offset, std::string text) {
    if (problem_) return;
    const Position at = LineTable(source_.bytes()).position(offset, ColumnUnit::code_points);
    problem_ = {{source_.path(), at.line + 1, at.column + 1}, std::move(text)};
  }
  void refuse(YamlId node, std::string text) {
    refuse_at(yaml_.node(node).span.begin, std::move(text));
  }

  /// Whether the key is one of `known`.
  bool knows(YamlId key, const std::vector<std::string_view>& known) {
    const std::string_view text = yaml_.text(key);
    for (const std::string_view each : known)
      if (text == each) return true;
    refuse(key, fmt::format("unknown key `{}`{}", text, did_you_mean(nearest(text, known))));
    return false;
  }

  void read_root(YamlId root) {
    if (const YamlId version = syntax::find(yaml_, root, "version"); version == syntax::kNoYaml)
      refuse(root, "`version` is missing");
    else if (yaml_.text(version) != "1")
      refuse(version, "this kaflint knows version 1 of baselines only");
    for (const YamlEntry& entry : syntax::entries(yaml_, root)) {
      if (!knows(entry.key, {"version", "findings"})) return;
      if (yaml_.text(entry.key) != "findings" || yaml_.is_null(entry.value)) continue;
      if (!yaml_.is_mapping(entry.value)) return refuse(entry.value, "must be a map of files");
      for (const YamlEntry& file : syntax::entries(yaml_, entry.value)) read_file(file);
    }
  }

  void read_file(const YamlEntry& file) {
    if (!yaml_.is_sequence(file.value)) return refuse(file.value, "must be a list of findings");
    for (const YamlId item : syntax::items(yaml_, file.value)) {
      if (!yaml_.is_mapping(item)) return refuse(item, "must be a map with `rule`");
      BaselineEntry entry;
      entry.path = yaml_.text(file.key);
      std::size_t count = 1;
      for (const YamlEntry& field : syntax::entries(yaml_, item)) read_field(field, entry, count);
      if (entry.rule.empty()) refuse(item, "`rule` is missing");
      baseline_.counts[std::move(entry)] += count;
    }
  }

  void read_field(const YamlEntry& field, BaselineEntry& entry, std::size_t& count) {
    if (!knows(field.key, {"rule", "unit", "key", "count"})) return;
    if (!yaml_.is_scalar(field.value)) return refuse(field.value, "must be one value");
    const std::string_view name = yaml_.text(field.key);
    const std::string_view text = yaml_.text(field.value);
    if (name == "count") {
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
      if (error != std::errc() || end != text.data() + text.size() || count == 0)
        refuse(field.value, "must be a whole number of at least 1");
      return;
    }
    (name == "rule" ? entry.rule : name == "unit" ? entry.unit : entry.key) = text;
  }

  const SourceFile& source_;
  YamlFile yaml_;
  Baseline baseline_;
  std::optional<ConfigurationProblem> problem_;
};

}  // namespace

std::expected<Baseline, ConfigurationProblem> parse_baseline(const SourceFile& source) {
  return Reader(source).read();
}

std::string baseline_text(const Baseline& baseline) {
  std::string text(kHead);
  text += baseline.counts.empty() ? "findings: {}\n" : "findings:\n";
  const std::string* path = nullptr;
  for (const auto& [entry, count] : baseline.counts) {
    if (path == nullptr || *path != entry.path) text += fmt::format("  {}:\n", quoted(entry.path));
    path = &entry.path;
    text += fmt::format("    - {{rule: {}", entry.rule);
    if (!entry.unit.empty()) text += fmt::format(", unit: {}", quoted(entry.unit));
    if (!entry.key.empty()) text += fmt::format(", key: {}", quoted(entry.key));
    if (count > 1) text += fmt::format(", count: {}", count);
    text += "}\n";
  }
  return text;
}

}  // namespace kaflint::policy
