// A container as a compose file or a Kubernetes workload describes it, and the unit that its image
// makes of that.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/container_names.h"
#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// Variables in the order in which they are applied: a later one of the same name wins. A
/// variable is a setting whose `key` is its name.
struct Environment {
  std::vector<Setting> variables;
  bool open = false;  // others may come from elsewhere
};

/// Ends a layer that begins with the variable at `first`: what it says about a name replaces what
/// earlier layers say, on purpose.
void end_layer(Environment& environment, std::size_t first);

/// The last variable of that name that has a value or may have one; null when there is none.
const Setting* find_variable(const Environment& environment, std::string_view name);

struct ContainerMount {
  std::string target;
  Span span;
};

/// What a Service gives to the containers of its namespace: KAFKA_PORT=tcp://10.0.0.1:9092.
struct ServiceLink {
  std::string service;
  Span span;  // of its name
};

struct Container {
  std::string unit_name;
  std::string_view dialect;
  std::string image;  // as far as it is known; a variable may stand in it
  Span image_span;
  Span span;  // of the section that sets the environment
  Environment environment;
  Span command_span;
  std::string command;  // what runs instead of the image's own program; empty for that
  std::vector<ContainerMount> mounts;
  std::optional<ServiceLink> service_link;
};

/// Appends the container's unit, and what is wrong with its variables. Nothing for containers that
/// run no broker and no Connect worker, or not in a way that is known.
void read_container(const ParsedFile& file, Container container, std::size_t document,
                    FileUnits& out);

}  // namespace kaflint::dialect
