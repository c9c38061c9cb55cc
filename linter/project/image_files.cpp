#include "linter/project/image_files.h"

#include <map>
#include <memory>
#include <optional>

#include "linter/base/text.h"
#include "linter/source/position.h"
#include "linter/syntax/yaml.h"

namespace kaflint::project {
namespace {

using Arguments = std::map<std::string, std::string, std::less<>>;

constexpr const char* kDockerfiles[] = {"Dockerfile", "Containerfile"};
constexpr const char* kComposeFiles[] = {"compose.yaml", "compose.yml", "docker-compose.yml",
                                         "docker-compose.yaml"};
constexpr std::size_t kMaxImage = 1000;

/// $NAME, ${NAME} and ${NAME:-default} replaced; nothing when a name has neither value nor default.
std::optional<std::string> interpolate(std::string_view text, const Arguments& arguments) {
  std::string whole;
  while (!text.empty()) {
    const std::size_t dollar = text.find('$');
    whole += text.substr(0, dollar);
    if (dollar == std::string_view::npos) break;
    text.remove_prefix(dollar + 1);
    const bool braces = text.starts_with('{');
    if (braces) text.remove_prefix(1);
    const std::size_t end =
        text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    const std::string_view name = text.substr(0, end);
    text.remove_prefix(name.size());
    std::optional<std::string> value;
    if (const auto known = arguments.find(name); known != arguments.end()) value = known->second;
    if (braces) {
      const std::size_t close = text.find('}');
      if (close == std::string_view::npos) return std::nullopt;
      std::string_view otherwise = text.substr(0, close);
      text.remove_prefix(close + 1);
      if (otherwise.starts_with(':')) otherwise.remove_prefix(1);
      if (!value && otherwise.starts_with('-')) value = std::string(otherwise.substr(1));
    }
    if (!value) return std::nullopt;
    whole += *value;
    if (whole.size() > kMaxImage) return std::nullopt;
  }
  return whole;
}

/// The first word, taken off with the blanks behind it.
std::string_view take_word(std::string_view& text) {
  text = trim_java(text);
  const std::size_t end = text.find_first_of(" \t");
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(word.size());
  text = trim_java(text);
  return word;
}

}  // namespace

std::vector<Fact> images_of_dockerfile(const SourceFile& source) {
  std::vector<Fact> images;
  Arguments arguments;
  std::uint32_t number = 0;
  for (std::string_view line : split(source.bytes(), '\n')) {
    ++number;
    const std::string instruction = ascii_lower(take_word(line));
    // Arguments behind the first FROM belong to a stage and do not count in the next FROM.
    if (instruction == "arg" && images.empty()) {
      const std::size_t equals = line.find('=');
      if (equals == std::string_view::npos) continue;
      std::string_view value = trim_java(line.substr(equals + 1));
      if (value.size() > 1 && (value.front() == '"' || value.front() == '\''))
        value = value.substr(1, value.size() - 2);
      if (const std::optional<std::string> text = interpolate(value, arguments))
        arguments[std::string(line.substr(0, equals))] = *text;
    } else if (instruction == "from") {
      std::string_view image = take_word(line);
      while (image.starts_with("--")) image = take_word(line);
      images.push_back(
          {interpolate(image, arguments).value_or(std::string(image)), source.path(), number});
    }
  }
  return images;
}

std::optional<std::string> image_that_runs(const SourceFile& source) {
  struct Stage {
    std::string image;
    bool own_program = false;
  };
  std::map<std::string, Stage> stages;
  const std::vector<Fact> images = images_of_dockerfile(source);
  Stage stage;
  std::string name;
  std::size_t next = 0;
  for (std::string_view line : split(source.bytes(), '\n')) {
    const std::string instruction = ascii_lower(take_word(line));
    if (instruction == "from") {
      if (!name.empty()) stages[name] = stage;
      const std::string image = images[next++].text;
      const auto earlier = stages.find(ascii_lower(image));
      stage = earlier == stages.end() ? Stage{.image = image} : earlier->second;
      const std::string rest = ascii_lower(line);
      const std::size_t as = rest.rfind(" as ");
      name = as == std::string::npos ? std::string() : std::string(trim_java(rest).substr(as + 4));
    } else if (instruction == "cmd" || instruction == "entrypoint") {
      stage.own_program = true;
    }
  }
  if (stage.own_program || stage.image.empty()) return std::nullopt;
  return stage.image;
}

std::vector<Fact> images_of_compose(const SourceFile& source) {
  std::vector<Fact> images;
  const syntax::YamlFile yaml = syntax::parse_yaml(source.bytes());
  const LineTable lines(source.bytes());
  for (const syntax::YamlDocument& document : yaml.documents) {
    if (document.root == syntax::kNoYaml) continue;
    const syntax::YamlId services = syntax::find(yaml, document.root, "services");
    if (services == syntax::kNoYaml || !yaml.is_mapping(services)) continue;
    for (const syntax::YamlEntry& service : syntax::entries(yaml, services)) {
      const syntax::YamlId image = syntax::find(yaml, service.value, "image");
      if (image == syntax::kNoYaml || !yaml.is_scalar(image)) continue;
      const Position place = lines.position(yaml.node(image).span.begin, ColumnUnit::utf8);
      images.push_back({interpolate(yaml.text(image), {}).value_or(std::string(yaml.text(image))),
                        source.path(), place.line + 1});
    }
  }
  return images;
}

std::vector<Fact> images_beside(const ProjectFiles& files, std::string_view from,
                                const std::string& folder) {
  std::vector<Fact> images;
  const auto add = [&](const char* name, auto read) {
    const std::shared_ptr<const SourceFile> source = files.read(from, folder + name);
    if (!source) return;
    for (Fact& image : read(*source)) images.push_back(std::move(image));
  };
  for (const char* name : kDockerfiles) add(name, images_of_dockerfile);
  for (const char* name : kComposeFiles) add(name, images_of_compose);
  return images;
}

}  // namespace kaflint::project
