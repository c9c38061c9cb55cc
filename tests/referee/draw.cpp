#include "tests/referee/draw.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace kaflint::referee {
namespace {

std::uint64_t mix(kafka::Role role, kafka::Version release, std::uint64_t seed) {
  std::uint64_t value = seed * 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(role);
  for (const char c : release.to_string())
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return value;
}

template <typename Map>
std::string key_at(const Map& map, std::size_t index) {
  return std::next(map.begin(), static_cast<std::ptrdiff_t>(index))->first;
}

}  // namespace

Drawer::Drawer(kafka::Role role, const std::string& folder) : role_(role) {
  read(folder + "/common.json");
  read(fmt::format("{}/{}.json", folder, kafka::to_string(role)));
}

void Drawer::read(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  const Json json = Json::parse(in, nullptr, true, true);
  for (const Json& include : json.value("include", Json::array()))
    read(file.substr(0, file.rfind('/') + 1) + include.get<std::string>());
  for (const Json& base : json.value("bases", Json::array())) {
    const auto releases = kafka::parse_version_request(base.at("releases").get<std::string>());
    if (!releases) throw std::runtime_error(file + ": " + releases.error());
    bases_.push_back({.releases = *releases, .config = base.at("config").get<Config>()});
  }
  for (const Json& group : json.value("groups", Json::array()))
    groups_.push_back(group.get<Group>());
  if (const auto named = json.find("named"); named != json.end())
    for (const auto& [name, values] : named->items())
      named_[name] = values.get<std::vector<std::string>>();
  for (const Json& key : json.value("avoid", Json::array()))
    avoided_.push_back(key.get<std::string>());
}

bool Drawer::exists_in(kafka::Version release) const {
  return std::ranges::any_of(bases_,
                             [&](const Base& base) { return base.releases.contains(release); });
}

Case Drawer::draw(kafka::Version release, std::uint64_t seed) const {
  Random random(mix(role_, release, seed));
  Case test{.role = role_, .release = release, .config = {}};
  std::vector<const Base*> bases;
  for (const Base& base : bases_)
    if (base.releases.contains(release)) bases.push_back(&base);
  if (!bases.empty()) test.config = random.of(bases)->config;
  if (random.percent(60)) add_group(test.config, release, random);
  if (random.percent(15)) add_group(test.config, release, random);
  if (random.percent(75)) add_keys(test.config, release, random);
  if (random.percent(12)) disturb(test.config, random);
  return test;
}

void Drawer::add_group(Config& config, kafka::Version release, Random& random) const {
  if (groups_.empty()) return;
  const kafka::RoleCatalog catalog = kafka::catalog(role_);
  // Topics and groups refuse every key that they do not know, and would hide all else.
  const bool strict = role_ == kafka::Role::topic || role_ == kafka::Role::group;
  const bool foreign = !strict || random.percent(15);
  Group group = random.of(groups_);
  std::erase_if(group,
                [&](const auto& entry) { return !foreign && !catalog.find(entry.first, release); });
  if (group.empty()) return;
  const std::size_t certain = random.below(group.size());
  std::size_t index = 0;
  for (const auto& [key, values] : group)
    if (index++ == certain || random.percent(50)) config[key] = random.of(values);
}

void Drawer::add_keys(Config& config, kafka::Version release, Random& random) const {
  const std::vector<kafka::KeyDefinition> definitions = kafka::catalog(role_).definitions(release);
  if (definitions.empty()) return;
  const std::size_t count = 1 + random.below(random.percent(70) ? 2 : 6);
  for (std::size_t i = 0; i < count; ++i) {
    const kafka::KeyDefinition& definition = random.of(definitions);
    if (std::ranges::find(avoided_, definition.key()) == avoided_.end())
      if (const auto value = draw_value(definition, named_, random))
        config[std::string(definition.key())] = *value;
  }
}

/// Something is missing, misspelt, padded, empty, or belongs to somebody else.
void Drawer::disturb(Config& config, Random& random) const {
  if (config.empty()) return;
  const std::string key = key_at(config, random.below(config.size()));
  switch (random.below(6)) {
    case 0:
    case 1:
      config.erase(key);
      break;
    case 2:
      config[key] = " " + config[key] + "\t ";
      break;
    case 3:
      config[key] = "";
      break;
    case 4:
      config[key + "x"] = config[key];
      break;
    default:
      config["another.key"] = "1";
  }
}

}  // namespace kaflint::referee
