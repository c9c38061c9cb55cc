// Three shapes: plausible lines with hostile details, hostile atoms in any order, and either of
// them pushed against the 8192 bytes that the JDK reads at a time.
#include "tests/differential/properties/generator.h"

#include <random>
#include <span>
#include <string_view>

namespace kaflint::differential {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kKeys[] = {"acks", "linger.ms", "bootstrap.servers",
                                      "a",    "ssl.key",   "K"};
constexpr std::string_view kValues[] = {"all", "1", "host:9092,b:9093", "a=b", "x y", "true", ""};
constexpr std::string_view kBlanks[] = {"", "", "", " ", "\t", "\f", "  ", " \t\f "};
constexpr std::string_view kSeparators[] = {"=",  "=",  ":",   " ",  "\t", "\f", " = ",
                                            "==", ":=", " : ", "=:", " ",  ""};
constexpr std::string_view kLineEnds[] = {"\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\r", "\r\r\n"};
constexpr std::string_view kContinuations[] = {
    "\\\n",     "\\\r\n",       "\\\r",   "\\\n  ",   "\\\r\n\t",   "\\\\\n",
    "\\\\\\\n", "\\ \n",        "\\\n\n", "\\\n#",    "\\\n !",     "\\\r\r\n",
    "\\\n\r",   "\\\\\\\\\\\r", "\\\n=",  "\\\n\\\n", "\\\n \\\r\n"};
constexpr std::string_view kEscapes[] = {"\\t",
                                         "\\n",
                                         "\\r",
                                         "\\f",
                                         "\\b",
                                         "\\\\",
                                         "\\=",
                                         "\\:",
                                         "\\ ",
                                         "\\#",
                                         "\\!",
                                         "\\\"",
                                         "\\0",
                                         "\\u0041",
                                         "\\u00e9",
                                         "\\u00E9",
                                         "\\u20aC",
                                         "\\u0000",
                                         "\\u003d",
                                         "\\u000a",
                                         "\\ud83d\\ude00",
                                         "\\ud83d",
                                         "\\ude00",
                                         "\\uD83D-",
                                         "\\\t",
                                         "\\\f",
                                         "\\\\u0041",
                                         "\\u00\\\n41",
                                         "\\u\\\r\n  0041",
                                         "\\\\\\u0041",
                                         "\\u005c",
                                         "\\u0020"};
constexpr std::string_view kMalformed[] = {
    "\\u",     "\\u0",    "\\u00",   "\\u004",  "\\uu0041", "\\u00g1",  "\\u-041",
    "\\u+041", "\\u00 1", "\\u004=", "\\U0041", "\\x41",    "\\u00\n41"};
constexpr std::string_view kOddText[] = {"\0"sv,
                                         "\x01",
                                         "\v",
                                         "\x1A",
                                         "\x1C",
                                         "\x7F",
                                         "\xA0",
                                         "\x85",
                                         "\xFF",
                                         "\xE9",
                                         "\xC2\xA0",
                                         "\xC2\x85",
                                         "\xE2\x80\xA8",
                                         "\xEF\xBB\xBF",
                                         "\xC3\xA9",
                                         "\xE2\x82\xAC",
                                         "\xF0\x9F\x98\x80",
                                         "\xEF\xBF\xBF",
                                         "\xF4\x8F\xBF\xBF",
                                         "\xC0\xAF",
                                         "\xC1",
                                         "\xE0\x80\x80",
                                         "\xE0\x9F\xBF",
                                         "\xED\xA0\xBD\xED\xB8\x80",
                                         "\xED\xBF",
                                         "\xE2\x82",
                                         "\xE2",
                                         "\xF0\x9F\x98",
                                         "\xF0\x9F",
                                         "\xF0",
                                         "\xF0\x8F\xBF\xBF",
                                         "\xF4\x90\x80\x80",
                                         "\xF5\x80\x80\x80",
                                         "\xF7",
                                         "\xF8\x88\x80\x80\x80",
                                         "\xFC\x84\x80\x80\x80\x80",
                                         "\xFE",
                                         "\x80",
                                         "\xBF\xBF",
                                         "\xC3",
                                         "\xED\xA0",
                                         "\xED\xA0\xBD"};
constexpr std::string_view kComments[] = {"#",      "!",    "# note", "!\\u12",
                                          "#a=b\\", " # x", "\t!",    "#!"};

class Generator {
 public:
  explicit Generator(std::mt19937_64 random) : random_(random) {}

  std::string file() {
    std::string text;
    if (one_in(40)) text += std::string(8185 + below(12), one_in(2) ? '#' : 'p');
    if (!text.empty() && one_in(2)) text += pick(kLineEnds);
    const bool structured = !one_in(3);
    const std::uint64_t size = structured ? 1 + below(7) : below(24);
    for (std::uint64_t i = 0; i < size; ++i) text += structured ? line() : atom();
    if (one_in(3) && !text.empty()) text.pop_back();
    return text;
  }

 private:
  /// Not std::uniform_int_distribution, which differs between standard libraries.
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }
  std::string_view pick(std::span<const std::string_view> choices) {
    return choices[below(choices.size())];
  }

  std::string_view atom() {
    switch (below(11)) {
      case 0:
        return pick(kKeys);
      case 1:
        return pick(kValues);
      case 2:
        return pick(kBlanks);
      case 3:
        return pick(kSeparators);
      case 4:
        return pick(kLineEnds);
      case 5:
      case 6:
        return pick(kContinuations);
      case 7:
        return pick(kEscapes);
      case 8:
        return one_in(4) ? pick(kMalformed) : pick(kEscapes);
      case 9:
        return pick(kOddText);
      default:
        return one_in(3) ? pick(kComments) : "\\";
    }
  }

  /// Text with hostile atoms put in at random places.
  std::string spiced(std::string_view text) {
    std::string result(text);
    while (one_in(3)) {
      const std::uint64_t at = below(result.size() + 1);
      const std::uint64_t kind = below(16);
      result.insert(at, kind < 6    ? pick(kEscapes)
                        : kind < 10 ? pick(kContinuations)
                        : kind < 15 ? pick(kOddText)
                                    : pick(kMalformed));
    }
    return result;
  }

  std::string line() {
    std::string text(pick(kBlanks));
    if (one_in(6)) {
      text += spiced(pick(kComments));
    } else if (!one_in(10)) {
      text += spiced(pick(kKeys));
      text += pick(kSeparators);
      text += spiced(pick(kValues));
      text += pick(kBlanks);
    }
    text += one_in(6) ? pick(kContinuations) : pick(kLineEnds);
    return text;
  }

  std::mt19937_64 random_;
};

}  // namespace

Case make_case(std::uint64_t seed, std::uint64_t number) {
  std::seed_seq sequence{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(number)};
  Generator generator{std::mt19937_64(sequence)};
  return {generator.file(), number % 2 == 0 ? syntax::Charset::latin1 : syntax::Charset::utf8};
}

}  // namespace kaflint::differential
