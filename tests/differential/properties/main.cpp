// Compares parse_properties with the JDK's own Properties.load on random files.
//
//   properties_differential JAVA CLASS_DIR [COUNT [SEED]]
//
// A difference is shrunk: every round hands all files with one chunk less to a single JVM and goes
// on with the smallest that still differs.
#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/differential/properties/generator.h"
#include "tests/differential/properties/span_properties.h"

namespace kaflint::differential {
namespace {

struct Loaded {
  std::vector<std::string> strings;
  bool threw = false;
};

class Referee {
 public:
  Referee(const std::string& java, const std::string& classes)
      : input_(std::filesystem::path(classes) / "batch.bin"),
        command_(fmt::format("\"{}\" -cp \"{}\" LoadProperties < \"{}\"", java, classes,
                             input_.string())) {}

  /// What the JDK loads from each; nothing if it did not run to the end.
  std::optional<std::vector<Loaded>> load(const std::vector<Case>& cases) const {
    write(cases);
    std::FILE* pipe = popen(command_.c_str(), "r");
    if (pipe == nullptr) return std::nullopt;
    std::string output;
    char buffer[65536];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
      output.append(buffer, n);
    if (pclose(pipe) != 0) return std::nullopt;
    return read(output, cases.size());
  }

 private:
  void write(const std::vector<Case>& cases) const {
    std::ofstream out(input_, std::ios::binary);
    for (const Case& one : cases) {
      out.put(one.charset == syntax::Charset::utf8 ? 1 : 0);
      for (const unsigned shift : {24U, 16U, 8U, 0U})
        out.put(static_cast<char>(one.bytes.size() >> shift));
      out.write(one.bytes.data(), static_cast<std::streamsize>(one.bytes.size()));
    }
  }

  static std::optional<std::vector<Loaded>> read(const std::string& output, std::size_t count) {
    std::size_t at = 0;
    const auto number = [&] {
      std::uint32_t value = 0;
      for (int i = 0; i < 4 && at < output.size(); ++i)
        value = value << 8U | static_cast<unsigned char>(output[at++]);
      return value;
    };
    std::vector<Loaded> result(count);
    for (Loaded& loaded : result) {
      for (std::uint32_t left = number(); left > 0 && at < output.size(); --left) {
        const std::uint32_t size = number();
        loaded.strings.push_back(output.substr(std::min(at, output.size()), size));
        at += size;
      }
      if (at >= output.size()) return std::nullopt;
      loaded.threw = output[at++] == 1;
    }
    if (at != output.size()) return std::nullopt;
    return result;
  }

  std::filesystem::path input_;
  std::string command_;
};

/// Bytes as a C++ string literal, so that a counterexample can become a test.
std::string literal(const std::string& bytes) {
  std::string result = "\"";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n')
      result += "\\n";
    else if (c == '\r')
      result += "\\r";
    else if (c == '\\' || c == '"')
      result += std::string("\\") + c;
    else if (byte < 0x20 || byte >= 0x7F)
      result += fmt::format("\\{:03o}", byte);
    else
      result += c;
  }
  return result + "\"";
}

std::string listing(const std::vector<std::string>& strings, bool threw) {
  std::string result;
  for (const std::string& string : strings) result += " " + literal(string);
  return result + (threw ? " throws" : "");
}

/// How this file is read wrongly; empty if it is read right.
std::string difference(const Case& one, const Loaded& expected) {
  const syntax::PropertiesFile file = syntax::parse_properties(one.bytes, one.charset);
  Loaded actual;
  actual.threw = file.error.has_value();
  for (std::size_t i = 0; i < file.loaded; ++i) {
    actual.strings.push_back(file.pairs[i].key);
    actual.strings.push_back(file.pairs[i].value);
  }
  if (actual.strings != expected.strings || actual.threw != expected.threw)
    return fmt::format("  java:   {}\n  kaflint:{}", listing(expected.strings, expected.threw),
                       listing(actual.strings, actual.threw));
  std::string broken = broken_span_property(one, file);
  return broken.empty() ? broken : "  spans: " + broken;
}

std::vector<Case> smaller(const Case& one) {
  std::vector<Case> result;
  for (std::size_t chunk = one.bytes.size(); chunk > 0; chunk /= 2)
    for (std::size_t at = 0; at + chunk <= one.bytes.size() && result.size() < 5000; at += chunk) {
      Case candidate = one;
      candidate.bytes.erase(at, chunk);
      result.push_back(std::move(candidate));
    }
  return result;
}

Case shrink(const Referee& referee, Case failing) {
  while (true) {
    const std::vector<Case> candidates = smaller(failing);
    const auto loaded = referee.load(candidates);
    if (!loaded) return failing;
    bool found = false;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (difference(candidates[i], (*loaded)[i]).empty()) continue;
      if (candidates[i].bytes.size() >= failing.bytes.size()) continue;
      failing = candidates[i];
      found = true;
    }
    if (!found) return failing;
  }
}

int report(const Referee& referee, const Case& failing, std::uint64_t seed, std::size_t number) {
  const Case shrunk = shrink(referee, failing);
  const auto loaded = referee.load({shrunk});
  fmt::print("seed {} file {} is read differently; shrunk ({}):\n  {}\n{}\n", seed, number,
             shrunk.charset == syntax::Charset::utf8 ? "utf-8" : "latin-1", literal(shrunk.bytes),
             loaded ? difference(shrunk, loaded->front()) : "");
  return 1;
}

int run(const Referee& referee, std::uint64_t count, std::uint64_t seed) {
  std::vector<Case> cases;
  for (std::uint64_t number = 0; number < count; ++number) cases.push_back(make_case(seed, number));
  const auto loaded = referee.load(cases);
  if (!loaded) {
    fmt::print("the JVM did not run to the end\n");
    return 2;
  }
  std::size_t pairs = 0;
  std::size_t threw = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (!difference(cases[i], (*loaded)[i]).empty()) return report(referee, cases[i], seed, i);
    pairs += (*loaded)[i].strings.size() / 2;
    if ((*loaded)[i].threw) ++threw;
  }
  fmt::print("{} files, {} pairs, {} that throw: no difference\n", count, pairs, threw);
  return 0;
}

}  // namespace
}  // namespace kaflint::differential

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print("usage: properties_differential JAVA CLASS_DIR [COUNT [SEED]]\n");
    return 2;
  }
  const std::uint64_t count = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 20'000;
  const std::uint64_t seed = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1;
  return kaflint::differential::run(kaflint::differential::Referee(argv[1], argv[2]), count, seed);
}
