// Verdicts that were recorded from the released jars: single values, and the first error of whole
// configurations.
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "linter/kafka/config.h"

namespace kaflint::kafka {
namespace {

void append_utf8(std::string& out, unsigned code) {
  const auto add = [&out](unsigned byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0 | code >> 6);
    add(0x80 | (code & 63));
  } else if (code < 0x10000) {
    add(0xE0 | code >> 12);
    add(0x80 | (code >> 6 & 63));
    add(0x80 | (code & 63));
  } else {
    add(0xF0 | code >> 18);
    add(0x80 | (code >> 12 & 63));
    add(0x80 | (code >> 6 & 63));
    add(0x80 | (code & 63));
  }
}

// `\uXXXX`, in pairs for characters beyond U+FFFF.
std::string unescape(std::string_view text) {
  std::string out;
  const auto take_unit = [&text] {
    const auto unit =
        static_cast<unsigned>(std::stoul(std::string(text.substr(2, 4)), nullptr, 16));
    text.remove_prefix(6);
    return unit;
  };
  while (!text.empty()) {
    if (!text.starts_with("\\u")) {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    unsigned code = take_unit();
    if (code >= 0xD800 && code < 0xDC00 && text.starts_with("\\u"))
      code = 0x10000 + ((code - 0xD800) << 10) + (take_unit() - 0xDC00);
    append_utf8(out, code);
  }
  return out;
}

std::vector<std::vector<std::string>> rows(const char* file) {
  std::ifstream in(std::string(KAFLINT_ROOT "/fixtures/kafka/") + file);
  std::vector<std::vector<std::string>> result;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::string>& row = result.emplace_back();
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', at), line.size());
      row.push_back(line.substr(at, tab - at));
      at = tab + 1;
    }
  }
  return result;
}

TEST(Recorded, EveryValueIsReadAsKafkaReadsIt) {
  std::size_t checked = 0;
  for (const std::vector<std::string>& row : rows("recorded-values.tsv")) {
    const Version version = Version::parse(row.at(1)).value();
    const auto definition = catalog(parse_role(row.at(0)).value()).find(row.at(2), version);
    ASSERT_TRUE(definition) << row[2];
    const auto value = parse_value(*definition, unescape(row.at(3)), version);
    const std::string got = value ? "V" + convert_to_string(*value) : "E";
    EXPECT_EQ(got, unescape(row.at(4)))
        << row[0] << ' ' << row[1] << ' ' << row[2] << '=' << row[3];
    ++checked;
  }
  EXPECT_GT(checked, 4000U);
}

TEST(Recorded, TheFirstErrorIsKafkas) {
  std::size_t checked = 0;
  for (const std::vector<std::string>& row : rows("recorded-errors.tsv")) {
    WrittenConfig written;
    for (std::size_t i = 3; i < row.size(); ++i) {
      const std::size_t equals = row[i].find('=');
      written.set(row[i].substr(0, equals), unescape(row[i].substr(equals + 1)));
    }
    const ParsedConfig config(catalog(parse_role(row.at(0)).value()),
                              Version::parse(row.at(1)).value(), written, Completeness::complete);
    std::string got = "OK";
    if (!config.errors().empty()) {
      const ConfigError& first = config.errors().front();
      got = (first.missing ? "M " : "E ") + std::string(first.definition.key());
    }
    EXPECT_EQ(got, row.at(2)) << row[0] << ' ' << row[1];
    ++checked;
  }
  EXPECT_GT(checked, 1000U);
}

}  // namespace
}  // namespace kaflint::kafka
