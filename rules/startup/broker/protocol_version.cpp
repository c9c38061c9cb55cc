#include "rules/startup/broker/protocol_version.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "linter/base/text.h"

namespace kaflint::startup::kafka_server {
namespace {

using kafka::Version;

struct Line {
  Version line;
  int last_internal;  // -1: the line has none
  Version known_since;
};

// The lines that the releases before 2.1.0 know: later ones let ConfigDef refuse the others.
constexpr std::array<Line, 11> kLines = {{
    {Version(0, 8, 0), -1, Version(0, 11, 0, 0)},
    {Version(0, 8, 1), -1, Version(0, 11, 0, 0)},
    {Version(0, 8, 2), -1, Version(0, 11, 0, 0)},
    {Version(0, 9, 0), -1, Version(0, 11, 0, 0)},
    {Version(0, 10, 0), 1, Version(0, 11, 0, 0)},
    {Version(0, 10, 1), 2, Version(0, 11, 0, 0)},
    {Version(0, 10, 2), 0, Version(0, 11, 0, 0)},
    {Version(0, 11, 0), 2, Version(0, 11, 0, 0)},
    {Version(1, 0, 0), 0, Version(1, 0, 0)},
    {Version(1, 1, 0), 0, Version(1, 1, 0)},
    {Version(2, 0, 0), 1, Version(2, 0, 0)},
}};

// What a line without internal version stands for, where nobody compares within the line.
constexpr int kLatest = 99;

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  if (value < 0 || value > 255 || std::to_string(value) != text) return std::nullopt;
  return value;
}

const Line* find_line(Version line, Version release) {
  const auto* found = std::ranges::find(kLines, line, &Line::line);
  return found == kLines.end() || found->known_since > release ? nullptr : found;
}

/// The segments that are looked at; the last one may end with `-IVn`.
std::vector<std::string_view> segments_of(std::string_view text, Version release) {
  std::vector<std::string_view> segments = split(text, '.');
  while (!segments.empty() && segments.back().empty()) segments.pop_back();
  const bool three = text.starts_with("0.") || release < Version(1, 0, 0);
  segments.resize(std::min(segments.size(), std::size_t{three ? 3U : 2U}));
  return segments;
}

}  // namespace

std::optional<ProtocolVersion> parse_protocol_version(std::string_view text, Version release) {
  std::vector<std::string_view> segments = segments_of(text, release);
  if (segments.size() < 2) return std::nullopt;
  std::optional<int> internal;
  const std::size_t mark = segments.back().find("-IV");
  if (mark != std::string_view::npos) {
    internal = whole_number(segments.back().substr(mark + 3));
    if (!internal) return std::nullopt;
    segments.back() = segments.back().substr(0, mark);
  }
  std::array<int, 3> numbers = {};
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::optional<int> number = whole_number(segments[i]);
    if (!number) return std::nullopt;
    numbers[i] = *number;
  }
  const Version line(static_cast<std::uint8_t>(numbers[0]), static_cast<std::uint8_t>(numbers[1]),
                     static_cast<std::uint8_t>(numbers[2]));
  const Line* known = find_line(line, release);
  if (release >= Version(2, 1, 0))
    return ProtocolVersion{line,
                           internal.value_or(known == nullptr ? kLatest : known->last_internal)};
  const std::size_t length = line < Version(1, 0, 0) ? 3 : 2;
  if (known == nullptr || segments.size() != length) return std::nullopt;
  if (internal && *internal > known->last_internal) return std::nullopt;
  return ProtocolVersion{line, internal.value_or(known->last_internal)};
}

int record_version(ProtocolVersion version) {
  if (version < ProtocolVersion{Version(0, 10, 0), 0}) return 0;
  return version < ProtocolVersion{Version(0, 11, 0), 0} ? 1 : 2;
}

}  // namespace kaflint::startup::kafka_server
