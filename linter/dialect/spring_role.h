// What Boot's KafkaProperties hands to one client. Layers, weakest first: Boot's own values, typed
// common settings, spring.kafka.properties, the role's typed settings, the role's properties;
// within a layer, later documents win.
#pragma once

#include <optional>
#include <span>

#include "linter/dialect/common.h"
#include "linter/dialect/spring_boot_version.h"
#include "linter/dialect/spring_cloud_version.h"
#include "linter/dialect/spring_documents.h"
#include "linter/dialect/spring_placeholders.h"
#include "linter/kafka/role.h"

namespace kaflint::dialect {

/// One active document, and whether the unit is about it: the documents that are always active are
/// reported once, not again for every profile.
struct ActiveDocument {
  const SpringDocument* document;
  bool own;
};

struct SpringContext {
  const SpringLookup& lookup;
  std::optional<SpringBootVersion> boot;
  RequiredAcks required_acks = RequiredAcks::unknown;
  /// Whether Boot makes the client and puts its connection details over the maps.
  bool connection_details = true;
  /// The first unit of its documents: what is common to all clients is reported for it alone.
  bool first_unit = true;
};

void read_spring_role(kafka::Role role, std::span<const ActiveDocument> documents,
                      const SpringContext& context, UnitBuilder& builder);

/// The same without what Boot and Spring Kafka set themselves. Stronger than what `builder` holds
/// already.
void add_spring_layers(kafka::Role role, std::span<const ActiveDocument> documents,
                       const SpringContext& context, UnitBuilder& builder);

}  // namespace kaflint::dialect
