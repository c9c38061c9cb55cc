// Cutting the stream into messages.
#include "linter/lsp/framing.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kaflint::lsp {
namespace {

/// Bodies as they are, errors behind `!`.
std::vector<std::string> drain(MessageSplitter& splitter) {
  std::vector<std::string> out;
  while (const auto next = splitter.next())
    out.push_back(*next ? **next : "!" + next->error().reason);
  return out;
}

using Bodies = std::vector<std::string>;

TEST(Framing, ByteByByte) {
  MessageSplitter splitter;
  Bodies got;
  for (const char c : frame("{}") + frame("") + "content-length: 3\r\nX-Y: z\r\n\r\nabc") {
    splitter.append({&c, 1});
    for (std::string& body : drain(splitter)) got.push_back(std::move(body));
  }
  EXPECT_EQ(got, (Bodies{"{}", "", "abc"}));
}

TEST(Framing, SeveralAtOnce) {
  MessageSplitter splitter;
  splitter.append(frame("a") + frame("bc") + "Content-Length: 1");
  EXPECT_EQ(drain(splitter), (Bodies{"a", "bc"}));
  splitter.append("\r\n\r\nd");
  EXPECT_EQ(drain(splitter), (Bodies{"d"}));
}

TEST(Framing, ABadHeaderCostsOnlyItself) {
  for (const std::string bad :
       {"Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "Nonsense\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n"}) {
    MessageSplitter splitter;
    splitter.append(bad + frame("ok"));
    EXPECT_EQ(drain(splitter), (Bodies{"!a message header has no valid Content-Length", "ok"}));
  }
}

TEST(Framing, AHeaderWithoutEndIsDropped) {
  MessageSplitter splitter;
  splitter.append(std::string(20000, 'x'));
  EXPECT_EQ(drain(splitter), (Bodies{"!a message header does not end"}));
  splitter.append("\r\n\r\n" + frame("ok"));
  EXPECT_EQ(drain(splitter), (Bodies{"!a message header has no valid Content-Length", "ok"}));
}

TEST(Framing, ATooLargeMessageIsSkipped) {
  MessageSplitter splitter(4);
  const std::string stream = frame("12345") + frame("ok");
  splitter.append(stream.substr(0, 24));
  EXPECT_EQ(drain(splitter), (Bodies{"!a message of 5 bytes is too large"}));
  splitter.append(stream.substr(24));
  EXPECT_EQ(drain(splitter), (Bodies{"ok"}));
}

}  // namespace
}  // namespace kaflint::lsp
