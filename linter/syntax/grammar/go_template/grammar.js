// One action of Go's text/template, delimiters included. Where actions begin and end in a text is
// found by the hand-written scanner in go_template.cpp, which cannot be led astray by a broken one.
// Letters, digits (not first) and _ of ASCII, and anything beyond ASCII.
const NAME = /[^\x00-@\[-\^`{-\x7F][^\x00-\/:-@\[-\^`{-\x7F]*/;

module.exports = grammar({
  name: "kaflint_go_template",

  extras: ($) => [/[ \t\r\n]/],
  word: ($) => $.identifier,

  rules: {
    action: ($) => seq(choice("{{", "{{-"), optional($._content), choice("}}", "-}}")),

    _content: ($) =>
      choice($.comment, $.if, $.else, $.end, $.range, $.with, $.define, $.block, $.template,
        $.break, $.continue, $.pipeline),

    comment: ($) => token(seq("/*", /[^*]*\*+([^/*][^*]*\*+)*/, "/")),
    if: ($) => seq("if", $.pipeline),
    else: ($) => seq("else", optional(choice(seq("if", $.pipeline), seq("with", $.pipeline)))),
    end: ($) => "end",
    range: ($) => seq("range", $.pipeline),
    with: ($) => seq("with", $.pipeline),
    define: ($) => seq("define", $._text),
    block: ($) => seq("block", $._text, $.pipeline),
    template: ($) => seq("template", $._text, optional($.pipeline)),
    break: ($) => "break",
    continue: ($) => "continue",

    pipeline: ($) => seq(optional($.declaration), $.command, repeat(seq("|", $.command))),
    declaration: ($) =>
      seq($.variable, optional(seq(",", $.variable)), choice(":=", "=")),
    command: ($) => repeat1($._operand),

    _operand: ($) =>
      choice($.field, $.dot, $.variable, $.identifier, $._text, $.character, $.number,
        $.parenthesized),
    parenthesized: ($) =>
      prec.right(seq("(", $.pipeline, ")", optional(alias($._attached, $.attached)))),
    _attached: ($) => token.immediate(prec(1, repeat1(seq(".", NAME)))),

    field: ($) => token(repeat1(seq(".", NAME))),
    dot: ($) => ".",
    variable: ($) => token(seq("$", optional(NAME), repeat(seq(".", NAME)))),
    identifier: ($) => NAME,

    _text: ($) => choice($.string, $.raw_string),
    string: ($) => token(seq('"', repeat(choice(/[^"\\\n]/, /\\[^\n]/)), '"')),
    raw_string: ($) => token(seq("`", /[^`]*/, "`")),
    character: ($) => token(seq("'", repeat(choice(/[^'\\\n]/, /\\[^\n]/)), "'")),
    number: ($) => token(/[+-]?[0-9][0-9A-Za-z_.]*([eEpP][+-][0-9]+)?i?/),
  },
});
