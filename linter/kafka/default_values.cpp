// Defaults as typed values. Each is made when it is first asked for, since a run needs few of them.
#include <memory>
#include <mutex>

#include "linter/base/check.h"
#include "linter/kafka/catalog.h"
#include "linter/kafka/config_def.h"
#include "linter/kafka/tables.h"

namespace kaflint::kafka {
namespace {

struct Slot {
  std::once_flag made;
  ConfigValue value;
};

// convertToString writes a class in a list as `class NAME`.
void strip_class_words(std::vector<std::string>& items) {
  static constexpr std::string_view kWord = "class ";
  for (std::string& item : items)
    if (item.starts_with(kWord)) item.erase(0, kWord.size());
}

ConfigValue make_default(const KeyDefinition& definition) {
  const std::optional<std::string_view> text = definition.default_text();
  if (!text) return Null{};
  // Nothing trims a default.
  switch (definition.type()) {
    case Type::string:
    case Type::password:
    case Type::class_:
      return std::string(*text);
    default:
      break;
  }
  auto value = parse_type(definition.type(), *text, newest_release());
  KAFLINT_CHECK(value.has_value(), "a default of the catalog is not of its type");
  if (auto* items = std::get_if<std::vector<std::string>>(&*value)) strip_class_words(*items);
  return *std::move(value);
}

}  // namespace

const ConfigValue& KeyDefinition::default_value() const {
  static const auto slots = std::make_unique<Slot[]>(tables::kDefinitionCount);
  Slot& slot = slots[index_];
  std::call_once(slot.made, [&] { slot.value = make_default(*this); });
  return slot.value;
}

}  // namespace kaflint::kafka
