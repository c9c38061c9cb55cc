// A Streams application put to its mirror, with the two settings that each one has.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "tests/unit/startup/judged.h"

namespace kaflint::streams_test {

using kafka::Completeness;
using kafka::Role;
using kafka::Verdict;
using kafka::Version;

/// A null value is not known.
using Settings = std::initializer_list<std::pair<const char*, const char*>>;

inline constexpr const char* kEos = "processing.guarantee";

inline kafka::WrittenConfig written(Settings settings) {
  kafka::WrittenConfig config;
  config.set("application.id", "app");
  config.set("bootstrap.servers", "localhost:9092");
  for (const auto& [key, value] : settings)
    config.set(key, value == nullptr ? std::nullopt : std::optional<std::string>(value));
  return config;
}

inline Verdict judge(const char* version, Settings settings,
                     Completeness completeness = Completeness::complete) {
  return startup_test::judge(Role::streams, version, written(settings), completeness);
}

}  // namespace kaflint::streams_test
