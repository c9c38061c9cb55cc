// See spring_cloud_version.h. spring-cloud-dependencies 2025.1.1 manages binder 5.0.1, 2025.1.2
// manages 5.0.2.
#include "linter/dialect/spring_cloud_version.h"

#include <array>
#include <charconv>
#include <vector>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/project/release_text.h"

namespace kaflint::dialect {
namespace {

using Release = std::array<int, 3>;

constexpr Release kBinderWithAll = {5, 0, 2};
constexpr Release kTrainWithAll = {2025, 1, 2};

/// `4.1.3`, `2.1.4.RELEASE`; nothing for less, and for what is no release yet: what a snapshot sets
/// is not known.
std::optional<Release> parse_release(std::string_view text) {
  const std::string_view number = project::leading_number(text);
  const std::string_view suffix = text.substr(number.size());
  const std::vector<std::string_view> parts = split(number, '.');
  if (parts.size() < 3 || (!suffix.empty() && suffix != ".RELEASE")) return std::nullopt;
  Release release{};
  for (std::size_t i = 0; i < release.size(); ++i) {
    const char* const end = parts[i].data() + parts[i].size();
    if (std::from_chars(parts[i].data(), end, release[i]).ec != std::errc()) return std::nullopt;
  }
  return release;
}

RequiredAcks since(const Release& all, const Release& release) {
  return release < all ? RequiredAcks::one : RequiredAcks::all;
}

/// Trains had names before 2020.
bool is_named_train(std::string_view train) {
  return !train.empty() && is_letter(train.front()) && train.find('.') != std::string_view::npos;
}

}  // namespace

RequiredAcks required_acks_of(std::string_view binder, std::string_view train,
                              const std::optional<SpringBootVersion>& boot) {
  if (const std::optional<Release> release = parse_release(binder))
    return since(kBinderWithAll, *release);
  if (const std::optional<Release> release = parse_release(train))
    return since(kTrainWithAll, *release);
  if (is_named_train(train) || (boot && boot->before(4, 0))) return RequiredAcks::one;
  return RequiredAcks::unknown;
}

}  // namespace kaflint::dialect
