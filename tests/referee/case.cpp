#include "tests/referee/case.h"

#include <stdexcept>

namespace kaflint::referee {
namespace {

std::optional<std::string> text_of(const Json& json, const char* field) {
  const auto found = json.find(field);
  if (found == json.end() || found->is_null()) return std::nullopt;
  return found->get<std::string>();
}

}  // namespace

Case parse_case(const std::string& line, std::optional<kafka::Role> role,
                std::optional<kafka::Version> release) {
  const Json json = Json::parse(line);
  if (const auto name = text_of(json, "role")) role = kafka::parse_role(*name);
  if (const auto number = text_of(json, "release")) release = kafka::Version::parse(*number);
  if (!role || !release) throw std::runtime_error("a case without a role or a release: " + line);
  return {.role = *role, .release = *release, .config = json.at("config").get<Config>()};
}

Json to_json(const Case& test) {
  return {{"role", kafka::to_string(test.role)},
          {"release", test.release.to_string()},
          {"config", test.config}};
}

Answer parse_answer(const Json& json) {
  Answer answer;
  answer.outcome = json.at("outcome").get<std::string>();
  answer.key = text_of(json, "key");
  if (json.contains("named")) answer.named = json["named"].get<std::vector<std::string>>();
  if (const auto exception = text_of(json, "exception")) answer.message = *exception + ": ";
  answer.message += text_of(json, "message").value_or("");
  if (const auto values = json.find("effective"); values != json.end())
    for (const auto& [key, value] : values->items())
      answer.effective[key] =
          value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
  if (const auto clients = json.find("clients"); clients != json.end())
    for (const Json& client : *clients)
      answer.clients[client.at("name").get<std::string>()] = parse_answer(client);
  return answer;
}

Json to_json(const Answer& answer) {
  Json json = {{"outcome", answer.outcome}};
  if (answer.outcome == "refuses") {
    json["key"] = answer.key ? Json(*answer.key) : Json();
    json["named"] = answer.named;
  }
  if (!answer.message.empty()) json["message"] = answer.message;
  if (answer.outcome == "starts") {
    json["effective"] = Json::object();
    for (const auto& [key, value] : answer.effective)
      json["effective"][key] = value ? Json(*value) : Json();
  }
  for (const auto& [name, client] : answer.clients) {
    json["clients"].push_back(to_json(client));
    json["clients"].back()["name"] = name;
  }
  return json;
}

}  // namespace kaflint::referee
