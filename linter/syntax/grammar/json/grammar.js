// The tokens of RFC 8259, and a token for everything else, so that this grammar has no errors: the
// nesting is made from the tokens by json.cpp. A grammar of objects and arrays would leave broken
// text to tree-sitter's error recovery, which takes quadratic time on texts such as {},{},{},...
// A string is lexed generously; what may stand in it is checked when it is decoded.
module.exports = grammar({
  name: "kaflint_json",

  extras: ($) => [/[ \t\r\n]/],

  rules: {
    document: ($) =>
      repeat(
        choice("{", "}", "[", "]", ",", ":", $.string, $.number, "true", "false", "null",
          $.unexpected),
      ),

    string: ($) => token(prec(1, seq('"', repeat(choice(/[^"\\\r\n]/, /\\[^\r\n]/)), '"'))),
    number: ($) => token(prec(1, /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/)),
    // A word up to the next punctuation, or a string that its line ends.
    unexpected: ($) =>
      token(choice(/[^ \t\r\n{}\[\],:"]+/, seq('"', repeat(choice(/[^"\\\r\n]/, /\\[^\r\n]/)), optional("\\")))),
  },
});
