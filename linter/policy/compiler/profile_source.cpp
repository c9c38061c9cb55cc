#include "linter/policy/compiler/profile_source.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace kaflint::policy::compiler {
namespace {

class Reader {
 public:
  explicit Reader(ProfileSource& profile) : profile_(profile) {}

  void read(const YAML::Node& root) {
    if (!root.IsMap()) return problem(root.Mark(), "a profile is a mapping");
    for (const auto& entry : root) {
      const std::string key = entry.first.as<std::string>("");
      if (key == "summary" && entry.second.IsScalar())
        profile_.summary = entry.second.Scalar();
      else if (key == "everything" && entry.second.IsScalar())
        profile_.everything = entry.second.Scalar() == "true";
      else if (key == "levels" && entry.second.IsMap())
        read_levels(entry.second);
      else
        problem(entry.first.Mark(),
                fmt::format("`{}` is not summary: TEXT, everything: true or levels: RULES", key));
    }
    if (profile_.summary.empty()) problem(root.Mark(), "the profile has no `summary`");
  }

  void problem(const YAML::Mark& mark, std::string what) {
    profile_.problems.push_back(
        {static_cast<std::uint32_t>(std::max(mark.pos, 0)), std::move(what)});
  }

 private:
  void read_levels(const YAML::Node& levels) {
    for (const auto& entry : levels) {
      const std::string level = entry.second.as<std::string>("");
      if (!parse_level(level) && level != "off")
        problem(entry.second.Mark(),
                fmt::format("no level `{}`: error, warning, note or off", level));
      profile_.levels[entry.first.as<std::string>("")] = parse_level(level);
    }
  }

  ProfileSource& profile_;
};

}  // namespace

ProfileSource read_profile(std::string name, std::string path, std::string text) {
  ProfileSource profile{std::move(name), std::move(path), std::move(text), "", false, {}, {}};
  Reader reader(profile);
  try {
    reader.read(YAML::Load(profile.text));
  } catch (const YAML::Exception& error) {
    reader.problem(error.mark, error.msg);
  }
  return profile;
}

}  // namespace kaflint::policy::compiler
