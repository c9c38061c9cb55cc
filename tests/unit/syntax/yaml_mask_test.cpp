// Placeholders of Maven and of Go templates do not disturb the YAML around them.
#include <gtest/gtest.h>

#include "tests/unit/syntax/yaml_outline.h"

namespace kaflint::syntax {
namespace {

using Lines = std::vector<std::string>;

YamlFile parse_template(std::string_view bytes) {
  return parse_yaml(bytes, {.template_actions = true});
}

Lines masked_nodes(const YamlFile& file, std::string_view bytes) {
  Lines result;
  for (const YamlNode& node : file.nodes) {
    if (node.masked && node.kind == YamlKind::scalar)
      result.emplace_back(source_of(bytes, node.span));
  }
  return result;
}

TEST(YamlMask, FilteredPropertiesAreValues) {
  constexpr std::string_view kBytes = "a: @project.version@\nb: x-@y@-z\nc: me@here.org\n";
  const YamlFile file = parse_yaml(kBytes);
  EXPECT_EQ(problems(file, kBytes), Lines{});
  EXPECT_EQ(masked_nodes(file, kBytes), (Lines{"@project.version@", "x-@y@-z"}));
  ASSERT_EQ(file.masks.size(), 2U);
  EXPECT_EQ(file.masks[1].kind, YamlMask::Kind::filtered_property);
  EXPECT_EQ(file.masks[1].span, (Span{26, 29}));
}

TEST(YamlMask, ActionsAsKeysAndValues) {
  constexpr std::string_view kBytes =
      "{{ .Values.name }}: 1\na: {{ .Values.a | default \"}}\" }}\nb: \"{{ .b }}\"  # c\nc: 3\n";
  const YamlFile file = parse_template(kBytes);
  EXPECT_EQ(problems(file, kBytes), Lines{});
  EXPECT_EQ(masked_nodes(file, kBytes),
            (Lines{"{{ .Values.name }}", "{{ .Values.a | default \"}}\" }}", "\"{{ .b }}\""}));
}

TEST(YamlMask, LinesOfActionsReadAsBlank) {
  constexpr std::string_view kBytes =
      "a:\n{{- if .x }}\n  b: 1\n  {{- with\n.y }}\n  {{- end }} {{ end }}\n"
      "{{- /* }} */ -}}  # note\n  c: 2\nd: 3\n";
  const YamlFile file = parse_template(kBytes);
  EXPECT_EQ(problems(file, kBytes), Lines{});
  const YamlId root = file.documents.at(0).root;
  EXPECT_EQ(file.text(find_path(file, root, {"a", "b"})), "1");
  EXPECT_EQ(file.text(find_path(file, root, {"a", "c"})), "2");
  EXPECT_EQ(file.text(find(file, root, "d")), "3");
  EXPECT_EQ(masked_nodes(file, kBytes), Lines{});
}

TEST(YamlMask, AValueThatIsPrintedBelowItsKeyIsNotNull) {
  constexpr std::string_view kBytes = "a:\n  {{- toYaml .x | nindent 2 }}\nb:\nc: 1\n";
  const YamlFile file = parse_template(kBytes);
  const YamlId root = file.documents.at(0).root;
  EXPECT_TRUE(file.node(find(file, root, "a")).masked);
  EXPECT_FALSE(file.is_null(find(file, root, "a")));
  EXPECT_TRUE(file.is_null(find(file, root, "b")));
}

TEST(YamlMask, ActionsWithinABlockText) {
  constexpr std::string_view kBytes =
      "a: |\n  {{- range $k, $v := .Values.someVeryLongNameOfConfiguration }}\n"
      "{{- if $v }}\n  acks={{ $v }}\n{{- end }}\n  retries=3\n{{- end }}\nb: |\n  x=1\n{{- end "
      "}}\n"
      "c: |\n  x=1\n  {{ .Files.Get \"x\" }}\n";
  const YamlFile file = parse_template(kBytes);
  EXPECT_EQ(problems(file, kBytes), Lines{});
  const YamlId root = file.documents.at(0).root;
  const std::string_view text = file.text(find(file, root, "a"));
  EXPECT_TRUE(text.ends_with("\nretries=3\n")) << text;
  EXPECT_TRUE(text.find("\nacks=xxxxxxxx\n") != std::string_view::npos) << text;
  EXPECT_EQ(file.text(find(file, root, "b")), "x=1\n");
  EXPECT_FALSE(file.node(find(file, root, "b")).masked);
  EXPECT_TRUE(file.node(find(file, root, "c")).masked);
}

TEST(YamlMask, ControlBesideAnEntryReadsAsBlank) {
  constexpr std::string_view kBytes =
      "c: \"d\" {{ end }}\nf: {{ if .z }}g{{ end }}\nlist:\n  - {a: 1}\n"
      "  {{ if .x }}- {b: 2}{{ end }}\n  {{if .x}} {{- if .y }}- {c: 3}\n"
      "{{ if .y}}key: 1\n";
  const YamlFile file = parse_template(kBytes);
  EXPECT_EQ(problems(file, kBytes), Lines{});
  const YamlId root = file.documents.at(0).root;
  EXPECT_FALSE(file.node(find(file, root, "c")).masked);
  EXPECT_EQ(file.text(find(file, root, "c")), "d");
  // Here the action is part of the value.
  EXPECT_TRUE(file.node(find(file, root, "f")).masked);
  const YamlId list = find(file, root, "list");
  ASSERT_TRUE(file.is_sequence(list));
  std::size_t items = 0;
  for (YamlId item = file.node(list).first_child; item != kNoYaml;
       item = file.node(item).next_sibling)
    ++items;
  EXPECT_EQ(items, 3U);
  EXPECT_EQ(source_of(kBytes, file.node(find(file, root, "key")).span), "1");
}

TEST(YamlMask, WithoutTheOptionBracesAreYaml) {
  EXPECT_EQ(parse_yaml("a: {{ .x }}\n").masks.size(), 0U);
}

}  // namespace
}  // namespace kaflint::syntax
