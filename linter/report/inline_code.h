// Messages have code between backticks; a format with markup of its own shows it as such.
#pragma once

#include <string>
#include <string_view>

namespace kaflint::report {

/// The message's parts one behind the other: what `code` makes of those between two backticks, what
/// `plain` makes of the others. A backtick without a second one is plain.
template <class Plain, class Code>
std::string with_inline_code(std::string_view message, const Plain& plain, const Code& code) {
  std::string text;
  for (;;) {
    const std::size_t begin = message.find('`');
    const std::size_t end = begin == std::string_view::npos ? begin : message.find('`', begin + 1);
    if (end == std::string_view::npos) return text + plain(message);
    text += plain(message.substr(0, begin));
    text += code(message.substr(begin + 1, end - begin - 1));
    message.remove_prefix(end + 1);
  }
}

}  // namespace kaflint::report
