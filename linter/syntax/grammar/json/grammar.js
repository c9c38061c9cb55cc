// RFC 8259, and nothing else: what Kafka's own reader (Jackson, default features) takes. A string
// is lexed generously up to its quote or line end; what its escapes may be is checked when it is
// decoded, so that a wrong escape does not cost the tree its shape.
module.exports = grammar({
  name: "kaflint_json",

  extras: ($) => [/[ \t\r\n]/],

  rules: {
    document: ($) => optional($._value),

    _value: ($) =>
      choice($.object, $.array, $.string, $.number, $.true, $.false, $.null),

    object: ($) => seq("{", optional(seq($.member, repeat(seq(",", $.member)))), "}"),
    member: ($) => seq(field("key", $.string), ":", field("value", $._value)),
    array: ($) => seq("[", optional(seq($._value, repeat(seq(",", $._value)))), "]"),

    string: ($) => token(seq('"', repeat(choice(/[^"\\\r\n]/, /\\[^\r\n]/)), '"')),
    number: ($) => token(/-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/),
    true: ($) => "true",
    false: ($) => "false",
    null: ($) => "null",
  },
});
