// The tokens of one action of Go's text/template (text/template/parse/lex.go), and a token for
// everything else, so that this grammar has no errors: a broken or deeply nested action can lead
// neither to quadratic recovery nor to recursion. Where actions begin and end in a text is found by
// the hand-written scanner in go_template.cpp.
//
// A name is letters, digits (not first) and _ of ASCII, and anything beyond ASCII.
const NAME = /[^\x00-@\[-\^`{-\x7F][^\x00-\/:-@\[-\^`{-\x7F]*/;

module.exports = grammar({
  name: "kaflint_go_template",

  extras: ($) => [/[ \t\r\n]/],

  rules: {
    action: ($) =>
      repeat(
        choice("{{", "{{-", "}}", "-}}", $.comment, $.field, $.dot, $.variable, $.identifier,
          $.string, $.raw_string, $.character, $.number, $.closing, "(", "|", ",", ":=", "=",
          $.unexpected),
      ),

    comment: ($) => token(seq("/*", /[^*]*\*+([^/*][^*]*\*+)*/, "/")),
    field: ($) => token(repeat1(seq(".", NAME))),
    dot: ($) => ".",
    variable: ($) => token(seq("$", optional(NAME), repeat(seq(".", NAME)))),
    identifier: ($) => NAME,
    string: ($) => token(seq('"', repeat(choice(/[^"\\\n]/, /\\[^\n]/)), '"')),
    raw_string: ($) => token(seq("`", /[^`]*/, "`")),
    character: ($) => token(seq("'", repeat(choice(/[^'\\\n]/, /\\[^\n]/)), "'")),
    number: ($) => token(/[+-]?[0-9][0-9A-Za-z_.]*([eEpP][+-][0-9]+)?i?/),
    // With the chain that reads from its result, which is no field of the dot.
    closing: ($) => token(seq(")", repeat(seq(".", NAME)))),
    unexpected: ($) => token(prec(-1, /[^ \t\r\n]/)),
  },
});
