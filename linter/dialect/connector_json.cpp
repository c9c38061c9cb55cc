// Connectors in JSON: the bodies that Connect's REST interface takes, which a standalone worker
// reads from files since 3.7 (ConnectStandalone.parseConnectorConfigurationFile).
#include "linter/dialect/connector_json.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/role_guess.h"

namespace kaflint::dialect {
namespace {

using syntax::JsonId;
using syntax::JsonKind;
using syntax::JsonMember;
using syntax::kNoJson;

constexpr std::string_view kClass = "connector.class";
constexpr std::string_view kName = "name";
/// Deeper than any collection of connectors that a tool reads.
constexpr std::size_t kMaxDepth = 4;

/// `${NAME}`, which envsubst and its like fill in; `${provider:key}` is Connect's own.
bool holds_variable(std::string_view value) {
  for (std::size_t at = value.find("${"); at != std::string_view::npos;
       at = value.find("${", at + 2)) {
    std::size_t end = at + 2;
    while (end < value.size() &&
           (is_letter(value[end]) || is_digit(value[end]) || value[end] == '_'))
      ++end;
    if (end > at + 2 && end < value.size() && value[end] == '}') return true;
  }
  return false;
}

/// Members that stand for comments, which JSON does not have.
bool is_comment_key(std::string_view key) {
  return key.starts_with('_') || key.starts_with("//") || key.starts_with('#');
}

std::string_view describe(JsonKind kind) {
  return kind == JsonKind::array ? "an array" : "an object";
}

class JsonReader {
 public:
  JsonReader(const ParsedFile& file, FileUnits& out) : file_(file), json_(*file.json), out_(out) {}

  void read_as(kafka::Role role) {
    const JsonId config = syntax::find(json_, json_.root, "config");
    const bool nested = json_.is(config, JsonKind::object);
    read_unit(nested ? json_.root : kNoJson, nested ? config : json_.root, {},
              {role, true, "the role was given"});
  }

  void find_connectors(JsonId node, const std::string& path, std::size_t depth) {
    if (depth > kMaxDepth || node == kNoJson) return;
    if (json_.is(node, JsonKind::array)) {
      std::size_t index = 0;
      for (JsonId item = json_.node(node).first_child; item != kNoJson;
           item = json_.node(item).next_sibling)
        find_connectors(item, fmt::format("{}[{}]", path, index++), depth + 1);
      return;
    }
    if (!json_.is(node, JsonKind::object)) return;
    if (is_connector(node)) return read_connector(kNoJson, node, path);
    for (const auto& [key, value] : syntax::members(json_, node)) {
      const std::string_view name = json_.text(key);
      const std::string inner = path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
      if (name == "config" && is_connector(value))
        read_connector(node, value, inner);
      else
        find_connectors(value, inner, depth + 1);
    }
  }

 private:
  bool is_connector(JsonId object) const {
    const JsonId name = syntax::find(json_, object, kClass);
    return json_.is(name, JsonKind::string) && !json_.text(name).empty();
  }

  void read_connector(JsonId request, JsonId config, const std::string& path) {
    std::vector<KeyAndValue> pairs;
    for (const auto& [key, value] : syntax::members(json_, config))
      pairs.push_back({json_.text(key), json_.text(value)});
    std::optional<RoleGuess> role =
        asked_or_guessed(file_.options.role, guess_role({}, pairs), pairs, 1);
    if (role) read_unit(request, config, path, std::move(*role));
  }

  /// `request` is the object around, with the name beside the configuration; kNoJson if there is
  /// none.
  void read_unit(JsonId request, JsonId config, std::string path, RoleGuess role) {
    Unit unit;
    unit.name = unique_unit_name(out_.units, std::move(path), 0);
    unit.role = role.role;
    unit.dialect = "connector-json";
    unit.complete = role.complete && !json_.broken;
    unit.why = std::move(role.why);
    if (config != kNoJson) unit.span = json_.node(config).span;
    unit.foreign_prefixes = client_foreign_prefixes();
    UnitBuilder builder(std::move(unit));
    const std::vector<JsonMember> members = syntax::members(json_, config);
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::optional<Span> removable =
          i + 1 == members.size()
              ? std::nullopt
              : std::optional(span_of(json_.node(members[i].key).span.begin,
                                      json_.node(members[i + 1].key).span.begin));
      add(members[i], removable, builder);
    }
    add_name(request, builder);
    out_.units.push_back(std::move(builder).take());
  }

  void add(const JsonMember& member, std::optional<Span> removable, UnitBuilder& builder) {
    Setting setting = setting_of(member);
    if (setting.key.empty()) return;
    if (is_comment_key(setting.key)) return builder.override_with(std::move(setting));
    const JsonKind kind = json_.node(member.value).kind;
    if (kind == JsonKind::array || kind == JsonKind::object)
      builder.unit().diagnostics.push_back({.rule = "connect/value-not-text",
                                            .span = setting.key_span,
                                            .key = setting.key,
                                            .arguments = {{"what", std::string(describe(kind))}},
                                            .related = {},
                                            .fixes = {}});
    builder.add(std::move(setting), removable);
  }

  Setting setting_of(const JsonMember& member) const {
    Setting setting;
    setting.key = json_.text(member.key);
    setting.written_key = setting.key;
    const Span quoted = json_.node(member.key).span;
    setting.key_span = {quoted.begin + 1, std::max(quoted.begin + 1, quoted.end - 1)};
    setting.value_span = json_.node(member.value).span;
    setting.entry_span = {quoted.begin, std::max(quoted.end, setting.value_span.end)};
    setting.unknown = UnknownReason::unsupported;
    read_value(member.value, setting);
    return setting;
  }

  /// Jackson keeps a number's or a boolean's text where a string is wanted.
  void read_value(JsonId value, Setting& setting) const {
    switch (json_.node(value).kind) {
      case JsonKind::string: {
        const std::string_view text = json_.text(value);
        const MappedText mapped = syntax::map_string(json_, file_.source.bytes(), value);
        setting.value_pieces = mapped.source_pieces(span_of(0, mapped.text().size()));
        if (holds_template_text(text))
          setting.unknown = UnknownReason::template_action;
        else if (holds_variable(text))
          setting.unknown = UnknownReason::placeholder;
        else
          setting.value = text;
        return;
      }
      case JsonKind::number:
        setting.value = json_.text(value);
        return;
      case JsonKind::true_:
        setting.value = "true";
        return;
      case JsonKind::false_:
        setting.value = "false";
        return;
      case JsonKind::array:
      case JsonKind::object:
      case JsonKind::null:
      case JsonKind::absent:
        return;
    }
  }

  /// A request's name becomes a setting, and may stand there already (ConnectorsResource). Without
  /// a request the name is that of the resource which the text is sent to.
  void add_name(JsonId request, UnitBuilder& builder) const {
    const Setting* own = builder.find(kName);
    std::optional<Setting> outer;
    for (const JsonMember& member : syntax::members(json_, request))
      if (json_.text(member.key) == kName && json_.is(member.value, JsonKind::string))
        outer = setting_of(member);
    if (!own && outer) return builder.override_with(std::move(*outer));
    if (!own && !file_.options.role)
      return builder.set_by_framework(kName, "the request that creates the connector");
    if (!own || !outer || !own->value || !outer->value || *own->value == trim_java(*outer->value))
      return;
    builder.unit().diagnostics.push_back(
        {.rule = "connect/name-differs",
         .span = own->entry_span,
         .key = std::string(kName),
         .arguments = {{"inner", *own->value}, {"outer", *outer->value}},
         .related = {{outer->entry_span, "the name of the request"}},
         .fixes = {}});
  }

  const ParsedFile& file_;
  const syntax::JsonFile& json_;
  FileUnits& out_;
};

}  // namespace

void read_connector_json(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.json || claimed.at(0)) return;
  const std::size_t before = out.units.size();
  JsonReader(file, out).find_connectors(file.json->root, {}, 0);
  claimed[0] = out.units.size() > before;
}

void read_json_as(const ParsedFile& file, kafka::Role role, FileUnits& out) {
  JsonReader(file, out).read_as(role);
}

}  // namespace kaflint::dialect
