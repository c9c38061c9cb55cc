// Throughput of the syntax layers, and libyaml's bare events as the measure for YAML.
#include <benchmark/benchmark.h>
#include <yaml.h>

#include <string>
#include <string_view>

#include "linter/syntax/properties.h"
#include "linter/syntax/yaml.h"

namespace kaflint::syntax {
namespace {

std::string properties_text() {
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    text += "# how long the client waits for the response of a request\n";
    text += "request.timeout.ms." + std::to_string(i) + " = 30000\n";
    text += "bootstrap.servers=kafka-1.example.com:9092,kafka-2.example.com:9092\n";
    if (i % 50 == 0)
      text += "ssl.cipher.suites=TLS_AES_256_GCM_SHA384,\\\n    TLS_AES_128_GCM_SHA256\n";
  }
  return text;
}

std::string yaml_text() {
  std::string text;
  for (int i = 0; i < 5'000; ++i) {
    text += "service" + std::to_string(i) + ":\n  # the client of one service\n  kafka:\n";
    text += "    bootstrap-servers: kafka-1.example.com:9092\n    producer:\n      acks: \"all\"\n";
    text +=
        "      properties: {linger.ms: 20, batch.size: 65536}\n      topics:\n        - orders\n   "
        "     - 'payments'\n";
  }
  return text;
}

void count_bytes(benchmark::State& state, std::string_view text) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void properties(benchmark::State& state) {
  const std::string text = properties_text();
  for (auto _ : state) benchmark::DoNotOptimize(parse_properties(text, Charset::latin1));
  count_bytes(state, text);
}

void yaml(benchmark::State& state) {
  const std::string text = yaml_text();
  for (auto _ : state) benchmark::DoNotOptimize(parse_yaml(text));
  count_bytes(state, text);
}

void libyaml_events(benchmark::State& state) {
  const std::string text = yaml_text();
  for (auto _ : state) {
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    for (bool more = true; more;) {
      yaml_event_t event;
      more = yaml_parser_parse(&parser, &event) != 0 && event.type != YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
  }
  count_bytes(state, text);
}

BENCHMARK(properties)->Repetitions(7)->ReportAggregatesOnly();
BENCHMARK(yaml)->Repetitions(7)->ReportAggregatesOnly();
BENCHMARK(libyaml_events)->Repetitions(7)->ReportAggregatesOnly();

}  // namespace
}  // namespace kaflint::syntax
