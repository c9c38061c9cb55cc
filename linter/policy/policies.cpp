#include "linter/policy/policies.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/policy/policy_files.h"
#include "linter/source/position.h"
#include "linter/source/source_file.h"

namespace kaflint::policy {

namespace fs = std::filesystem;

namespace {

/// Lines end in LF and nothing stands before the first one; places stay what they are.
std::string plain_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] != '\r' || !bytes.substr(i + 1).starts_with('\n')) text += bytes[i];
  return text;
}

/// What would spoil a report or a terminal.
std::optional<RuleFileProblem> wrong_character(std::string_view text) {
  for (std::uint32_t i = 0; i < text.size();) {
    const std::uint32_t size = utf8_sequence(text, i);
    const auto byte = static_cast<unsigned char>(text[i]);
    if (size == 0) return RuleFileProblem{i, "is not UTF-8"};
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F)
      return RuleFileProblem{i, fmt::format("has the control character U+{:04X}", byte)};
    i += size;
  }
  return std::nullopt;
}

}  // namespace

std::string to_string(const ConfigurationProblem& problem) {
  const auto& [file, line, column] = problem.place;
  if (line == 0) return fmt::format("{}: {}", file, problem.text);
  return fmt::format("{}:{}:{}: {}", file, line, column, problem.text);
}

Policies Policies::load(std::span<const std::string> paths,
                        std::span<const NamedFile> of_configuration) {
  Policies policies;
  for (const std::string& path : paths) policies.add_path({path, {}}, PathBase::working_directory);
  for (const NamedFile& file : of_configuration) policies.add_path(file, PathBase::configuration);
  policies.make_all();
  return policies;
}

Policies Policies::of_text(const std::string& path, std::string_view bytes) {
  Policies policies;
  policies.add_text(path, bytes, PathBase::working_directory);
  policies.make_all();
  return policies;
}

const Rule* Policies::find(std::string_view id) const {
  const auto found = std::ranges::find(rules_, id, &Rule::id);
  return found == rules_.end() ? nullptr : *found;
}

void Policies::add_path(const NamedFile& path, PathBase base) {
  std::error_code error;
  if (!fs::is_directory(path.path, error)) return add_file(path.path, path.place, base);
  const std::size_t before = problems_.size();
  const std::vector<std::string> files =
      policy_files(path.path, [this](const std::string& file, std::string why) {
        problems_.push_back({{file, 0, 0}, std::move(why)});
      });
  if (files.empty() && problems_.size() == before)
    problems_.push_back({{path.path, 0, 0}, "no policy (.md) lies in this folder"});
  for (const std::string& file : files) add_file(file, path.place, base);
}

void Policies::add_file(const std::string& path, const ConfigurationPlace& named, PathBase base) {
  const auto file = read_source_file(path, kSizeLimit);
  if (!file) {
    if (named.file.empty())
      problems_.push_back({{path, 0, 0}, file.error().reason});
    else
      problems_.push_back(
          {named, fmt::format("cannot read the policy `{}`: {}", path, file.error().reason)});
    return;
  }
  add_text(path, file->bytes(), base);
}

void Policies::add_text(const std::string& path, std::string_view bytes, PathBase base) {
  const std::string id = std::string(kPolicyFolder) + fs::path(path).stem().string();
  if (const auto same = by_id_.find(id); same != by_id_.end()) {
    // The same file may be named twice, by an option and by the configuration.
    std::error_code error;
    if (!fs::equivalent(same->second->path, path, error))
      problems_.push_back({{path, 0, 0},
                           fmt::format("`{}` is the id of {} already; rename one of the files", id,
                                       same->second->path)});
    return;
  }
  const RuleSource& source =
      sources_.emplace_back(read_rule_source(id, path, plain_text(bytes), RuleKind::policy));
  by_id_.emplace(source.id, &source);
  bases_.push_back(base);
  const LineTable lines(source.text);
  std::vector<RuleFileProblem> problems = source.problems;
  if (auto wrong = wrong_character(source.text)) problems.push_back(*std::move(wrong));
  std::ranges::stable_sort(problems, {}, &RuleFileProblem::offset);
  for (RuleFileProblem& problem : problems) {
    const Position at = lines.position(problem.offset, ColumnUnit::code_points);
    problems_.push_back({{path, at.line + 1, at.column + 1}, std::move(problem.text)});
  }
}

void Policies::make_all() {
  if (!problems_.empty()) return;
  for (std::size_t i = 0; i < sources_.size(); ++i) make(sources_[i], bases_[i]);
}

void Policies::make(const RuleSource& source, PathBase base) {
  Loaded& loaded = loaded_.emplace_back();
  for (const std::string& role : source.roles) loaded.roles.push_back(*kafka::parse_role(role));
  loaded.references.assign(source.references.begin(), source.references.end());
  loaded.key_texts = keys_of(source);
  loaded.keys.assign(loaded.key_texts.begin(), loaded.key_texts.end());
  Rule& rule = loaded.rule;
  rule.id = source.id;
  rule.summary = source.summary;
  rule.consequences = source.consequences;
  rule.roles = loaded.roles;
  rule.versions = source.versions;
  rule.level = source.level.value_or(default_level(source.consequences.front()));
  rule.message = source.message;
  rule.references = loaded.references;
  rule.page = source.page;
  rule.demand.require = source.require->checked.program.view();
  if (source.when) rule.demand.when = source.when->checked.program.view();
  rule.demand.keys = loaded.keys;
  if (source.fix) {
    rule.demand.fix_key = source.fix->key;
    rule.demand.fix_value = source.fix->value;
  }
  for (const std::string& pattern : source.selectors.paths) loaded.selector.paths.add(pattern);
  loaded.selector.base = base;
  loaded.selector.labels = source.selectors.labels;
  loaded.selector.topic = source.selectors.topic;
  rule.selector = &loaded.selector;
  rules_.push_back(&rule);
}

}  // namespace kaflint::policy
