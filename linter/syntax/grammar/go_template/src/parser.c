#include "tree_sitter/parser.h"

#if defined(__GNUC__) || defined(__clang__)
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#endif

#define LANGUAGE_VERSION 14
#define STATE_COUNT 43
#define LARGE_STATE_COUNT 3
#define SYMBOL_COUNT 48
#define ALIAS_COUNT 0
#define TOKEN_COUNT 31
#define EXTERNAL_TOKEN_COUNT 0
#define FIELD_COUNT 0
#define MAX_ALIAS_SEQUENCE_LENGTH 4
#define PRODUCTION_ID_COUNT 1

enum ts_symbol_identifiers {
  sym_identifier = 1,
  anon_sym_LBRACE_LBRACE = 2,
  anon_sym_LBRACE_LBRACE_DASH = 3,
  anon_sym_RBRACE_RBRACE = 4,
  anon_sym_DASH_RBRACE_RBRACE = 5,
  sym_comment = 6,
  anon_sym_if = 7,
  anon_sym_else = 8,
  anon_sym_with = 9,
  sym_end = 10,
  anon_sym_range = 11,
  anon_sym_define = 12,
  anon_sym_block = 13,
  anon_sym_template = 14,
  sym_break = 15,
  sym_continue = 16,
  anon_sym_PIPE = 17,
  anon_sym_COMMA = 18,
  anon_sym_COLON_EQ = 19,
  anon_sym_EQ = 20,
  anon_sym_LPAREN = 21,
  anon_sym_RPAREN = 22,
  sym__attached = 23,
  sym_field = 24,
  sym_dot = 25,
  sym_variable = 26,
  sym_string = 27,
  sym_raw_string = 28,
  sym_character = 29,
  sym_number = 30,
  sym_action = 31,
  sym__content = 32,
  sym_if = 33,
  sym_else = 34,
  sym_range = 35,
  sym_with = 36,
  sym_define = 37,
  sym_block = 38,
  sym_template = 39,
  sym_pipeline = 40,
  sym_declaration = 41,
  sym_command = 42,
  sym__operand = 43,
  sym_parenthesized = 44,
  sym__text = 45,
  aux_sym_pipeline_repeat1 = 46,
  aux_sym_command_repeat1 = 47,
};

static const char * const ts_symbol_names[] = {
  [ts_builtin_sym_end] = "end",
  [sym_identifier] = "identifier",
  [anon_sym_LBRACE_LBRACE] = "{{",
  [anon_sym_LBRACE_LBRACE_DASH] = "{{-",
  [anon_sym_RBRACE_RBRACE] = "}}",
  [anon_sym_DASH_RBRACE_RBRACE] = "-}}",
  [sym_comment] = "comment",
  [anon_sym_if] = "if",
  [anon_sym_else] = "else",
  [anon_sym_with] = "with",
  [sym_end] = "end",
  [anon_sym_range] = "range",
  [anon_sym_define] = "define",
  [anon_sym_block] = "block",
  [anon_sym_template] = "template",
  [sym_break] = "break",
  [sym_continue] = "continue",
  [anon_sym_PIPE] = "|",
  [anon_sym_COMMA] = ",",
  [anon_sym_COLON_EQ] = ":=",
  [anon_sym_EQ] = "=",
  [anon_sym_LPAREN] = "(",
  [anon_sym_RPAREN] = ")",
  [sym__attached] = "attached",
  [sym_field] = "field",
  [sym_dot] = "dot",
  [sym_variable] = "variable",
  [sym_string] = "string",
  [sym_raw_string] = "raw_string",
  [sym_character] = "character",
  [sym_number] = "number",
  [sym_action] = "action",
  [sym__content] = "_content",
  [sym_if] = "if",
  [sym_else] = "else",
  [sym_range] = "range",
  [sym_with] = "with",
  [sym_define] = "define",
  [sym_block] = "block",
  [sym_template] = "template",
  [sym_pipeline] = "pipeline",
  [sym_declaration] = "declaration",
  [sym_command] = "command",
  [sym__operand] = "_operand",
  [sym_parenthesized] = "parenthesized",
  [sym__text] = "_text",
  [aux_sym_pipeline_repeat1] = "pipeline_repeat1",
  [aux_sym_command_repeat1] = "command_repeat1",
};

static const TSSymbol ts_symbol_map[] = {
  [ts_builtin_sym_end] = ts_builtin_sym_end,
  [sym_identifier] = sym_identifier,
  [anon_sym_LBRACE_LBRACE] = anon_sym_LBRACE_LBRACE,
  [anon_sym_LBRACE_LBRACE_DASH] = anon_sym_LBRACE_LBRACE_DASH,
  [anon_sym_RBRACE_RBRACE] = anon_sym_RBRACE_RBRACE,
  [anon_sym_DASH_RBRACE_RBRACE] = anon_sym_DASH_RBRACE_RBRACE,
  [sym_comment] = sym_comment,
  [anon_sym_if] = anon_sym_if,
  [anon_sym_else] = anon_sym_else,
  [anon_sym_with] = anon_sym_with,
  [sym_end] = sym_end,
  [anon_sym_range] = anon_sym_range,
  [anon_sym_define] = anon_sym_define,
  [anon_sym_block] = anon_sym_block,
  [anon_sym_template] = anon_sym_template,
  [sym_break] = sym_break,
  [sym_continue] = sym_continue,
  [anon_sym_PIPE] = anon_sym_PIPE,
  [anon_sym_COMMA] = anon_sym_COMMA,
  [anon_sym_COLON_EQ] = anon_sym_COLON_EQ,
  [anon_sym_EQ] = anon_sym_EQ,
  [anon_sym_LPAREN] = anon_sym_LPAREN,
  [anon_sym_RPAREN] = anon_sym_RPAREN,
  [sym__attached] = sym__attached,
  [sym_field] = sym_field,
  [sym_dot] = sym_dot,
  [sym_variable] = sym_variable,
  [sym_string] = sym_string,
  [sym_raw_string] = sym_raw_string,
  [sym_character] = sym_character,
  [sym_number] = sym_number,
  [sym_action] = sym_action,
  [sym__content] = sym__content,
  [sym_if] = sym_if,
  [sym_else] = sym_else,
  [sym_range] = sym_range,
  [sym_with] = sym_with,
  [sym_define] = sym_define,
  [sym_block] = sym_block,
  [sym_template] = sym_template,
  [sym_pipeline] = sym_pipeline,
  [sym_declaration] = sym_declaration,
  [sym_command] = sym_command,
  [sym__operand] = sym__operand,
  [sym_parenthesized] = sym_parenthesized,
  [sym__text] = sym__text,
  [aux_sym_pipeline_repeat1] = aux_sym_pipeline_repeat1,
  [aux_sym_command_repeat1] = aux_sym_command_repeat1,
};

static const TSSymbolMetadata ts_symbol_metadata[] = {
  [ts_builtin_sym_end] = {
    .visible = false,
    .named = true,
  },
  [sym_identifier] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_LBRACE_LBRACE] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_LBRACE_LBRACE_DASH] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_RBRACE_RBRACE] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_DASH_RBRACE_RBRACE] = {
    .visible = true,
    .named = false,
  },
  [sym_comment] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_if] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_else] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_with] = {
    .visible = true,
    .named = false,
  },
  [sym_end] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_range] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_define] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_block] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_template] = {
    .visible = true,
    .named = false,
  },
  [sym_break] = {
    .visible = true,
    .named = true,
  },
  [sym_continue] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_PIPE] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_COMMA] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_COLON_EQ] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_EQ] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_LPAREN] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_RPAREN] = {
    .visible = true,
    .named = false,
  },
  [sym__attached] = {
    .visible = true,
    .named = true,
  },
  [sym_field] = {
    .visible = true,
    .named = true,
  },
  [sym_dot] = {
    .visible = true,
    .named = true,
  },
  [sym_variable] = {
    .visible = true,
    .named = true,
  },
  [sym_string] = {
    .visible = true,
    .named = true,
  },
  [sym_raw_string] = {
    .visible = true,
    .named = true,
  },
  [sym_character] = {
    .visible = true,
    .named = true,
  },
  [sym_number] = {
    .visible = true,
    .named = true,
  },
  [sym_action] = {
    .visible = true,
    .named = true,
  },
  [sym__content] = {
    .visible = false,
    .named = true,
  },
  [sym_if] = {
    .visible = true,
    .named = true,
  },
  [sym_else] = {
    .visible = true,
    .named = true,
  },
  [sym_range] = {
    .visible = true,
    .named = true,
  },
  [sym_with] = {
    .visible = true,
    .named = true,
  },
  [sym_define] = {
    .visible = true,
    .named = true,
  },
  [sym_block] = {
    .visible = true,
    .named = true,
  },
  [sym_template] = {
    .visible = true,
    .named = true,
  },
  [sym_pipeline] = {
    .visible = true,
    .named = true,
  },
  [sym_declaration] = {
    .visible = true,
    .named = true,
  },
  [sym_command] = {
    .visible = true,
    .named = true,
  },
  [sym__operand] = {
    .visible = false,
    .named = true,
  },
  [sym_parenthesized] = {
    .visible = true,
    .named = true,
  },
  [sym__text] = {
    .visible = false,
    .named = true,
  },
  [aux_sym_pipeline_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_command_repeat1] = {
    .visible = false,
    .named = false,
  },
};

static const TSSymbol ts_alias_sequences[PRODUCTION_ID_COUNT][MAX_ALIAS_SEQUENCE_LENGTH] = {
  [0] = {0},
};

static const uint16_t ts_non_terminal_alias_map[] = {
  0,
};

static const TSStateId ts_primary_state_ids[STATE_COUNT] = {
  [0] = 0,
  [1] = 1,
  [2] = 2,
  [3] = 3,
  [4] = 4,
  [5] = 5,
  [6] = 6,
  [7] = 7,
  [8] = 8,
  [9] = 9,
  [10] = 10,
  [11] = 11,
  [12] = 12,
  [13] = 13,
  [14] = 14,
  [15] = 15,
  [16] = 16,
  [17] = 17,
  [18] = 18,
  [19] = 19,
  [20] = 20,
  [21] = 21,
  [22] = 22,
  [23] = 23,
  [24] = 24,
  [25] = 25,
  [26] = 26,
  [27] = 27,
  [28] = 28,
  [29] = 29,
  [30] = 30,
  [31] = 31,
  [32] = 32,
  [33] = 33,
  [34] = 34,
  [35] = 35,
  [36] = 36,
  [37] = 37,
  [38] = 38,
  [39] = 39,
  [40] = 40,
  [41] = 41,
  [42] = 42,
};

static bool ts_lex(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
    case 0:
      if (eof) ADVANCE(21);
      ADVANCE_MAP(
        '"', 2,
        '$', 37,
        '\'', 3,
        '(', 31,
        ')', 32,
        '+', 13,
        ',', 28,
        '-', 12,
        '.', 35,
        '/', 4,
        ':', 7,
        '=', 30,
        '`', 8,
        '{', 9,
        '|', 27,
        '}', 10,
      );
      if (lookahead == '\t' ||
          lookahead == '\n' ||
          lookahead == '\r' ||
          lookahead == ' ') SKIP(20);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(45);
      if (lookahead > '@' &&
          (lookahead < '[' || '^' < lookahead) &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(39);
      END_STATE();
    case 1:
      ADVANCE_MAP(
        '"', 2,
        '$', 37,
        '\'', 3,
        '(', 31,
        ')', 32,
        '+', 13,
        ',', 28,
        '-', 12,
        '.', 36,
        '/', 4,
        ':', 7,
        '=', 30,
        '`', 8,
        '|', 27,
        '}', 10,
      );
      if (lookahead == '\t' ||
          lookahead == '\n' ||
          lookahead == '\r' ||
          lookahead == ' ') SKIP(1);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(45);
      if (lookahead > '@' &&
          (lookahead < '[' || '^' < lookahead) &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(39);
      END_STATE();
    case 2:
      if (lookahead == '"') ADVANCE(40);
      if (lookahead == '\\') ADVANCE(18);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(2);
      END_STATE();
    case 3:
      if (lookahead == '\'') ADVANCE(42);
      if (lookahead == '\\') ADVANCE(19);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(3);
      END_STATE();
    case 4:
      if (lookahead == '*') ADVANCE(6);
      END_STATE();
    case 5:
      if (lookahead == '*') ADVANCE(5);
      if (lookahead == '/') ADVANCE(26);
      if (lookahead != 0) ADVANCE(6);
      END_STATE();
    case 6:
      if (lookahead == '*') ADVANCE(5);
      if (lookahead != 0) ADVANCE(6);
      END_STATE();
    case 7:
      if (lookahead == '=') ADVANCE(29);
      END_STATE();
    case 8:
      if (lookahead == '`') ADVANCE(41);
      if (lookahead != 0) ADVANCE(8);
      END_STATE();
    case 9:
      if (lookahead == '{') ADVANCE(22);
      END_STATE();
    case 10:
      if (lookahead == '}') ADVANCE(24);
      END_STATE();
    case 11:
      if (lookahead == '}') ADVANCE(25);
      END_STATE();
    case 12:
      if (lookahead == '}') ADVANCE(11);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(45);
      END_STATE();
    case 13:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(45);
      END_STATE();
    case 14:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(46);
      END_STATE();
    case 15:
      if (lookahead > '@' &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(38);
      END_STATE();
    case 16:
      if (lookahead > '@' &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(33);
      END_STATE();
    case 17:
      if (lookahead > '@' &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(34);
      END_STATE();
    case 18:
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(2);
      END_STATE();
    case 19:
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(3);
      END_STATE();
    case 20:
      if (eof) ADVANCE(21);
      ADVANCE_MAP(
        '"', 2,
        '$', 37,
        '\'', 3,
        '(', 31,
        ')', 32,
        '+', 13,
        ',', 28,
        '-', 12,
        '.', 36,
        '/', 4,
        ':', 7,
        '=', 30,
        '`', 8,
        '{', 9,
        '|', 27,
        '}', 10,
      );
      if (lookahead == '\t' ||
          lookahead == '\n' ||
          lookahead == '\r' ||
          lookahead == ' ') SKIP(20);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(45);
      if (lookahead > '@' &&
          (lookahead < '[' || '^' < lookahead) &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(39);
      END_STATE();
    case 21:
      ACCEPT_TOKEN(ts_builtin_sym_end);
      END_STATE();
    case 22:
      ACCEPT_TOKEN(anon_sym_LBRACE_LBRACE);
      if (lookahead == '-') ADVANCE(23);
      END_STATE();
    case 23:
      ACCEPT_TOKEN(anon_sym_LBRACE_LBRACE_DASH);
      END_STATE();
    case 24:
      ACCEPT_TOKEN(anon_sym_RBRACE_RBRACE);
      END_STATE();
    case 25:
      ACCEPT_TOKEN(anon_sym_DASH_RBRACE_RBRACE);
      END_STATE();
    case 26:
      ACCEPT_TOKEN(sym_comment);
      END_STATE();
    case 27:
      ACCEPT_TOKEN(anon_sym_PIPE);
      END_STATE();
    case 28:
      ACCEPT_TOKEN(anon_sym_COMMA);
      END_STATE();
    case 29:
      ACCEPT_TOKEN(anon_sym_COLON_EQ);
      END_STATE();
    case 30:
      ACCEPT_TOKEN(anon_sym_EQ);
      END_STATE();
    case 31:
      ACCEPT_TOKEN(anon_sym_LPAREN);
      END_STATE();
    case 32:
      ACCEPT_TOKEN(anon_sym_RPAREN);
      END_STATE();
    case 33:
      ACCEPT_TOKEN(sym__attached);
      if (lookahead == '.') ADVANCE(16);
      if (lookahead > '/' &&
          (lookahead < ':' || '@' < lookahead) &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(33);
      END_STATE();
    case 34:
      ACCEPT_TOKEN(sym_field);
      if (lookahead == '.') ADVANCE(17);
      if (lookahead > '/' &&
          (lookahead < ':' || '@' < lookahead) &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(34);
      END_STATE();
    case 35:
      ACCEPT_TOKEN(sym_dot);
      if (lookahead > '@' &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(33);
      END_STATE();
    case 36:
      ACCEPT_TOKEN(sym_dot);
      if (lookahead > '@' &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(34);
      END_STATE();
    case 37:
      ACCEPT_TOKEN(sym_variable);
      if (lookahead == '.') ADVANCE(15);
      if (lookahead > '@' &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(38);
      END_STATE();
    case 38:
      ACCEPT_TOKEN(sym_variable);
      if (lookahead == '.') ADVANCE(15);
      if (lookahead > '/' &&
          (lookahead < ':' || '@' < lookahead) &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(38);
      END_STATE();
    case 39:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead > '/' &&
          (lookahead < ':' || '@' < lookahead) &&
          (lookahead < '[' || '^' < lookahead) &&
          lookahead != '`' &&
          (lookahead < '{' || 0x7f < lookahead)) ADVANCE(39);
      END_STATE();
    case 40:
      ACCEPT_TOKEN(sym_string);
      END_STATE();
    case 41:
      ACCEPT_TOKEN(sym_raw_string);
      END_STATE();
    case 42:
      ACCEPT_TOKEN(sym_character);
      END_STATE();
    case 43:
      ACCEPT_TOKEN(sym_number);
      END_STATE();
    case 44:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == 'i') ADVANCE(45);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(14);
      if (lookahead == 'E' ||
          lookahead == 'P' ||
          lookahead == 'e' ||
          lookahead == 'p') ADVANCE(44);
      if (lookahead == '.' ||
          ('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(45);
      END_STATE();
    case 45:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == 'i') ADVANCE(45);
      if (lookahead == 'E' ||
          lookahead == 'P' ||
          lookahead == 'e' ||
          lookahead == 'p') ADVANCE(44);
      if (lookahead == '.' ||
          ('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(45);
      END_STATE();
    case 46:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == 'i') ADVANCE(43);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(46);
      END_STATE();
    default:
      return false;
  }
}

static bool ts_lex_keywords(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
    case 0:
      ADVANCE_MAP(
        'b', 1,
        'c', 2,
        'd', 3,
        'e', 4,
        'i', 5,
        'r', 6,
        't', 7,
        'w', 8,
      );
      if (lookahead == '\t' ||
          lookahead == '\n' ||
          lookahead == '\r' ||
          lookahead == ' ') SKIP(0);
      END_STATE();
    case 1:
      if (lookahead == 'l') ADVANCE(9);
      if (lookahead == 'r') ADVANCE(10);
      END_STATE();
    case 2:
      if (lookahead == 'o') ADVANCE(11);
      END_STATE();
    case 3:
      if (lookahead == 'e') ADVANCE(12);
      END_STATE();
    case 4:
      if (lookahead == 'l') ADVANCE(13);
      if (lookahead == 'n') ADVANCE(14);
      END_STATE();
    case 5:
      if (lookahead == 'f') ADVANCE(15);
      END_STATE();
    case 6:
      if (lookahead == 'a') ADVANCE(16);
      END_STATE();
    case 7:
      if (lookahead == 'e') ADVANCE(17);
      END_STATE();
    case 8:
      if (lookahead == 'i') ADVANCE(18);
      END_STATE();
    case 9:
      if (lookahead == 'o') ADVANCE(19);
      END_STATE();
    case 10:
      if (lookahead == 'e') ADVANCE(20);
      END_STATE();
    case 11:
      if (lookahead == 'n') ADVANCE(21);
      END_STATE();
    case 12:
      if (lookahead == 'f') ADVANCE(22);
      END_STATE();
    case 13:
      if (lookahead == 's') ADVANCE(23);
      END_STATE();
    case 14:
      if (lookahead == 'd') ADVANCE(24);
      END_STATE();
    case 15:
      ACCEPT_TOKEN(anon_sym_if);
      END_STATE();
    case 16:
      if (lookahead == 'n') ADVANCE(25);
      END_STATE();
    case 17:
      if (lookahead == 'm') ADVANCE(26);
      END_STATE();
    case 18:
      if (lookahead == 't') ADVANCE(27);
      END_STATE();
    case 19:
      if (lookahead == 'c') ADVANCE(28);
      END_STATE();
    case 20:
      if (lookahead == 'a') ADVANCE(29);
      END_STATE();
    case 21:
      if (lookahead == 't') ADVANCE(30);
      END_STATE();
    case 22:
      if (lookahead == 'i') ADVANCE(31);
      END_STATE();
    case 23:
      if (lookahead == 'e') ADVANCE(32);
      END_STATE();
    case 24:
      ACCEPT_TOKEN(sym_end);
      END_STATE();
    case 25:
      if (lookahead == 'g') ADVANCE(33);
      END_STATE();
    case 26:
      if (lookahead == 'p') ADVANCE(34);
      END_STATE();
    case 27:
      if (lookahead == 'h') ADVANCE(35);
      END_STATE();
    case 28:
      if (lookahead == 'k') ADVANCE(36);
      END_STATE();
    case 29:
      if (lookahead == 'k') ADVANCE(37);
      END_STATE();
    case 30:
      if (lookahead == 'i') ADVANCE(38);
      END_STATE();
    case 31:
      if (lookahead == 'n') ADVANCE(39);
      END_STATE();
    case 32:
      ACCEPT_TOKEN(anon_sym_else);
      END_STATE();
    case 33:
      if (lookahead == 'e') ADVANCE(40);
      END_STATE();
    case 34:
      if (lookahead == 'l') ADVANCE(41);
      END_STATE();
    case 35:
      ACCEPT_TOKEN(anon_sym_with);
      END_STATE();
    case 36:
      ACCEPT_TOKEN(anon_sym_block);
      END_STATE();
    case 37:
      ACCEPT_TOKEN(sym_break);
      END_STATE();
    case 38:
      if (lookahead == 'n') ADVANCE(42);
      END_STATE();
    case 39:
      if (lookahead == 'e') ADVANCE(43);
      END_STATE();
    case 40:
      ACCEPT_TOKEN(anon_sym_range);
      END_STATE();
    case 41:
      if (lookahead == 'a') ADVANCE(44);
      END_STATE();
    case 42:
      if (lookahead == 'u') ADVANCE(45);
      END_STATE();
    case 43:
      ACCEPT_TOKEN(anon_sym_define);
      END_STATE();
    case 44:
      if (lookahead == 't') ADVANCE(46);
      END_STATE();
    case 45:
      if (lookahead == 'e') ADVANCE(47);
      END_STATE();
    case 46:
      if (lookahead == 'e') ADVANCE(48);
      END_STATE();
    case 47:
      ACCEPT_TOKEN(sym_continue);
      END_STATE();
    case 48:
      ACCEPT_TOKEN(anon_sym_template);
      END_STATE();
    default:
      return false;
  }
}

static const TSLexMode ts_lex_modes[STATE_COUNT] = {
  [0] = {.lex_state = 0},
  [1] = {.lex_state = 0},
  [2] = {.lex_state = 1},
  [3] = {.lex_state = 1},
  [4] = {.lex_state = 1},
  [5] = {.lex_state = 1},
  [6] = {.lex_state = 1},
  [7] = {.lex_state = 1},
  [8] = {.lex_state = 1},
  [9] = {.lex_state = 1},
  [10] = {.lex_state = 1},
  [11] = {.lex_state = 1},
  [12] = {.lex_state = 1},
  [13] = {.lex_state = 1},
  [14] = {.lex_state = 1},
  [15] = {.lex_state = 0},
  [16] = {.lex_state = 1},
  [17] = {.lex_state = 1},
  [18] = {.lex_state = 1},
  [19] = {.lex_state = 0},
  [20] = {.lex_state = 0},
  [21] = {.lex_state = 0},
  [22] = {.lex_state = 0},
  [23] = {.lex_state = 0},
  [24] = {.lex_state = 0},
  [25] = {.lex_state = 0},
  [26] = {.lex_state = 0},
  [27] = {.lex_state = 0},
  [28] = {.lex_state = 0},
  [29] = {.lex_state = 0},
  [30] = {.lex_state = 0},
  [31] = {.lex_state = 0},
  [32] = {.lex_state = 0},
  [33] = {.lex_state = 0},
  [34] = {.lex_state = 0},
  [35] = {.lex_state = 0},
  [36] = {.lex_state = 0},
  [37] = {.lex_state = 0},
  [38] = {.lex_state = 0},
  [39] = {.lex_state = 0},
  [40] = {.lex_state = 0},
  [41] = {.lex_state = 0},
  [42] = {.lex_state = 0},
};

static const uint16_t ts_parse_table[LARGE_STATE_COUNT][SYMBOL_COUNT] = {
  [0] = {
    [ts_builtin_sym_end] = ACTIONS(1),
    [sym_identifier] = ACTIONS(1),
    [anon_sym_LBRACE_LBRACE] = ACTIONS(1),
    [anon_sym_LBRACE_LBRACE_DASH] = ACTIONS(1),
    [anon_sym_RBRACE_RBRACE] = ACTIONS(1),
    [anon_sym_DASH_RBRACE_RBRACE] = ACTIONS(1),
    [sym_comment] = ACTIONS(1),
    [anon_sym_if] = ACTIONS(1),
    [anon_sym_else] = ACTIONS(1),
    [anon_sym_with] = ACTIONS(1),
    [sym_end] = ACTIONS(1),
    [anon_sym_range] = ACTIONS(1),
    [anon_sym_define] = ACTIONS(1),
    [anon_sym_block] = ACTIONS(1),
    [anon_sym_template] = ACTIONS(1),
    [sym_break] = ACTIONS(1),
    [sym_continue] = ACTIONS(1),
    [anon_sym_PIPE] = ACTIONS(1),
    [anon_sym_COMMA] = ACTIONS(1),
    [anon_sym_COLON_EQ] = ACTIONS(1),
    [anon_sym_EQ] = ACTIONS(1),
    [anon_sym_LPAREN] = ACTIONS(1),
    [anon_sym_RPAREN] = ACTIONS(1),
    [sym__attached] = ACTIONS(1),
    [sym_field] = ACTIONS(1),
    [sym_dot] = ACTIONS(1),
    [sym_variable] = ACTIONS(1),
    [sym_string] = ACTIONS(1),
    [sym_raw_string] = ACTIONS(1),
    [sym_character] = ACTIONS(1),
    [sym_number] = ACTIONS(1),
  },
  [1] = {
    [sym_action] = STATE(38),
    [anon_sym_LBRACE_LBRACE] = ACTIONS(3),
    [anon_sym_LBRACE_LBRACE_DASH] = ACTIONS(5),
  },
  [2] = {
    [sym__content] = STATE(35),
    [sym_if] = STATE(35),
    [sym_else] = STATE(35),
    [sym_range] = STATE(35),
    [sym_with] = STATE(35),
    [sym_define] = STATE(35),
    [sym_block] = STATE(35),
    [sym_template] = STATE(35),
    [sym_pipeline] = STATE(35),
    [sym_declaration] = STATE(13),
    [sym_command] = STATE(19),
    [sym__operand] = STATE(4),
    [sym_parenthesized] = STATE(4),
    [sym__text] = STATE(4),
    [aux_sym_command_repeat1] = STATE(4),
    [sym_identifier] = ACTIONS(7),
    [anon_sym_RBRACE_RBRACE] = ACTIONS(9),
    [anon_sym_DASH_RBRACE_RBRACE] = ACTIONS(9),
    [sym_comment] = ACTIONS(11),
    [anon_sym_if] = ACTIONS(13),
    [anon_sym_else] = ACTIONS(15),
    [anon_sym_with] = ACTIONS(17),
    [sym_end] = ACTIONS(19),
    [anon_sym_range] = ACTIONS(21),
    [anon_sym_define] = ACTIONS(23),
    [anon_sym_block] = ACTIONS(25),
    [anon_sym_template] = ACTIONS(27),
    [sym_break] = ACTIONS(19),
    [sym_continue] = ACTIONS(19),
    [anon_sym_LPAREN] = ACTIONS(29),
    [sym_field] = ACTIONS(31),
    [sym_dot] = ACTIONS(7),
    [sym_variable] = ACTIONS(33),
    [sym_string] = ACTIONS(31),
    [sym_raw_string] = ACTIONS(31),
    [sym_character] = ACTIONS(31),
    [sym_number] = ACTIONS(31),
  },
};

static const uint16_t ts_small_parse_table[] = {
  [0] = 9,
    ACTIONS(7), 1,
      sym_dot,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    ACTIONS(33), 1,
      sym_variable,
    STATE(13), 1,
      sym_declaration,
    STATE(19), 1,
      sym_command,
    STATE(29), 1,
      sym_pipeline,
    ACTIONS(35), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
    STATE(4), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(31), 6,
      sym_field,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [37] = 5,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    ACTIONS(41), 1,
      sym_dot,
    ACTIONS(39), 4,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_PIPE,
      anon_sym_RPAREN,
    STATE(5), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(37), 7,
      sym_field,
      sym_variable,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [65] = 5,
    ACTIONS(48), 1,
      anon_sym_LPAREN,
    ACTIONS(51), 1,
      sym_dot,
    ACTIONS(46), 4,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_PIPE,
      anon_sym_RPAREN,
    STATE(5), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(43), 7,
      sym_field,
      sym_variable,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [93] = 8,
    ACTIONS(7), 1,
      sym_dot,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    ACTIONS(33), 1,
      sym_variable,
    STATE(13), 1,
      sym_declaration,
    STATE(19), 1,
      sym_command,
    STATE(36), 1,
      sym_pipeline,
    STATE(4), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(31), 6,
      sym_field,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [126] = 4,
    ACTIONS(56), 1,
      anon_sym_COMMA,
    ACTIONS(60), 1,
      sym_dot,
    ACTIONS(58), 2,
      anon_sym_COLON_EQ,
      anon_sym_EQ,
    ACTIONS(54), 12,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_PIPE,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_field,
      sym_variable,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [151] = 8,
    ACTIONS(7), 1,
      sym_dot,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    ACTIONS(33), 1,
      sym_variable,
    STATE(13), 1,
      sym_declaration,
    STATE(19), 1,
      sym_command,
    STATE(30), 1,
      sym_pipeline,
    STATE(4), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(31), 6,
      sym_field,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [184] = 8,
    ACTIONS(7), 1,
      sym_dot,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    ACTIONS(33), 1,
      sym_variable,
    STATE(13), 1,
      sym_declaration,
    STATE(19), 1,
      sym_command,
    STATE(31), 1,
      sym_pipeline,
    STATE(4), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(31), 6,
      sym_field,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [217] = 8,
    ACTIONS(7), 1,
      sym_dot,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    ACTIONS(33), 1,
      sym_variable,
    STATE(13), 1,
      sym_declaration,
    STATE(19), 1,
      sym_command,
    STATE(40), 1,
      sym_pipeline,
    STATE(4), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(31), 6,
      sym_field,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [250] = 8,
    ACTIONS(7), 1,
      sym_dot,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    ACTIONS(33), 1,
      sym_variable,
    STATE(13), 1,
      sym_declaration,
    STATE(19), 1,
      sym_command,
    STATE(33), 1,
      sym_pipeline,
    STATE(4), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(31), 6,
      sym_field,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [283] = 8,
    ACTIONS(7), 1,
      sym_dot,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    ACTIONS(33), 1,
      sym_variable,
    STATE(13), 1,
      sym_declaration,
    STATE(19), 1,
      sym_command,
    STATE(34), 1,
      sym_pipeline,
    STATE(4), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(31), 6,
      sym_field,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [316] = 5,
    ACTIONS(7), 1,
      sym_dot,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    STATE(21), 1,
      sym_command,
    STATE(4), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(31), 7,
      sym_field,
      sym_variable,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [341] = 5,
    ACTIONS(7), 1,
      sym_dot,
    ACTIONS(29), 1,
      anon_sym_LPAREN,
    STATE(25), 1,
      sym_command,
    STATE(4), 4,
      sym__operand,
      sym_parenthesized,
      sym__text,
      aux_sym_command_repeat1,
    ACTIONS(31), 7,
      sym_field,
      sym_variable,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [366] = 3,
    ACTIONS(64), 1,
      sym__attached,
    ACTIONS(66), 2,
      sym_field,
      sym_dot,
    ACTIONS(62), 11,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_PIPE,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_variable,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [387] = 2,
    ACTIONS(70), 1,
      sym_dot,
    ACTIONS(68), 12,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_PIPE,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_field,
      sym_variable,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [405] = 2,
    ACTIONS(74), 1,
      sym_dot,
    ACTIONS(72), 8,
      anon_sym_LPAREN,
      sym_field,
      sym_variable,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [419] = 2,
    ACTIONS(78), 1,
      sym_dot,
    ACTIONS(76), 8,
      anon_sym_LPAREN,
      sym_field,
      sym_variable,
      sym_identifier,
      sym_string,
      sym_raw_string,
      sym_character,
      sym_number,
  [433] = 3,
    ACTIONS(82), 1,
      anon_sym_PIPE,
    STATE(20), 1,
      aux_sym_pipeline_repeat1,
    ACTIONS(80), 3,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_RPAREN,
  [445] = 3,
    ACTIONS(82), 1,
      anon_sym_PIPE,
    STATE(23), 1,
      aux_sym_pipeline_repeat1,
    ACTIONS(84), 3,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_RPAREN,
  [457] = 3,
    ACTIONS(82), 1,
      anon_sym_PIPE,
    STATE(22), 1,
      aux_sym_pipeline_repeat1,
    ACTIONS(84), 3,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_RPAREN,
  [469] = 3,
    ACTIONS(82), 1,
      anon_sym_PIPE,
    STATE(23), 1,
      aux_sym_pipeline_repeat1,
    ACTIONS(86), 3,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_RPAREN,
  [481] = 3,
    ACTIONS(90), 1,
      anon_sym_PIPE,
    STATE(23), 1,
      aux_sym_pipeline_repeat1,
    ACTIONS(88), 3,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_RPAREN,
  [493] = 2,
    ACTIONS(93), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
    ACTIONS(95), 2,
      anon_sym_if,
      anon_sym_with,
  [502] = 1,
    ACTIONS(88), 4,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
      anon_sym_PIPE,
      anon_sym_RPAREN,
  [509] = 2,
    STATE(12), 1,
      sym__text,
    ACTIONS(97), 2,
      sym_string,
      sym_raw_string,
  [517] = 2,
    STATE(32), 1,
      sym__text,
    ACTIONS(99), 2,
      sym_string,
      sym_raw_string,
  [525] = 2,
    STATE(3), 1,
      sym__text,
    ACTIONS(101), 2,
      sym_string,
      sym_raw_string,
  [533] = 1,
    ACTIONS(103), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
  [538] = 1,
    ACTIONS(105), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
  [543] = 1,
    ACTIONS(107), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
  [548] = 1,
    ACTIONS(109), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
  [553] = 1,
    ACTIONS(111), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
  [558] = 1,
    ACTIONS(113), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
  [563] = 1,
    ACTIONS(115), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
  [568] = 1,
    ACTIONS(117), 2,
      anon_sym_RBRACE_RBRACE,
      anon_sym_DASH_RBRACE_RBRACE,
  [573] = 1,
    ACTIONS(119), 2,
      anon_sym_COLON_EQ,
      anon_sym_EQ,
  [578] = 1,
    ACTIONS(121), 1,
      ts_builtin_sym_end,
  [582] = 1,
    ACTIONS(123), 1,
      sym_variable,
  [586] = 1,
    ACTIONS(125), 1,
      anon_sym_RPAREN,
  [590] = 1,
    ACTIONS(127), 1,
      ts_builtin_sym_end,
  [594] = 1,
    ACTIONS(129), 1,
      ts_builtin_sym_end,
};

static const uint32_t ts_small_parse_table_map[] = {
  [SMALL_STATE(3)] = 0,
  [SMALL_STATE(4)] = 37,
  [SMALL_STATE(5)] = 65,
  [SMALL_STATE(6)] = 93,
  [SMALL_STATE(7)] = 126,
  [SMALL_STATE(8)] = 151,
  [SMALL_STATE(9)] = 184,
  [SMALL_STATE(10)] = 217,
  [SMALL_STATE(11)] = 250,
  [SMALL_STATE(12)] = 283,
  [SMALL_STATE(13)] = 316,
  [SMALL_STATE(14)] = 341,
  [SMALL_STATE(15)] = 366,
  [SMALL_STATE(16)] = 387,
  [SMALL_STATE(17)] = 405,
  [SMALL_STATE(18)] = 419,
  [SMALL_STATE(19)] = 433,
  [SMALL_STATE(20)] = 445,
  [SMALL_STATE(21)] = 457,
  [SMALL_STATE(22)] = 469,
  [SMALL_STATE(23)] = 481,
  [SMALL_STATE(24)] = 493,
  [SMALL_STATE(25)] = 502,
  [SMALL_STATE(26)] = 509,
  [SMALL_STATE(27)] = 517,
  [SMALL_STATE(28)] = 525,
  [SMALL_STATE(29)] = 533,
  [SMALL_STATE(30)] = 538,
  [SMALL_STATE(31)] = 543,
  [SMALL_STATE(32)] = 548,
  [SMALL_STATE(33)] = 553,
  [SMALL_STATE(34)] = 558,
  [SMALL_STATE(35)] = 563,
  [SMALL_STATE(36)] = 568,
  [SMALL_STATE(37)] = 573,
  [SMALL_STATE(38)] = 578,
  [SMALL_STATE(39)] = 582,
  [SMALL_STATE(40)] = 586,
  [SMALL_STATE(41)] = 590,
  [SMALL_STATE(42)] = 594,
};

static const TSParseActionEntry ts_parse_actions[] = {
  [0] = {.entry = {.count = 0, .reusable = false}},
  [1] = {.entry = {.count = 1, .reusable = false}}, RECOVER(),
  [3] = {.entry = {.count = 1, .reusable = false}}, SHIFT(2),
  [5] = {.entry = {.count = 1, .reusable = true}}, SHIFT(2),
  [7] = {.entry = {.count = 1, .reusable = false}}, SHIFT(4),
  [9] = {.entry = {.count = 1, .reusable = true}}, SHIFT(42),
  [11] = {.entry = {.count = 1, .reusable = true}}, SHIFT(35),
  [13] = {.entry = {.count = 1, .reusable = false}}, SHIFT(6),
  [15] = {.entry = {.count = 1, .reusable = false}}, SHIFT(24),
  [17] = {.entry = {.count = 1, .reusable = false}}, SHIFT(8),
  [19] = {.entry = {.count = 1, .reusable = false}}, SHIFT(35),
  [21] = {.entry = {.count = 1, .reusable = false}}, SHIFT(9),
  [23] = {.entry = {.count = 1, .reusable = false}}, SHIFT(27),
  [25] = {.entry = {.count = 1, .reusable = false}}, SHIFT(26),
  [27] = {.entry = {.count = 1, .reusable = false}}, SHIFT(28),
  [29] = {.entry = {.count = 1, .reusable = true}}, SHIFT(10),
  [31] = {.entry = {.count = 1, .reusable = true}}, SHIFT(4),
  [33] = {.entry = {.count = 1, .reusable = true}}, SHIFT(7),
  [35] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_template, 2, 0, 0),
  [37] = {.entry = {.count = 1, .reusable = true}}, SHIFT(5),
  [39] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_command, 1, 0, 0),
  [41] = {.entry = {.count = 1, .reusable = false}}, SHIFT(5),
  [43] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_command_repeat1, 2, 0, 0), SHIFT_REPEAT(5),
  [46] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_command_repeat1, 2, 0, 0),
  [48] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_command_repeat1, 2, 0, 0), SHIFT_REPEAT(10),
  [51] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_command_repeat1, 2, 0, 0), SHIFT_REPEAT(5),
  [54] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__operand, 1, 0, 0),
  [56] = {.entry = {.count = 1, .reusable = true}}, SHIFT(39),
  [58] = {.entry = {.count = 1, .reusable = true}}, SHIFT(17),
  [60] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__operand, 1, 0, 0),
  [62] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_parenthesized, 3, 0, 0),
  [64] = {.entry = {.count = 1, .reusable = true}}, SHIFT(16),
  [66] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_parenthesized, 3, 0, 0),
  [68] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_parenthesized, 4, 0, 0),
  [70] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_parenthesized, 4, 0, 0),
  [72] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_declaration, 2, 0, 0),
  [74] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_declaration, 2, 0, 0),
  [76] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_declaration, 4, 0, 0),
  [78] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_declaration, 4, 0, 0),
  [80] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_pipeline, 1, 0, 0),
  [82] = {.entry = {.count = 1, .reusable = true}}, SHIFT(14),
  [84] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_pipeline, 2, 0, 0),
  [86] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_pipeline, 3, 0, 0),
  [88] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_pipeline_repeat1, 2, 0, 0),
  [90] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_pipeline_repeat1, 2, 0, 0), SHIFT_REPEAT(14),
  [93] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_else, 1, 0, 0),
  [95] = {.entry = {.count = 1, .reusable = true}}, SHIFT(11),
  [97] = {.entry = {.count = 1, .reusable = true}}, SHIFT(12),
  [99] = {.entry = {.count = 1, .reusable = true}}, SHIFT(32),
  [101] = {.entry = {.count = 1, .reusable = true}}, SHIFT(3),
  [103] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_template, 3, 0, 0),
  [105] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_with, 2, 0, 0),
  [107] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_range, 2, 0, 0),
  [109] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_define, 2, 0, 0),
  [111] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_else, 3, 0, 0),
  [113] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 3, 0, 0),
  [115] = {.entry = {.count = 1, .reusable = true}}, SHIFT(41),
  [117] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_if, 2, 0, 0),
  [119] = {.entry = {.count = 1, .reusable = true}}, SHIFT(18),
  [121] = {.entry = {.count = 1, .reusable = true}},  ACCEPT_INPUT(),
  [123] = {.entry = {.count = 1, .reusable = true}}, SHIFT(37),
  [125] = {.entry = {.count = 1, .reusable = true}}, SHIFT(15),
  [127] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_action, 3, 0, 0),
  [129] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_action, 2, 0, 0),
};

#ifdef __cplusplus
extern "C" {
#endif
#ifdef TREE_SITTER_HIDE_SYMBOLS
#define TS_PUBLIC
#elif defined(_WIN32)
#define TS_PUBLIC __declspec(dllexport)
#else
#define TS_PUBLIC __attribute__((visibility("default")))
#endif

TS_PUBLIC const TSLanguage *tree_sitter_kaflint_go_template(void) {
  static const TSLanguage language = {
    .version = LANGUAGE_VERSION,
    .symbol_count = SYMBOL_COUNT,
    .alias_count = ALIAS_COUNT,
    .token_count = TOKEN_COUNT,
    .external_token_count = EXTERNAL_TOKEN_COUNT,
    .state_count = STATE_COUNT,
    .large_state_count = LARGE_STATE_COUNT,
    .production_id_count = PRODUCTION_ID_COUNT,
    .field_count = FIELD_COUNT,
    .max_alias_sequence_length = MAX_ALIAS_SEQUENCE_LENGTH,
    .parse_table = &ts_parse_table[0][0],
    .small_parse_table = ts_small_parse_table,
    .small_parse_table_map = ts_small_parse_table_map,
    .parse_actions = ts_parse_actions,
    .symbol_names = ts_symbol_names,
    .symbol_metadata = ts_symbol_metadata,
    .public_symbol_map = ts_symbol_map,
    .alias_map = ts_non_terminal_alias_map,
    .alias_sequences = &ts_alias_sequences[0][0],
    .lex_modes = ts_lex_modes,
    .lex_fn = ts_lex,
    .keyword_lex_fn = ts_lex_keywords,
    .keyword_capture_token = sym_identifier,
    .primary_state_ids = ts_primary_state_ids,
  };
  return &language;
}
#ifdef __cplusplus
}
#endif
