#include "tests/referee/recording.h"

#include <zlib.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace kaflint::referee {
namespace {

using GzipFile = std::unique_ptr<gzFile_s, int (*)(gzFile)>;

GzipFile open(const std::string& file, const char* mode) {
  GzipFile opened(gzopen(file.c_str(), mode), &gzclose);
  if (opened == nullptr) throw std::runtime_error("cannot open " + file);
  return opened;
}

bool read_line(gzFile file, std::string& line) {
  line.clear();
  for (int c = gzgetc(file); c != -1; c = gzgetc(file)) {
    if (c == '\n') return true;
    line += static_cast<char>(c);
  }
  return false;
}

/// The values of the first line of a release, by the clients' names; the component's own have an
/// empty name.
using Reference = std::map<std::string, Values, std::less<>>;

Reference values_of(const Answer& answer) {
  Reference result;
  if (answer.outcome == "starts") result[""] = answer.effective;
  for (const auto& [name, client] : answer.clients)
    if (client.outcome == "starts") result[name] = client.effective;
  return result;
}

void leave_out(Values& values, const Values& reference) {
  std::erase_if(values, [&](const auto& value) {
    const auto found = reference.find(value.first);
    return found != reference.end() && found->second == value.second;
  });
}

/// The keys of the reference that these values do not have at all.
Json absent_from(const Values& values, const Values& reference) {
  Json keys = Json::array();
  for (const auto& [key, value] : reference)
    if (!values.contains(key)) keys.push_back(key);
  return keys;
}

void put_back(Values& values, const Values& reference, const Json& absent) {
  for (const auto& [key, value] : reference)
    if (std::ranges::find(absent, Json(key)) == absent.end()) values.try_emplace(key, value);
}

/// Calls `change` with the name and the values of the component and of its clients that start.
template <typename Change>
void change_values(Answer& answer, const Reference& reference, Change change) {
  if (const auto own = reference.find(""); own != reference.end() && answer.outcome == "starts")
    change("", answer.effective, own->second);
  for (auto& [name, client] : answer.clients)
    if (const auto values = reference.find(name);
        values != reference.end() && client.outcome == "starts")
      change(name, client.effective, values->second);
}

}  // namespace

void write_recording(const std::string& file, std::span<const Case> cases,
                     std::span<const Answer> answers) {
  const GzipFile out = open(file, "wb9");
  std::map<kafka::Version, Reference> references;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    Answer answer = answers[i];
    Json line = to_json(cases[i]);
    if (answer.outcome == "starts" && !references.contains(cases[i].release)) {
      references[cases[i].release] = values_of(answer);
      line["reference"] = true;
    } else {
      change_values(answer, references[cases[i].release],
                    [&](const std::string& name, Values& values, const Values& reference) {
                      if (Json absent = absent_from(values, reference); !absent.empty())
                        line["absent"][name] = std::move(absent);
                      leave_out(values, reference);
                    });
    }
    line["kafka"] = to_json(answer);
    const std::string text = line.dump(-1, ' ', true) + "\n";
    if (gzwrite(out.get(), text.data(), static_cast<unsigned>(text.size())) == 0)
      throw std::runtime_error("cannot write " + file);
  }
}

void read_recording(const std::string& file,
                    const std::function<void(const Case&, const Answer&)>& take) {
  const GzipFile in = open(file, "rb");
  std::map<kafka::Version, Reference> references;
  for (std::string line; read_line(in.get(), line);) {
    const Case test = parse_case(line, std::nullopt, std::nullopt);
    const Json json = Json::parse(line);
    Answer answer = parse_answer(json.at("kafka"));
    if (json.contains("reference"))
      references[test.release] = values_of(answer);
    else
      change_values(answer, references[test.release],
                    [&](const std::string& name, Values& values, const Values& reference) {
                      const Json absent = json.value("absent", Json::object());
                      put_back(values, reference, absent.value(name, Json::array()));
                    });
    take(test, answer);
  }
}

}  // namespace kaflint::referee
