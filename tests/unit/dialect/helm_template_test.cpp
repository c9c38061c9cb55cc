// What the actions of a chart's template print, with the values of its values.yaml. The expected
// texts are those of helm template 3.19.
#include "linter/dialect/helm_template.h"

#include "tests/unit/source/temporary_folder.h"

namespace kaflint::dialect {
namespace {

class HelmTemplate : public TemporaryFolder {
 protected:
  void SetUp() override {
    TemporaryFolder::SetUp();
    write(".git/HEAD", "");
    write("Chart.yaml", "name: a\nversion: 1.0.0\n");
    write("values.yaml",
          "text: lz4\nbig: 1048588\nsmall: 12\noctal: 010\nflag: yes\non: 1\nfraction: 1.50\ntiny: "
          "0.00001\n"
          "empty: \"\"\nnothing:\nzero: 0\nquoted: \"1048588\"\nlist: [a]\nmap: {deep: {er: 7}}\n"
          "spaced: \" a b \"\nquote: 'a\"b'\n");
    write("templates/a.yaml", "");
    write("templates/sub/b.yaml", "");
    write("charts/c/Chart.yaml", "name: c\nversion: 1.0.0\n");
    write("charts/c/values.yaml", "text: x\n");
    write("charts/c/templates/a.yaml", "");
    write("other/templates/a.yaml", "");
  }
  std::shared_ptr<const TemplateValues> values(const std::string& name = "templates/a.yaml") {
    return TemplateValues::of(SourceFile(at(name), ""), &files_);
  }
  std::string render(std::string_view part) {
    const auto rendered = values()->render(part, 100);
    return rendered ? rendered->text : "unknown";
  }

  ProjectFiles files_;
};

TEST_F(HelmTemplate, PrintsAsHelmDoes) {
  EXPECT_EQ(render("{{ .Values.text }}"), "lz4");
  EXPECT_EQ(render("a-{{.Values.text}}-{{ $.Values.small }}"), "a-lz4-12");
  EXPECT_EQ(render("{{ .Values.big }}"), "1.048588e+06");
  EXPECT_EQ(render("{{ .Values.quoted }}"), "1048588");
  EXPECT_EQ(render("{{ .Values.octal }}"), "8");
  EXPECT_EQ(render("{{ .Values.flag }}"), "true");
  EXPECT_EQ(render("{{ .Values.fraction }}"), "1.5");
  EXPECT_EQ(render("{{ .Values.tiny }}"), "1e-05");
  EXPECT_EQ(render("{{ .Values.map.deep.er }}"), "7");
  EXPECT_EQ(render("x  {{- .Values.text -}}  y"), "xlz4y");
}

TEST_F(HelmTemplate, CarriesOutSimpleFunctions) {
  EXPECT_EQ(render("{{ .Values.text | quote }}"), "\"lz4\"");
  EXPECT_EQ(render("{{ quote .Values.big }}"), "\"1.048588e+06\"");
  EXPECT_EQ(render("{{ .Values.text | squote }}"), "'lz4'");
  EXPECT_EQ(render("{{ .Values.big | toString }}"), "1.048588e+06");
  EXPECT_EQ(render("{{ .Values.big | int64 | quote }}"), "\"1048588\"");
  EXPECT_EQ(render("{{ int .Values.fraction }}"), "1");
  EXPECT_EQ(render("{{ int64 .Values.quoted }}"), "1048588");
  EXPECT_EQ(render("{{ .Values.none | default \"x\" }}"), "x");
  EXPECT_EQ(render("{{ .Values.zero | default 1048588 }}"), "1048588");
  EXPECT_EQ(render("{{ default \"x\" .Values.text }}"), "lz4");
  EXPECT_EQ(render("{{ default (printf \"x\") .Values.text | upper }}"), "unknown");
  EXPECT_EQ(render("{{ required \"must be\" .Values.text | upper }}"), "LZ4");
  EXPECT_EQ(render("{{ .Values.spaced | trim }}"), "a b");
}

TEST_F(HelmTemplate, ElseTheTextIsUnknown) {
  for (const char* part : {"plain",
                           "{{ .Values.empty }}",
                           "{{ .Values.nothing }}",
                           "{{ .Values.none }}",
                           "{{ .Values.on }}",
                           "{{ .Values.empty | quote }}",
                           "{{ .Values.list }}",
                           "{{ .Values.map }}",
                           "{{ .Values.map.none.er }}",
                           "{{ .Release.Name }}",
                           "{{ include \"x\" . }}",
                           "{{ .Values.text | b64enc }}",
                           "{{ printf \"%s\" .Values.text }}",
                           "{{ (.Values.text) }}",
                           "{{ .Values.quote | quote }}",
                           "{{ if .Values.text }}a{{ end }}",
                           "{{ .Values.text -}}",
                           "{{ $x }}",
                           "{{ .text }}",
                           "{{ .Values.text",
                           "{{ .Values.octal | int | nindent 2 }}"})
    EXPECT_EQ(render(part), "unknown") << part;
}

TEST_F(HelmTemplate, SaysWhereTheValueStandsAndHowToKeepItsDigits) {
  const auto rendered = values()->render("{{ .Values.big | quote }}", 100);
  ASSERT_TRUE(rendered);
  EXPECT_EQ(rendered->origin, "the default in line 2 of values.yaml");
  EXPECT_EQ(rendered->digits, "1048588");
  EXPECT_EQ(rendered->repair_at, 114U);
  EXPECT_EQ(values()->render("{{ .Values.small }}", 100)->digits, "");
}

TEST_F(HelmTemplate, OnlyTemplatesOfAChartHaveValues) {
  EXPECT_TRUE(values("templates/sub/b.yaml"));
  EXPECT_FALSE(values("values.yaml"));
  EXPECT_FALSE(values("other/templates/a.yaml"));
  EXPECT_FALSE(values("charts/c/templates/a.yaml"));
}

}  // namespace
}  // namespace kaflint::dialect
