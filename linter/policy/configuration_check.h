// Whether a configuration file has the form that the table of its keys describes.
#pragma once

#include <yaml-cpp/yaml.h>

#include <functional>
#include <string>

namespace kaflint::policy {

/// Tells what is wrong where.
using ReportConfiguration = std::function<void(const YAML::Mark& mark, std::string text)>;

void check_configuration(const YAML::Node& root, const ReportConfiguration& report);

}  // namespace kaflint::policy
