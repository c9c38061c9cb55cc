#include "linter/policy/example_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string_view>

#include "linter/base/text.h"
#include "linter/base/utf8.h"
#include "linter/policy/engine.h"
#include "linter/policy/marked_text.h"

namespace kaflint::policy {
namespace {

using Marks = std::vector<MarkedFinding>;

/// What does not exist has been reported by check_style.
CheckOptions options_of(const Example& example, const std::shared_ptr<const RuleChoice>& rules) {
  const auto versions_in = [](const std::string& text) -> std::optional<kafka::VersionSet> {
    if (text.empty()) return std::nullopt;
    auto versions = kafka::parse_version_request(text);
    return versions ? std::optional(*std::move(versions)) : std::nullopt;
  };
  CheckOptions options;
  options.rules = rules;
  options.versions = versions_in(example.kafka);
  if (const auto from = versions_in(example.from); from && options.versions)
    options.upgrade = {from->releases().back(), options.versions->releases().back()};
  if (!example.role.empty()) options.role = kafka::parse_role(example.role);
  options.require_reason = example.require_reason;
  if (!example.boot.empty()) {
    auto project = std::make_shared<project::ProjectVersions>();
    project->build.spring_boot = project::Fact{example.boot, "pom.xml", 1};
    options.project = std::move(project);
  }
  return options;
}

class Checker {
 public:
  Checker(const std::string& text, const std::string& id,
          const std::shared_ptr<const RuleChoice>& rules)
      : text_(text), id_(id), rules_(rules) {}

  ExampleCheck run() {
    const RuleFile file = read_rule_file(text_, result_.problems);
    std::size_t copied = 0;
    for (const Example& example : file.examples) {
      ++result_.examples;
      result_.updated += text_.substr(copied, example.content.begin - copied) + check(example);
      copied = example.content.end;
    }
    result_.updated += text_.substr(copied);
    for (const bool bad : {true, false})
      if (std::ranges::find(file.examples, bad, &Example::bad) == file.examples.end())
        add(text_.size(), fmt::format("no example below `## {}`", bad ? "Bad" : "Good"));
    std::ranges::stable_sort(result_.problems, {}, &RuleFileProblem::offset);
    return std::move(result_);
  }

 private:
  void add(std::size_t offset, std::string text) {
    result_.problems.push_back({static_cast<std::uint32_t>(offset), std::move(text)});
  }

  /// The example with the marks that it should have.
  std::string check(const Example& example) {
    const std::string_view content =
        std::string_view(text_).substr(example.content.begin, example.content.size());
    std::vector<RuleFileProblem> problems;
    const MarkedText marked = read_marked_text(content, id_, problems);
    for (RuleFileProblem& problem : problems)
      add(example.content.begin + problem.offset, std::move(problem.text));
    const Marks found = findings_of(example, marked.text);
    const bool own = std::ranges::find(found, id_, &MarkedFinding::rule) != found.end();
    if (own != example.bad)
      add(example.info.begin, example.bad
                                  ? "a Bad example has a finding of its rule, and this has none"
                                  : "a Good example has no finding of its rule, and this has one");
    tell("this is found, but not marked:", example, marked, missing(found, marked.findings));
    tell("this is marked, but not found:", example, marked, missing(marked.findings, found));
    return write_marked_text(marked.text, id_, found);
  }

  Marks findings_of(const Example& example, std::string text) const {
    if (example.invalid_utf8) text = replace_all(text, "\uFFFD", "\xFF");
    const auto source = std::make_shared<const SourceFile>(example.file_name, std::move(text));
    Marks marked;
    for (const Finding& finding : check_file(source, options_of(example, rules_)).findings)
      marked.push_back(mark_finding(source->bytes(), finding));
    std::ranges::sort(marked);
    return marked;
  }

  static Marks missing(const Marks& from, const Marks& in) {
    Marks result;
    std::ranges::set_difference(from, in, std::back_inserter(result));
    return result;
  }

  void tell(std::string_view what, const Example& example, const MarkedText& marked,
            const Marks& marks) {
    for (const MarkedFinding& each : marks) {
      std::string line = write_mark(each, id_);
      line.pop_back();
      add(place_of(example, marked, each), fmt::format("{}\n  {}", what, line));
    }
  }

  std::size_t place_of(const Example& example, const MarkedText& marked,
                       const MarkedFinding& finding) const {
    if (!finding.mark || marked.lines.empty()) return example.info.begin;
    const std::size_t line = std::min<std::size_t>(finding.mark->line, marked.lines.size() - 1);
    std::size_t at = example.content.begin + marked.lines[line];
    for (std::uint32_t left = finding.mark->column;
         left > 0 && at < example.content.end && text_[at] != '\n'; --left)
      for (++at; at < example.content.end && continues_utf8(text_[at]);) ++at;
    return at;
  }

  const std::string& text_;
  const std::string& id_;
  const std::shared_ptr<const RuleChoice>& rules_;
  ExampleCheck result_;
};

}  // namespace

ExampleCheck check_examples(const std::string& text, const std::string& id,
                            const std::shared_ptr<const RuleChoice>& rules) {
  return Checker(text, id, rules).run();
}

}  // namespace kaflint::policy
