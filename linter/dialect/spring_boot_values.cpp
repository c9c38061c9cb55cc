// See spring_boot_values.h.
#include "linter/dialect/spring_boot_values.h"

#include <string>
#include <utility>

#include "linter/base/text.h"
#include "linter/dialect/flat_setting.h"

namespace kaflint::dialect {

using kafka::Role;

void add_boot_values(Role role, const std::optional<SpringBootVersion>& boot,
                     UnitBuilder& builder) {
  constexpr std::string_view kPackage = "org.apache.kafka.common.serialization.";
  const auto class_name = [&](std::string_view name) {
    return std::string(kPackage) + std::string(name);
  };
  builder.add_framework("bootstrap.servers", "localhost:9092", kSpringBoot);
  if (role == Role::producer) {
    builder.add_framework("key.serializer", class_name("StringSerializer"), kSpringBoot);
    builder.add_framework("value.serializer", class_name("StringSerializer"), kSpringBoot);
  }
  if (role == Role::consumer) {
    builder.add_framework("key.deserializer", class_name("StringDeserializer"), kSpringBoot);
    builder.add_framework("value.deserializer", class_name("StringDeserializer"), kSpringBoot);
    if (!boot || !boot->before(2, 2))
      builder.add_framework("isolation.level", "read_uncommitted", kSpringBoot);
  }
}

void add_idempotence_of_transactions(const std::optional<SpringBootVersion>& boot,
                                     UnitBuilder& builder) {
  const Setting* id = builder.find("transactional.id");
  if (!id) return;
  const bool by_prefix = id->set_by == kSpringKafka;
  const bool by_map =
      !(boot && boot->before(2, 2)) && (!id->value || !trim_java(*id->value).empty());
  if (by_prefix || by_map) builder.add_framework("enable.idempotence", "true", kSpringKafka);
}

void name_streams_application(std::span<const ActiveDocument> documents, const SpringLookup& lookup,
                              UnitBuilder& builder) {
  const SpringDefinition* name = nullptr;
  for (const ActiveDocument& active : documents)
    if (active.document->application) name = &*active.document->application;
  if (!name) return;
  Setting setting;
  setting.key = "application.id";
  setting.origin = SettingOrigin::framework;
  setting.set_by = kSpringBoot;
  setting.value = name->value;
  resolve_placeholders(lookup, setting);
  builder.override_with(std::move(setting));
}

}  // namespace kaflint::dialect
