// A plain .properties file of one component.
#include <vector>

#include "linter/dialect/common.h"
#include "linter/dialect/readers.h"
#include "linter/dialect/role_guess.h"

namespace kaflint::dialect {

void read_properties(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out) {
  if (!file.properties || claimed.at(0)) return;
  std::vector<KeyAndValue> pairs;
  pairs.reserve(file.properties->pairs.size());
  for (const syntax::PropertiesPair& pair : file.properties->pairs)
    if (!is_template_line(pair.key)) pairs.push_back({pair.key, pair.value});
  std::optional<RoleGuess> guess = guess_role(file_name(file.source.path()), pairs);
  if (!guess) return;
  claimed[0] = true;
  Unit unit;
  unit.role = guess->role;
  unit.dialect = "properties";
  // Java gives up at a malformed escape, so what is absent is unknown.
  unit.complete = guess->complete && !file.properties->error;
  unit.why = std::move(guess->why);
  unit.span = span_of(0, file.source.bytes().size());
  unit.foreign_prefixes = plain_file_foreign_prefixes(file.source.bytes());
  UnitBuilder builder(std::move(unit));
  builder.add_pairs(file.properties->pairs, nullptr, {});
  out.units.push_back(std::move(builder).take());
}

}  // namespace kaflint::dialect
