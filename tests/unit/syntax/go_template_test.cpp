// Boundaries and kinds of template actions; broken and hostile ones.
#include "linter/syntax/go_template.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace kaflint::syntax {
namespace {

std::vector<std::string> actions_of(const std::string& text) {
  std::vector<std::string> result;
  for (const TemplateAction& action : find_template_actions(text))
    result.push_back(text.substr(action.span.begin, action.span.size()));
  return result;
}

using Texts = std::vector<std::string>;

TemplateAction only_action(const std::string& text) {
  const std::vector<TemplateAction> actions = find_template_actions(text);
  EXPECT_EQ(actions.size(), 1U) << text;
  return actions.empty() ? TemplateAction{} : actions[0];
}

TEST(GoTemplate, NoActions) {
  EXPECT_EQ(actions_of(""), Texts{});
  EXPECT_EQ(actions_of("a: {b: {c: d}}"), Texts{});
  EXPECT_EQ(actions_of("{ { x } }"), Texts{});
}

TEST(GoTemplate, SpansInTheText) {
  EXPECT_EQ(actions_of("a: {{ .x }}\nb: {{- .y -}} c"), (Texts{"{{ .x }}", "{{- .y -}}"}));
  EXPECT_EQ(actions_of("{{a}}{{b}}}"), (Texts{"{{a}}", "{{b}}"}));
  EXPECT_EQ(actions_of("x{{{ a }}}"), (Texts{"{{{ a }}"})) << "the leftmost {{ opens";
  EXPECT_EQ(actions_of("{{ if .a\n}}"), (Texts{"{{ if .a\n}}"})) << "may go over lines";
}

TEST(GoTemplate, QuotedBracesDoNotClose) {
  EXPECT_EQ(actions_of(R"({{ "}}" }}x)"), (Texts{R"({{ "}}" }})"}));
  EXPECT_EQ(actions_of(R"({{ "\"}}" }}x)"), (Texts{R"({{ "\"}}" }})"}));
  EXPECT_EQ(actions_of("{{ `}}\n}}` }}x"), (Texts{"{{ `}}\n}}` }}"}));
  EXPECT_EQ(actions_of("{{ '\\'' }}{{/* }} */}}x"), (Texts{"{{ '\\'' }}", "{{/* }} */}}"}));
  EXPECT_EQ(actions_of("{{- /* \"}} */ -}}x"), (Texts{"{{- /* \"}} */ -}}"}));
}

TEST(GoTemplate, TrimMarkersNeedABlank) {
  const TemplateAction both = only_action("{{- .a -}}");
  EXPECT_TRUE(both.trims_before);
  EXPECT_TRUE(both.trims_after);
  EXPECT_EQ(both.body, (Span{4, 6}));
  const TemplateAction none = only_action("{{-3}}");
  EXPECT_FALSE(none.trims_before);
  EXPECT_EQ(none.body, (Span{2, 4}));
  const TemplateAction marker = only_action("{{- -3 }}");
  EXPECT_TRUE(marker.trims_before);
  EXPECT_FALSE(marker.trims_after);
  EXPECT_EQ(marker.body, (Span{4, 6}));
  EXPECT_FALSE(only_action("{{ a-}}").trims_after);
}

TEST(GoTemplate, Kinds) {
  using Kind = TemplateKind;
  using Keyword = TemplateKeyword;
  const struct {
    const char* text;
    Kind kind;
    Keyword keyword;
  } cases[] = {
      {"{{/* if */}}", Kind::comment, Keyword::none},
      {"{{- /* a */ -}}", Kind::comment, Keyword::none},
      {"{{ if .a }}", Kind::control, Keyword::if_},
      {"{{if(eq .a 1)}}", Kind::control, Keyword::if_},
      {"{{- else if .b }}", Kind::control, Keyword::else_},
      {"{{ end -}}", Kind::control, Keyword::end},
      {"{{ range $k, $v := .m }}", Kind::control, Keyword::range},
      {"{{ with .x }}", Kind::control, Keyword::with},
      {"{{ define \"x\" }}", Kind::control, Keyword::define},
      {"{{ block \"x\" . }}", Kind::control, Keyword::block},
      {"{{ break }}", Kind::control, Keyword::break_},
      {"{{ continue }}", Kind::control, Keyword::continue_},
      {"{{ template \"x\" . }}", Kind::value, Keyword::template_},
      {"{{ include \"x\" . | nindent 4 }}", Kind::value, Keyword::none},
      {"{{ .Values.if }}", Kind::value, Keyword::none},
      {"{{ iffy }}", Kind::value, Keyword::none},
      {"{{ ends }}", Kind::value, Keyword::none},
      {"{{ $x := .a }}", Kind::assignment, Keyword::none},
      {"{{ $x = 1 }}", Kind::assignment, Keyword::none},
      {"{{ $x }}", Kind::value, Keyword::none},
      {"{{ $x.y | eq 1 }}", Kind::value, Keyword::none},
      {"{{}}", Kind::value, Keyword::none},
  };
  for (const auto& one : cases) {
    const TemplateAction action = only_action(one.text);
    EXPECT_EQ(action.kind, one.kind) << one.text;
    EXPECT_EQ(action.keyword, one.keyword) << one.text;
    EXPECT_TRUE(action.closed) << one.text;
  }
}

TEST(GoTemplate, ABrokenActionEndsOnItsLine) {
  const std::string text = "a: {{ .x }\r\nb: {{ \"y }}z\nc: {{ .ok }}\nd: {{";
  const std::vector<TemplateAction> actions = find_template_actions(text);
  ASSERT_EQ(actions.size(), 4U);
  EXPECT_EQ(actions[0].span, (Span{3, 10}));
  EXPECT_FALSE(actions[0].closed);
  EXPECT_EQ(actions[1].span, (Span{15, 23}));
  EXPECT_FALSE(actions[1].closed);
  EXPECT_EQ(text.substr(actions[2].span.begin, actions[2].span.size()), "{{ .ok }}");
  EXPECT_TRUE(actions[2].closed);
  EXPECT_EQ(actions[3].span, (Span{41, 43}));
  EXPECT_FALSE(actions[3].closed);
  EXPECT_EQ(actions[3].body, (Span{43, 43}));
}

TEST(GoTemplate, FieldsThatAnActionReads) {
  const std::string text = "x: {{ default (index .Values.a.b 0).c $.Values.d $y.e $ . | quote }}";
  const std::vector<TemplateField> fields = template_fields(text, only_action(text));
  ASSERT_EQ(fields.size(), 3U);
  EXPECT_EQ(fields[0].path, ".Values.a.b");
  EXPECT_EQ(fields[0].span, (Span{21, 32}));
  EXPECT_EQ(fields[1].path, "$.Values.d");
  EXPECT_EQ(fields[2].path, "$y.e");
  const std::string broken = "{{ if .Values.a ) .Values.b";
  const std::vector<TemplateField> rest = template_fields(broken, only_action(broken));
  ASSERT_EQ(rest.size(), 2U);
  EXPECT_EQ(rest[0].path, ".Values.a");
  EXPECT_EQ(rest[1].path, ".Values.b");
}

TEST(GoTemplate, RandomTextsGiveOrderedSpansThatBeginWithBraces) {
  constexpr std::string_view kAtoms[] = {
      "{{", "}}", "{",  "}",  "-",    " ", "\n", "\"", "`", "'",    "\\",   "/*",   "*/",
      ".a", "$",  "if", ":=", "\xC3", "(", ")",  "|",  "1", "{{- ", " -}}", "\r\n", "end"};
  std::mt19937 random(7);
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (auto left = random() % 30; left > 0; --left) text += kAtoms[random() % std::size(kAtoms)];
    std::uint32_t end = 0;
    for (const TemplateAction& action : find_template_actions(text)) {
      ASSERT_GE(action.span.begin, end) << text;
      end = action.span.end;
      ASSERT_LE(end, text.size()) << text;
      ASSERT_EQ(text.substr(action.span.begin, 2), "{{") << text;
      ASSERT_TRUE(action.span.contains(action.body)) << text;
      if (action.closed) {
        ASSERT_EQ(text.substr(end - 2, 2), "}}") << text;
      }
      for (const TemplateField& field : template_fields(text, action)) {
        ASSERT_TRUE(action.span.contains(field.span)) << text;
        ASSERT_EQ(text.substr(field.span.begin, field.span.size()), field.path) << text;
      }
    }
    const std::size_t first = text.find("{{");
    ASSERT_EQ(find_template_actions(text).empty(), first == std::string::npos) << text;
  }
}

TEST(GoTemplate, RandomBytesDoNoHarm) {
  std::mt19937 random(3);
  for (int round = 0; round < 3'000; ++round) {
    std::string text = "{{";
    for (auto left = random() % 60; left > 0; --left) text += static_cast<char>(random());
    text += "}}";
    const std::vector<TemplateAction> actions = find_template_actions(text);
    ASSERT_FALSE(actions.empty());
    for (const TemplateAction& action : actions)
      for (const TemplateField& field : template_fields(text, action))
        ASSERT_EQ(text.substr(field.span.begin, field.span.size()), field.path);
  }
}

TEST(GoTemplate, HostileTextsTakeLinearTime) {
  for (const std::string atom : {"{{", "{{ a\n", "{{ `\n", "{{ \"\n", "{{/*\n", "{{ `` \n"}) {
    std::string text;
    while (text.size() < 2'000'000) text += atom;
    text += "{{ \"}}\n";
    EXPECT_FALSE(find_template_actions(text).empty());
  }
}

}  // namespace
}  // namespace kaflint::syntax
