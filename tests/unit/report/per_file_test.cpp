// Who works on which file, and when, shows in no report.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "report_data.h"

namespace kaflint::report {
namespace {

void backwards(std::size_t count, const std::function<void(std::size_t)>& work) {
  while (count > 0) work(--count);
}

Report some_files() {
  Report report;
  report.tool_version = "0.1.0";
  for (const std::string name : {"a", "b", "clean", "d"}) {
    policy::FileResult file = file_of(name + ".properties", "acks=2\nlinger.ms=x\n");
    if (name != "clean")
      file.findings = {finding_at(Span{0, 6}, "first in " + name),
                       finding_at(Span{7, 18}, "second in " + name)};
    report.files.push_back(std::move(file));
  }
  report.files_read = report.files.size();
  return report;
}

TEST(PerFile, TheOrderOfWorkDoesNotShow) {
  const Report report = some_files();
  EXPECT_EQ(to_text(report, {}, backwards), to_text(report, {}));
  EXPECT_EQ(to_json(report, backwards), to_json(report));
  EXPECT_EQ(to_sarif(report, backwards), to_sarif(report));
}

TEST(PerFile, FindingsStandInTheFilesOrder) {
  for (const std::string& text :
       {to_text(some_files(), {}, backwards), to_json(some_files(), backwards)}) {
    std::size_t at = 0;
    for (const std::string_view message :
         {"first in a", "second in a", "first in b", "second in b", "first in d", "second in d"}) {
      at = text.find(message, at);
      ASSERT_NE(at, std::string::npos) << message << " in " << text;
    }
  }
}

}  // namespace
}  // namespace kaflint::report
