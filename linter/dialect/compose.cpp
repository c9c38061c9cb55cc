// Compose files: any YAML document with `services`, whatever the file's name.
#include "linter/dialect/compose.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/dialect/common.h"
#include "linter/dialect/compose_project.h"
#include "linter/dialect/container.h"
#include "linter/dialect/kubernetes_scalar.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/yaml_settings.h"
#include "linter/project/image_files.h"

namespace kaflint::dialect {
namespace {

using syntax::kNoYaml;
using syntax::YamlId;

/// So many files `extends` leads through at most.
constexpr int kMaxExtends = 8;

bool is_service(const syntax::YamlFile& yaml, YamlId node) {
  constexpr std::array kKeys = {"image", "build", "environment", "env_file", "command", "extends"};
  return std::ranges::any_of(
      kKeys, [&](std::string_view key) { return syntax::find(yaml, node, key) != kNoYaml; });
}

/// The services' mapping; kNoYaml when the document is no compose file.
YamlId services_of(const syntax::YamlFile& yaml, YamlId root) {
  if (root == kNoYaml || !yaml.is_mapping(root)) return kNoYaml;
  if (syntax::find(yaml, root, "kind") != kNoYaml) return kNoYaml;
  const YamlId services = syntax::find(yaml, root, "services");
  if (services == kNoYaml || !yaml.is_mapping(services)) return kNoYaml;
  bool any = false;
  for (const syntax::YamlEntry& entry : syntax::entries(yaml, services)) {
    if (!yaml.is_mapping(entry.value) && !yaml.is_null(entry.value)) return kNoYaml;
    any = any || is_service(yaml, entry.value);
  }
  return any ? services : kNoYaml;
}

/// A date becomes a Go time, whose text has hours and a zone.
bool looks_like_date(std::string_view text) {
  return text.size() >= 8 && is_digit(text[0]) && is_digit(text[3]) && text[4] == '-' &&
         is_digit(text[5]);
}

/// What a plain scalar of `environment:` as a map becomes: go-yaml v3's values in Go's %v.
std::optional<std::string> plain_scalar(std::string_view text, std::string_view tag) {
  if (tag.empty() && looks_like_date(text)) return std::nullopt;
  const KubernetesScalar scalar = kubernetes_scalar(text, false, tag);
  switch (scalar.kind) {
    case KubernetesScalar::Kind::boolean: {
      const std::string word = scalar.text;
      const std::string lower = ascii_lower(text);
      return lower == "true" || lower == "false" ? word : std::string(text);  // yes, on: YAML 1.1
    }
    case KubernetesScalar::Kind::integer: {
      const bool written_as_float = text.find('.') != std::string_view::npos ||
                                    (text.find_first_of("eE") != std::string_view::npos &&
                                     text.find_first_of("xX") == std::string_view::npos);
      return written_as_float ? helm_printed(scalar) : scalar.text;
    }
    case KubernetesScalar::Kind::decimal:
      return helm_printed(scalar);
    case KubernetesScalar::Kind::big:
      if (text.size() <= 19 && std::ranges::all_of(text, is_digit)) return std::string(text);
      return text.size() == 20 && text < "18446744073709551616" &&
                     std::ranges::all_of(text, is_digit)
                 ? std::string(text)
                 : helm_printed(scalar);
    case KubernetesScalar::Kind::string:
      return scalar.exact ? std::optional(scalar.text) : std::nullopt;
    default:
      return std::nullopt;
  }
}

class ServiceReader {
 public:
  ServiceReader(const ParsedFile& file, const ComposeProject& project, YamlId services,
                FileUnits& out)
      : file_(file), yaml_(*file.yaml), project_(project), services_(services), out_(out) {}

  Container read(std::string_view name, YamlId service, Span name_span) {
    container_ = {};
    elsewhere_ = kNoYaml;
    container_.dialect = "docker-compose";
    container_.unit_name = fmt::format("services.{}", name);
    container_.image_span = name_span;
    container_.span = yaml_.node(yaml_.resolve(service)).span;
    std::vector<YamlId> bases{service};
    collect_bases(service, bases);
    if (elsewhere_ != kNoYaml && !add_elsewhere()) container_.environment.open = true;
    for (auto base = bases.rbegin(); base != bases.rend(); ++base) add(*base);
    return std::move(container_);
  }

 private:
  /// The services of this file that `extends` leads to, and where it leaves the file.
  void collect_bases(YamlId service, std::vector<YamlId>& bases) {
    const YamlId extends = syntax::find(yaml_, service, "extends");
    if (extends == kNoYaml || bases.size() > 16) return;
    std::string_view name = known_text(yaml_, extends);
    if (yaml_.is_mapping(extends)) {
      name = known_text(yaml_, syntax::find(yaml_, extends, "service"));
      if (syntax::find(yaml_, extends, "file") != kNoYaml) {
        elsewhere_ = extends;
        return;
      }
    }
    const YamlId base = name.empty() ? kNoYaml : syntax::find(yaml_, services_, name);
    if (base == kNoYaml) {
      container_.environment.open = true;
      return;
    }
    bases.push_back(base);
    collect_bases(base, bases);
  }

  /// The service of another file of this folder, read as it is there. What it leads to by itself is
  /// told there, so its variables are only counted.
  bool add_elsewhere() {
    if (!file_.options.files || depth_ == kMaxExtends) return false;
    std::string_view name = known_text(yaml_, syntax::find(yaml_, elsewhere_, "file"));
    if (name.starts_with("./")) name.remove_prefix(2);
    if (name.empty() || name.find_first_of("/$") != std::string_view::npos) return false;
    const auto source = file_.options.files->read(file_.source.path(), name);
    if (!source) return false;
    const syntax::YamlFile tree = syntax::parse_yaml(source->bytes());
    const std::string_view wanted = known_text(yaml_, syntax::find(yaml_, elsewhere_, "service"));
    const YamlId services =
        tree.documents.empty() ? kNoYaml : services_of(tree, tree.documents.front().root);
    const YamlId service = syntax::find(tree, services, wanted);
    if (service == kNoYaml || !tree.is_mapping(service)) return false;
    const ParsedFile other{.source = *source, .options = file_.options, .yaml = &tree};
    const ComposeProject project(other);
    FileUnits told;
    ServiceReader reader(other, project, services, told);
    reader.depth_ = depth_ + 1;
    Container base = reader.read(wanted, service, {});
    const Span place = yaml_.node(yaml_.resolve(elsewhere_)).span;
    for (Setting& variable : base.environment.variables) {
      variable.key_span = variable.value_span = variable.entry_span = {};
      variable.value_pieces.clear();
      variable.inherited = true;
      variable.chain = {{fmt::format("services.{} of {}", wanted, name), place}};
    }
    for (ContainerMount& mount : base.mounts) mount.span = place;
    container_.image = std::move(base.image);
    container_.image_span = place;
    container_.command = std::move(base.command);
    container_.command_span = place;
    container_.mounts = std::move(base.mounts);
    container_.environment = std::move(base.environment);
    return true;
  }

  /// The image that a build is made from, where what the build does to it is no other program and
  /// no configuration that is not seen.
  std::string image_of_build(YamlId build) {
    if (!file_.options.files) return {};
    const bool simple = yaml_.is_scalar(build);
    constexpr std::string_view kUnread[] = {"args", "target", "dockerfile_inline"};
    for (const std::string_view key : kUnread)
      if (!simple && syntax::find(yaml_, build, key) != kNoYaml) return {};
    const YamlId context = simple ? build : syntax::find(yaml_, build, "context");
    const YamlId dockerfile = simple ? kNoYaml : syntax::find(yaml_, build, "dockerfile");
    const std::string folder = context == kNoYaml ? "." : std::string(known_text(yaml_, context));
    const std::string name =
        dockerfile == kNoYaml ? "Dockerfile" : std::string(known_text(yaml_, dockerfile));
    const std::string path = fmt::format("{}/{}", folder, name);
    if (folder.empty() || name.empty() || path.starts_with('/') ||
        path.find_first_of("$:") != std::string::npos)
      return {};
    const auto source = file_.options.files->read(file_.source.path(), path);
    if (!source) return {};
    container_.environment.open = true;  // ENV, COPY and RUN of the build
    return project::image_that_runs(*source).value_or("");
  }

  void add(YamlId service) {
    if (const YamlId image = syntax::find(yaml_, service, "image"); image != kNoYaml) {
      const std::string_view text = known_text(yaml_, image);
      container_.image = project_.interpolate(text).text.value_or(std::string(text));
      container_.image_span = yaml_.node(yaml_.resolve(image)).span;
    }
    // The image is then what the build makes, whatever its name says.
    if (const YamlId build = syntax::find(yaml_, service, "build"); build != kNoYaml)
      container_.image = image_of_build(build);
    for (const std::string_view key : {"entrypoint", "command"})
      add_command(syntax::find(yaml_, service, key));
    add_files(syntax::find(yaml_, service, "env_file"));
    const YamlId environment = syntax::find(yaml_, service, "environment");
    if (environment == kNoYaml) return add_mounts(syntax::find(yaml_, service, "volumes"));
    container_.span = yaml_.node(yaml_.resolve(environment)).span;
    const std::size_t first = container_.environment.variables.size();
    if (yaml_.is_mapping(environment))
      for (const syntax::YamlEntry& entry : syntax::entries(yaml_, environment)) add_entry(entry);
    else
      for (const YamlId item : syntax::items(yaml_, environment)) add_item(item);
    end_layer(container_.environment, first);
    add_mounts(syntax::find(yaml_, service, "volumes"));
  }

  void add_command(YamlId command) {
    if (command == kNoYaml) return;
    container_.command_span = yaml_.node(yaml_.resolve(command)).span;
    const auto append = [&](YamlId word) {
      if (!yaml_.is_scalar(word)) return;
      if (!container_.command.empty()) container_.command += ' ';
      const std::string_view text = yaml_.text(word);
      container_.command += project_.interpolate(text).text.value_or(std::string(text));
    };
    if (yaml_.is_scalar(command) && !yaml_.is_null(command)) append(command);
    std::ranges::for_each(syntax::items(yaml_, command), append);
  }

  void add_files(YamlId files) {
    if (files == kNoYaml) return;
    const auto add_path = [&](YamlId item) {
      const YamlId path = yaml_.is_mapping(item) ? syntax::find(yaml_, item, "path") : item;
      const std::string_view text = known_text(yaml_, path);
      const Interpolated name = project_.interpolate(text);
      if (text.empty() || !name.text ||
          !project_.add_file(*name.text, yaml_.node(item).span, container_.environment))
        container_.environment.open = true;
    };
    if (yaml_.is_sequence(files))
      std::ranges::for_each(syntax::items(yaml_, files), add_path);
    else
      add_path(files);
  }

  void add_entry(const syntax::YamlEntry& entry) {
    std::optional<Setting> variable = setting_of(file_, entry, {});
    if (!variable) {
      container_.environment.open = true;
      return;
    }
    const YamlId value = yaml_.resolve(entry.value);
    if (!yaml_.is_scalar(entry.value) || yaml_.node(value).masked) {
      if (!yaml_.is_scalar(entry.value)) variable->unknown = UnknownReason::unsupported;
    } else if (yaml_.is_null(entry.value)) {
      variable->unknown = UnknownReason::placeholder;  // the shell's variable of that name
    } else {
      const bool plain = yaml_.node(value).style == syntax::YamlStyle::plain;
      const std::string_view text = yaml_.text(value);
      if (!plain || text.find('$') != std::string_view::npos)
        set_text(text, *variable);
      else if (auto typed = plain_scalar(text, yaml_.tag(value)))
        variable->value = std::move(*typed);
      else
        variable->unknown = UnknownReason::unsupported;
    }
    container_.environment.variables.push_back(std::move(*variable));
  }

  /// `- NAME=value`, or `- NAME` for the shell's variable.
  void add_item(YamlId item) {
    if (!yaml_.is_scalar(item) || yaml_.node(yaml_.resolve(item)).masked) {
      container_.environment.open = true;
      return;
    }
    const MappedText text = syntax::map_scalar(yaml_, file_.source.bytes(), yaml_.resolve(item));
    const std::string_view whole = text.text();
    const std::size_t equals = std::min(whole.find('='), whole.size());
    const auto end = static_cast<std::uint32_t>(whole.size());
    const auto name_end = static_cast<std::uint32_t>(equals);
    Setting variable;
    variable.key = whole.substr(0, equals);
    if (variable.key.empty()) return;
    variable.written_key = variable.key;
    variable.key_span = text.source_span(0, name_end);
    variable.entry_span = text.source_span(0, end);
    variable.unknown = UnknownReason::placeholder;
    if (equals < whole.size()) {
      variable.value_span = text.source_span(name_end + 1, end);
      variable.value_pieces = text.source_pieces({name_end + 1, end});
      set_text(whole.substr(equals + 1), variable);
    } else {
      variable.value_span = text.source_span(end, end);
    }
    container_.environment.variables.push_back(std::move(variable));
  }

  void set_text(std::string_view text, Setting& variable) {
    const Interpolated found = project_.interpolate(text);
    variable.value = found.text;
    variable.unknown = UnknownReason::placeholder;
    for (std::string& source : project_.sources(text))
      variable.chain.push_back({std::move(source), variable.value_span});
    if (!found.refused) return;
    variable.unknown = UnknownReason::unsupported;
    const bool kafkas =
        variable.key.find("KAFKA") != std::string::npos || variable.key.starts_with("CONNECT_");
    if (kafkas)
      out_.diagnostics.push_back({.rule = "docker/invalid-interpolation",
                                  .span = variable.value_span,
                                  .key = {},
                                  .arguments = {{"name", variable.key}},
                                  .related = {},
                                  .fixes = {}});
  }

  void add_mounts(YamlId volumes) {
    for (const YamlId item : syntax::items(yaml_, volumes)) {
      const Span span = yaml_.node(item).span;
      if (yaml_.is_mapping(item)) {
        const std::string_view target = known_text(yaml_, syntax::find(yaml_, item, "target"));
        container_.mounts.push_back({std::string(target), span});
        continue;
      }
      const std::string_view text = known_text(yaml_, item);
      const std::size_t colon = text.find(":/");
      if (colon == std::string_view::npos) continue;
      const std::string_view target = text.substr(colon + 1);
      container_.mounts.push_back({std::string(target.substr(0, target.find(':'))), span});
    }
  }

  const ParsedFile& file_;
  const syntax::YamlFile& yaml_;
  const ComposeProject& project_;
  YamlId services_;
  FileUnits& out_;
  Container container_;
  YamlId elsewhere_ = kNoYaml;  // an `extends` of a service of another file
  int depth_ = 0;
};

/// Compose merges it into the file beside it without being asked.
bool is_overridden(const ParsedFile& file) {
  if (!file.options.files) return false;
  return std::ranges::any_of(file.options.files->names_beside(file.source.path()),
                             [](const std::string& name) {
                               return name.starts_with("docker-compose.override.y") ||
                                      name.starts_with("compose.override.y");
                             });
}

/// Another compose file of the folder names this one, most likely for `extends`: its services are
/// then parts of others.
bool is_extended(const ParsedFile& file) {
  if (!file.options.files) return false;
  const std::string_view path = file.source.path();
  const std::string_view own = file_name(path);
  return std::ranges::any_of(file.options.files->names_beside(path), [&](const std::string& name) {
    if (name == own || name.find("compose") == std::string::npos ||
        !(name.ends_with(".yml") || name.ends_with(".yaml")))
      return false;
    const auto other = file.options.files->read(path, name);
    return other && other->bytes().find("extends") != std::string_view::npos &&
           other->bytes().find(own) != std::string_view::npos;
  });
}

}  // namespace

bool is_compose(const syntax::YamlFile& file, std::size_t document) {
  return services_of(file, file.documents[document].root) != kNoYaml;
}

void read_compose(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.yaml) return;
  const syntax::YamlFile& yaml = *file.yaml;
  for (std::size_t i = 0; i < yaml.documents.size(); ++i) {
    if (claimed[i]) continue;
    const YamlId services = services_of(yaml, yaml.documents[i].root);
    if (services == kNoYaml) continue;
    const std::size_t before = out.units.size();
    const ComposeProject project(file);
    ServiceReader reader(file, project, services, out);
    const bool open = is_overridden(file) || is_extended(file) || yaml.documents[i].broken;
    for (const syntax::YamlEntry& entry : syntax::entries(yaml, services)) {
      const std::string_view name = known_text(yaml, entry.key);
      if (name.empty() || !yaml.is_mapping(entry.value)) continue;
      Container container = reader.read(name, entry.value, yaml.node(entry.key).span);
      if (open) container.environment.open = true;
      read_container(file, std::move(container), i, out);
    }
    claimed[i] = out.units.size() > before;  // a chart's values may look alike
  }
}

}  // namespace kaflint::dialect
