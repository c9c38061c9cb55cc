// Configurations for a role and a release, drawn from the catalog and from what is known to matter
// together.
#pragma once

#include <vector>

#include "tests/referee/case.h"
#include "tests/referee/draw_value.h"
#include "tests/referee/random.h"

namespace kaflint::referee {

/// What draw/*.json says of a role.
class Drawer {
 public:
  /// Reads the files; throws std::runtime_error for what is wrong with them.
  Drawer(kafka::Role role, const std::string& folder);

  /// Whether there is something to draw for the release.
  bool exists_in(kafka::Version release) const;
  /// Equal for equal arguments, on every machine.
  Case draw(kafka::Version release, std::uint64_t seed) const;

 private:
  struct Base {
    kafka::VersionSet releases;
    Config config;
  };
  /// Keys that some check compares with each other, each with values worth trying.
  using Group = std::map<std::string, std::vector<std::string>>;

  void read(const std::string& file);
  void add_group(Config& config, kafka::Version release, Random& random) const;
  void add_keys(Config& config, kafka::Version release, Random& random) const;
  void disturb(Config& config, Random& random) const;

  kafka::Role role_;
  std::vector<Base> bases_;
  std::vector<Group> groups_;
  NamedValues named_;
  /// Keys whose values would tie a verdict to the machine, or would take it down.
  std::vector<std::string> avoided_;
};

}  // namespace kaflint::referee
