// One client of a Quarkus application: its layers of settings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/dialect/common.h"
#include "linter/dialect/quarkus_properties.h"
#include "linter/kafka/role.h"

namespace kaflint::dialect {

using QuarkusProperties = std::vector<QuarkusProperty>;

inline constexpr std::string_view kSmallRyeConnector = "smallrye-kafka";

/// Whether any release of Kafka knows the key for that role.
bool is_kafka_key(std::string_view key, kafka::Role role);

/// The settings of one client in one profile; the empty profile is that of an application that
/// runs in none of those which the file names. What is given has to outlive this.
class QuarkusClient {
 public:
  /// How values get from the properties to the client.
  enum class Way : std::uint8_t {
    connector,  // SmallRye's, which types them anew and takes its own attributes out
    direct,
  };

  QuarkusClient(const QuarkusProperties& properties, std::string_view profile, kafka::Role role,
                Way way, UnitBuilder& builder);

  /// A layer that wins over the earlier ones; a property of the profile wins over one that always
  /// holds. What is wrong is told where `own`, and where the property stands in this file and is
  /// about this profile.
  void add_layer(const QuarkusPath& path, bool own);
  /// One property as that key.
  void add_as(const QuarkusProperty& property, std::string key);

 private:
  void add(const QuarkusProperty& property, const std::string& key, bool own);
  void check_name(const QuarkusProperty& property, const std::string& key, bool own);
  void check_number(const QuarkusProperty& property, const Setting& setting);
  void report(RuleId rule, Span span, std::string_view key, kafka::Arguments arguments);

  const QuarkusProperties& properties_;
  std::string_view profile_;
  kafka::Role role_;
  Way way_;
  UnitBuilder& builder_;
  SpringLookup lookup_;
};

}  // namespace kaflint::dialect
