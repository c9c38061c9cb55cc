// See flat_setting.h.
#include "linter/dialect/flat_setting.h"

#include <utility>

namespace kaflint::dialect {

void resolve_placeholders(const SpringLookup& lookup, Setting& setting, EmptyText empty) {
  if (!setting.value || setting.value->find("${") == std::string::npos) return;
  PlaceholderResult resolved = resolve_spring_placeholders(*setting.value, lookup);
  if (resolved.known && (!resolved.text.empty() || empty == EmptyText::known)) {
    setting.value = std::move(resolved.text);
  } else {
    setting.value.reset();
    setting.unknown = UnknownReason::placeholder;
  }
}

Setting flat_setting(const FlatEntry& entry, std::string key, std::string shown,
                     const SpringLookup& lookup) {
  Setting setting;
  setting.key = std::move(key);
  setting.value = entry.value;
  setting.unknown = entry.unknown;
  setting.written_key = entry.written_key;
  setting.key_span = entry.key_span;
  setting.value_span = entry.value_span;
  setting.value_pieces = entry.value_pieces;
  setting.entry_span = entry.entry_span;
  if (!entry.other_file.empty()) setting.chain.push_back({entry.other_file, {}});
  setting.chain.push_back({std::move(shown), entry.entry_span});
  setting.chain.insert(setting.chain.end(), entry.chain.begin(), entry.chain.end());
  resolve_placeholders(lookup, setting);
  return setting;
}

}  // namespace kaflint::dialect
