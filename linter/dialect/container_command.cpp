// kafka-server-start.sh puts `--override` arguments over its file (kafka.Kafka,
// CommandLineUtils.parseKeyValueArgs).
#include "linter/dialect/container_command.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/ascii.h"
#include "linter/dialect/common.h"
#include "linter/project/image_tag.h"

namespace kaflint::dialect {
namespace {

constexpr std::string_view kOption = "--override";

bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

/// The value after the shell has put in its variables; nothing when one is not known, or the text
/// holds more of the shell's language.
std::optional<std::string> expand(std::string_view text, const Environment& environment) {
  if (text.find_first_of("`\\*?;|&<>") != std::string_view::npos) return std::nullopt;
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '$') {
      result += text[at++];
      continue;
    }
    const bool braces = text.substr(at + 1).starts_with('{');
    const std::size_t begin = at + (braces ? 2 : 1);
    std::size_t end = begin;
    while (end < text.size() && is_name(text[end])) ++end;
    if (end == begin || (braces && !text.substr(end).starts_with('}'))) return std::nullopt;
    const Setting* variable = find_variable(environment, text.substr(begin, end - begin));
    if (!variable || !variable->value) return std::nullopt;
    result += *variable->value;
    at = end + (braces ? 1 : 0);
  }
  return result;
}

/// One word of the shell, its quotes removed; `at` stands behind it afterwards.
std::string next_word(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
  std::string word;
  for (char quote = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote == 0 && (c == ' ' || c == '\n' || c == '\t' || c == ';')) break;
    if (c == quote)
      quote = 0;
    else if (quote == 0 && (c == '"' || c == '\''))
      quote = c;
    else
      word += c;
  }
  return word;
}

/// Where `key=` stands in the file, when it does so once; the whole command otherwise.
Span place_of(const ParsedFile& file, Span command, std::string_view key) {
  const std::string wanted = std::string(key) + "=";
  const std::string_view text = file.source.text(command);
  const std::size_t at = text.find(wanted);
  if (at == std::string_view::npos || text.find(wanted, at + 1) != std::string_view::npos)
    return command;
  const std::size_t end = text.find_first_of(" \n\t\"'", at);
  return span_of(command.begin + at,
                 command.begin + (end == std::string_view::npos ? text.size() : end));
}

}  // namespace

std::optional<Unit> read_overrides(const ParsedFile& file, const Container& container) {
  const std::string_view command = container.command;
  std::size_t at = command.find("kafka-server-start");
  if (at == std::string_view::npos || command.find(kOption, at) == std::string_view::npos)
    return std::nullopt;
  Unit unit;
  unit.name = container.unit_name;
  unit.role = kafka::Role::broker;
  unit.dialect = container.dialect;
  unit.why = "the arguments of kafka-server-start.sh";
  unit.span = container.command_span;
  unit.project_version = project::kafka_of_image(container.image);
  unit.foreign_prefixes = client_foreign_prefixes();
  UnitBuilder builder(std::move(unit));
  for (at = command.find(kOption, at); at != std::string_view::npos;
       at = command.find(kOption, at)) {
    at += kOption.size();
    if (command.substr(at).starts_with('=')) ++at;
    const std::string word = next_word(command, at);
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0) continue;
    Setting setting;
    setting.key = word.substr(0, equals);
    setting.written_key = setting.key;
    setting.value = expand(std::string_view(word).substr(equals + 1), container.environment);
    setting.unknown = UnknownReason::placeholder;
    setting.entry_span = place_of(file, container.command_span, setting.key);
    const Span entry = setting.entry_span;
    if (entry != container.command_span) {
      const auto middle = entry.begin + static_cast<std::uint32_t>(setting.key.size());
      setting.key_span = {entry.begin, middle};
      setting.value_span = {std::min(middle + 1, entry.end), entry.end};
    } else {
      setting.value_span = entry;
    }
    builder.add(std::move(setting));
  }
  if (builder.empty()) return std::nullopt;
  return std::move(builder).take();
}

}  // namespace kaflint::dialect
