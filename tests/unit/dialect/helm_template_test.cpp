// What becomes of a chart's template with the values of its values.yaml. The expected texts are
// those of helm template 3.19.
#include "linter/dialect/helm_template.h"

#include "tests/unit/source/temporary_folder.h"

namespace kaflint::dialect {
namespace {

class HelmTemplate : public TemporaryFolder {
 protected:
  void SetUp() override {
    TemporaryFolder::SetUp();
    write(".git/HEAD", "");
    write("Chart.yaml", "name: a\nversion: 1.0.0\nappVersion: 3.9.0\n");
    write(
        "values.yaml",
        "text: lz4\nbig: 1048588\nsmall: 12\noctal: 010\nflag: yes\non: 1\nfraction: 1.50\ntiny: "
        "0.00001\n"
        "empty: \"\"\nnothing:\nzero: 0\nquoted: \"1048588\"\nlist: [a, 2]\nmap: {deep: {er: 7}}\n"
        "spaced: \" a b \"\nquote: 'a\"b'\ndisabled: false\nlines: |\n  a\n  b\nno_map: {}\n"
        "dashed-name: 5\n");
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
  /// The template as far as it can be rendered; actions that stay are still there.
  std::string render(std::string_view text) {
    const auto rendered = render_template(text, *values());
    return rendered ? std::string(rendered->text.text()) : "refused";
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
  EXPECT_EQ(render("{{ (.Values.text) }}{{ (.Values.map).deep.er }}"), "lz47");
  EXPECT_EQ(render("{{ index .Values \"dashed-name\" }}"), "5");
  EXPECT_EQ(render("{{ .Values.zero }}{{ .Values.disabled }}"), "0false");
  EXPECT_EQ(render("{{ .Chart.AppVersion }} {{ .Chart.Name }}"), "3.9.0 a");
}

TEST_F(HelmTemplate, TrimsBlanksAsMarkersSay) {
  EXPECT_EQ(render("x  {{- .Values.text -}}  y"), "xlz4y");
  EXPECT_EQ(render("x:\n  {{- .Values.text }}\n  y"), "x:lz4\n  y");
  EXPECT_EQ(render("{{ .Values.text -}} \n {{- .Values.text }}"), "lz4lz4");
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
  EXPECT_EQ(render("{{ default (printf \"x\") .Values.text | upper }}"), "LZ4");
  EXPECT_EQ(render("{{ required \"must be\" .Values.text | upper }}"), "LZ4");
  EXPECT_EQ(render("{{ .Values.spaced | trim }}"), "a b");
  EXPECT_EQ(render("{{ printf \"%s-%v:%d%%\" .Values.text .Values.small (int .Values.small) }}"),
            "lz4-12:12%");
  EXPECT_EQ(render("{{ .Values.list | join \",\" }}"), "a,2");
  EXPECT_EQ(render("{{ replace \"z\" \"y\" .Values.text | trunc 2 }}"), "ly");
  EXPECT_EQ(render("{{ .Values.text | trimPrefix \"l\" | trimSuffix \"4\" }}"), "z");
  EXPECT_EQ(render("{{ ternary \"y\" \"n\" .Values.disabled }}"), "n");
  EXPECT_EQ(render("{{ coalesce .Values.empty .Values.none .Values.text }}"), "lz4");
}

TEST_F(HelmTemplate, WritesScalarsAsYaml) {
  EXPECT_EQ(render("{{ toYaml .Values.big }}"), "1048588");
  EXPECT_EQ(render("{{ .Values.quoted | toYaml }}"), "\"1048588\"");
  EXPECT_EQ(render("{{ toYaml .Values.text | nindent 2 }}"), "\n  lz4");
  EXPECT_EQ(render("{{ toYaml .Values.flag | indent 2 }}"), "  true");
}

TEST_F(HelmTemplate, DecidesConditions) {
  EXPECT_EQ(render("{{ if .Values.text }}a{{ else }}b{{ end }}"), "a");
  EXPECT_EQ(render("{{ if .Values.disabled }}a{{ else }}b{{ end }}"), "b");
  EXPECT_EQ(render("x\n  {{- if .Values.disabled }}\n  a\n  {{- end }}\ny"), "x\ny");
  EXPECT_EQ(render("x\n  {{- if .Values.flag }}\n  a\n  {{- end }}\ny"), "x\n  a\ny");
  EXPECT_EQ(render("{{ if eq .Values.text \"lz4\" }}a{{ end }}"), "a");
  EXPECT_EQ(render("{{ if ne .Values.text \"lz4\" }}a{{ end }}"), "");
  EXPECT_EQ(render("{{ if eq .Values.text \"gzip\" \"lz4\" }}a{{ end }}"), "a");
  EXPECT_EQ(render("{{ if not .Values.disabled }}a{{ end }}"), "a");
  EXPECT_EQ(render("{{ if and .Values.flag (not .Values.disabled) }}a{{ end }}"), "a");
  EXPECT_EQ(render("{{ if or .Values.disabled .Values.zero }}a{{ else }}b{{ end }}"), "b");
  EXPECT_EQ(render("{{ if gt (int .Values.small) 3 }}a{{ end }}"), "a");
  EXPECT_EQ(render("{{ if hasKey .Values.map \"deep\" }}a{{ end }}"), "a");
  EXPECT_EQ(render("{{ if .Values.disabled }}a{{ else if .Values.flag }}b{{ else }}c{{ end }}"),
            "b");
  EXPECT_EQ(render("{{ with .Values.map }}{{ .deep.er }}{{ $.Values.text }}{{ end }}"), "7lz4");
  EXPECT_EQ(render("{{ with .Values.text }}{{ . }}{{ end }}"), "lz4");
  EXPECT_EQ(render("{{ if .Values.flag }}{{ if .Values.disabled }}a{{ end }}b{{ end }}"), "b");
}

TEST_F(HelmTemplate, DecidesWhatOneArgumentDecides) {
  EXPECT_EQ(render("{{ if or .Release.IsInstall .Values.flag }}a{{ end }}"), "a");
  EXPECT_EQ(render("{{ if and .Release.IsInstall .Values.disabled }}a{{ end }}"), "");
}

TEST_F(HelmTemplate, LeavesConditionsThatOthersDecide) {
  for (const char* text : {
           "{{ if .Values.empty }}a{{ else }}b{{ end }}",
           "{{ if .Values.none }}a{{ end }}",
           "{{ if not .Values.nothing }}a{{ end }}",
           "{{ if .Values.no_map }}a{{ end }}",
           "{{ if .Release.IsInstall }}a{{ end }}",
           "{{ if .Capabilities.APIVersions.Has \"apps/v1\" }}a{{ end }}",
           "{{ if eq .Values.small 12 }}a{{ end }}",  // Helm refuses to compare these
           "{{ if hasKey .Values.map \"x\" }}a{{ end }}",
           "{{ if or .Release.IsInstall .Values.disabled }}a{{ end }}",
           "{{ range .Values.list }}{{ .Values.text }}{{ end }}",
           "{{ range $k, $v := .Values.map }}{{ $k }}={{ $v }}{{ else }}x{{ end }}",
           "{{ define \"x\" }}{{ .Values.text }}{{ if .Values.flag }}a{{ end }}{{ end }}",
           "{{ with .Values.none }}{{ .Values.text }}{{ end }}",
       })
    EXPECT_EQ(render(text), text);
}

TEST_F(HelmTemplate, LeavesOnlyWhatIsUndecidedOfAChain) {
  EXPECT_EQ(
      render("{{ if .Release.IsInstall }}a{{ else if .Values.disabled }}b{{ else }}c{{ end }}"),
      "{{ if .Release.IsInstall }}a{{ else }}c{{ end }}");
  EXPECT_EQ(render("{{ if .Values.disabled }}a{{ else if .Values.none }}b{{ else }}c{{ end }}"),
            "{{ else if .Values.none }}b{{ else }}c{{ end }}");
  EXPECT_EQ(render("{{ if .Values.none }}a{{ else if .Values.flag }}b{{ else }}c{{ end }}"),
            "{{ if .Values.none }}a{{ else if .Values.flag }}b{{ end }}");
  EXPECT_EQ(render("a\n{{- if .Values.none }}\nb\n{{- else if .Values.disabled }}\nc\n{{- else }}\n"
                   "d\n{{- end }}\n"),
            "a\n{{- if .Values.none }}\nb\n{{- else }}\nd\n{{- end }}\n");
  EXPECT_EQ(
      render("a\n{{- if .Values.disabled }}\nb\n{{- else if .Values.none }}\nc\n{{- end }}\n"),
      "a\n{{- else if .Values.none }}\nc\n{{- end }}\n");
  EXPECT_EQ(render("{{ if .Values.none }}{{ .Values.text }}{{ end }}"),
            "{{ if .Values.none }}lz4{{ end }}");
  EXPECT_EQ(render("{{ range .Values.list }}{{ $.Values.text }}{{ end }}"),
            "{{ range .Values.list }}lz4{{ end }}");
}

TEST_F(HelmTemplate, FollowsVariables) {
  EXPECT_EQ(render("{{ $x := .Values.text }}{{ $x }}"), "{{ $x := .Values.text }}lz4");
  EXPECT_EQ(render("{{ $m := .Values.map }}{{ $m.deep.er }}"), "{{ $m := .Values.map }}7");
  // A later assignment may be in a branch.
  for (const char* text : {"{{ $x := .Values.text }}{{ $x = \"b\" }}{{ $x }}", "{{ $x }}",
                           "{{ if .Values.none }}{{ $x := .Values.text }}{{ end }}{{ $x }}"})
    EXPECT_EQ(render(text), text);
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
                           "{{ toYaml .Values.map }}",
                           "{{ .Values.map.none.er }}",
                           "{{ .Values.map.none.er | default \"x\" }}",  // Helm fails there
                           "{{ .Values.lines | nindent 2 }}",
                           "{{ .Release.Name }}",
                           "{{ include \"x\" . }}",
                           "{{ .Values.text | b64enc }}",
                           "{{ printf \"%s\" .Values.small }}",
                           "{{ .Values.quote | quote }}",
                           "{{ .Values.small | lower }}",
                           "{{ $x }}",
                           "{{ .text }}"})
    EXPECT_EQ(render(part), part);
  EXPECT_EQ(render("{{ .Values.text"), "refused");
  EXPECT_EQ(render("{{ if .Values.text }}"), "refused");
  EXPECT_EQ(render("{{ end }}"), "refused");
}

TEST_F(HelmTemplate, IsBoundedInDepth) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "{{ if .Values.flag }}";
  for (int i = 0; i < 5000; ++i) deep += "{{ end }}";
  EXPECT_EQ(render(deep), "refused");
  const std::string open(5000, '(');
  const std::string close(5000, ')');
  const std::string action = "{{ " + open + ".Values.text" + close + " }}";
  EXPECT_EQ(render(action), action);
}

TEST_F(HelmTemplate, SaysWhereTheValueStandsAndHowToKeepItsDigits) {
  const auto rendered =
      render_template("a: {{ .Values.big | quote }} {{ .Values.small }}", *values());
  ASSERT_TRUE(rendered);
  ASSERT_EQ(rendered->printed.size(), 2U);
  EXPECT_EQ(rendered->printed[0].span, (Span{3, 17}));
  EXPECT_EQ(rendered->text.source_span(rendered->printed[0].span), (Span{3, 28}));
  EXPECT_EQ(rendered->printed[0].origin, "the default in line 2 of values.yaml");
  EXPECT_EQ(rendered->printed[0].digits, "1048588");
  EXPECT_EQ(rendered->printed[0].repair_at, 17U);
  EXPECT_EQ(rendered->printed[1].digits, "");
}

TEST_F(HelmTemplate, OnlyTemplatesOfAChartHaveValues) {
  EXPECT_TRUE(values("templates/sub/b.yaml"));
  EXPECT_FALSE(values("values.yaml"));
  EXPECT_FALSE(values("other/templates/a.yaml"));
}

}  // namespace
}  // namespace kaflint::dialect
