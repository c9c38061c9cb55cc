#include "tree_sitter/parser.h"

#if defined(__GNUC__) || defined(__clang__)
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#endif

#define LANGUAGE_VERSION 14
#define STATE_COUNT 5
#define LARGE_STATE_COUNT 4
#define SYMBOL_COUNT 15
#define ALIAS_COUNT 0
#define TOKEN_COUNT 13
#define EXTERNAL_TOKEN_COUNT 0
#define FIELD_COUNT 0
#define MAX_ALIAS_SEQUENCE_LENGTH 2
#define PRODUCTION_ID_COUNT 1

enum ts_symbol_identifiers {
  anon_sym_LBRACE = 1,
  anon_sym_RBRACE = 2,
  anon_sym_LBRACK = 3,
  anon_sym_RBRACK = 4,
  anon_sym_COMMA = 5,
  anon_sym_COLON = 6,
  anon_sym_true = 7,
  anon_sym_false = 8,
  anon_sym_null = 9,
  sym_string = 10,
  sym_number = 11,
  sym_unexpected = 12,
  sym_document = 13,
  aux_sym_document_repeat1 = 14,
};

static const char * const ts_symbol_names[] = {
  [ts_builtin_sym_end] = "end",
  [anon_sym_LBRACE] = "{",
  [anon_sym_RBRACE] = "}",
  [anon_sym_LBRACK] = "[",
  [anon_sym_RBRACK] = "]",
  [anon_sym_COMMA] = ",",
  [anon_sym_COLON] = ":",
  [anon_sym_true] = "true",
  [anon_sym_false] = "false",
  [anon_sym_null] = "null",
  [sym_string] = "string",
  [sym_number] = "number",
  [sym_unexpected] = "unexpected",
  [sym_document] = "document",
  [aux_sym_document_repeat1] = "document_repeat1",
};

static const TSSymbol ts_symbol_map[] = {
  [ts_builtin_sym_end] = ts_builtin_sym_end,
  [anon_sym_LBRACE] = anon_sym_LBRACE,
  [anon_sym_RBRACE] = anon_sym_RBRACE,
  [anon_sym_LBRACK] = anon_sym_LBRACK,
  [anon_sym_RBRACK] = anon_sym_RBRACK,
  [anon_sym_COMMA] = anon_sym_COMMA,
  [anon_sym_COLON] = anon_sym_COLON,
  [anon_sym_true] = anon_sym_true,
  [anon_sym_false] = anon_sym_false,
  [anon_sym_null] = anon_sym_null,
  [sym_string] = sym_string,
  [sym_number] = sym_number,
  [sym_unexpected] = sym_unexpected,
  [sym_document] = sym_document,
  [aux_sym_document_repeat1] = aux_sym_document_repeat1,
};

static const TSSymbolMetadata ts_symbol_metadata[] = {
  [ts_builtin_sym_end] = {
    .visible = false,
    .named = true,
  },
  [anon_sym_LBRACE] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_RBRACE] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_LBRACK] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_RBRACK] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_COMMA] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_COLON] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_true] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_false] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_null] = {
    .visible = true,
    .named = false,
  },
  [sym_string] = {
    .visible = true,
    .named = true,
  },
  [sym_number] = {
    .visible = true,
    .named = true,
  },
  [sym_unexpected] = {
    .visible = true,
    .named = true,
  },
  [sym_document] = {
    .visible = true,
    .named = true,
  },
  [aux_sym_document_repeat1] = {
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
};

static TSCharacterRange sym_unexpected_character_set_2[] = {
  {0, 0x08}, {0x0b, '\f'}, {0x0e, 0x1f}, {'!', '!'}, {'#', '+'}, {'-', '9'}, {';', 'Z'}, {'\\', '\\'},
  {'^', 'z'}, {'|', '|'}, {'~', 0x10ffff},
};

static bool ts_lex(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
    case 0:
      if (eof) ADVANCE(1);
      ADVANCE_MAP(
        '"', 16,
        ',', 6,
        '-', 17,
        '0', 12,
        ':', 7,
        '[', 4,
        ']', 5,
        'f', 18,
        'n', 27,
        't', 24,
        '{', 2,
        '}', 3,
      );
      if (lookahead == '\t' ||
          lookahead == '\n' ||
          lookahead == '\r' ||
          lookahead == ' ') SKIP(0);
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(13);
      if (lookahead != 0) ADVANCE(31);
      END_STATE();
    case 1:
      ACCEPT_TOKEN(ts_builtin_sym_end);
      END_STATE();
    case 2:
      ACCEPT_TOKEN(anon_sym_LBRACE);
      END_STATE();
    case 3:
      ACCEPT_TOKEN(anon_sym_RBRACE);
      END_STATE();
    case 4:
      ACCEPT_TOKEN(anon_sym_LBRACK);
      END_STATE();
    case 5:
      ACCEPT_TOKEN(anon_sym_RBRACK);
      END_STATE();
    case 6:
      ACCEPT_TOKEN(anon_sym_COMMA);
      END_STATE();
    case 7:
      ACCEPT_TOKEN(anon_sym_COLON);
      END_STATE();
    case 8:
      ACCEPT_TOKEN(anon_sym_true);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 9:
      ACCEPT_TOKEN(anon_sym_false);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 10:
      ACCEPT_TOKEN(anon_sym_null);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 11:
      ACCEPT_TOKEN(sym_string);
      END_STATE();
    case 12:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '.') ADVANCE(29);
      if (lookahead == 'E' ||
          lookahead == 'e') ADVANCE(28);
      END_STATE();
    case 13:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '.') ADVANCE(29);
      if (lookahead == 'E' ||
          lookahead == 'e') ADVANCE(28);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(13);
      END_STATE();
    case 14:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == 'E' ||
          lookahead == 'e') ADVANCE(28);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(14);
      END_STATE();
    case 15:
      ACCEPT_TOKEN(sym_number);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(15);
      END_STATE();
    case 16:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == '"') ADVANCE(11);
      if (lookahead == '\\') ADVANCE(32);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '\r') ADVANCE(16);
      END_STATE();
    case 17:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == '0') ADVANCE(12);
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(13);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 18:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 'a') ADVANCE(21);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 19:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 'e') ADVANCE(8);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 20:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 'e') ADVANCE(9);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 21:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 'l') ADVANCE(25);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 22:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 'l') ADVANCE(10);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 23:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 'l') ADVANCE(22);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 24:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 'r') ADVANCE(26);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 25:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 's') ADVANCE(20);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 26:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 'u') ADVANCE(19);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 27:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == 'u') ADVANCE(23);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 28:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(30);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(15);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 29:
      ACCEPT_TOKEN(sym_unexpected);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(14);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 30:
      ACCEPT_TOKEN(sym_unexpected);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(15);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 31:
      ACCEPT_TOKEN(sym_unexpected);
      if ((!eof && set_contains(sym_unexpected_character_set_2, 11, lookahead))) ADVANCE(31);
      END_STATE();
    case 32:
      ACCEPT_TOKEN(sym_unexpected);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '\r') ADVANCE(16);
      END_STATE();
    default:
      return false;
  }
}

static const TSLexMode ts_lex_modes[STATE_COUNT] = {
  [0] = {.lex_state = 0},
  [1] = {.lex_state = 0},
  [2] = {.lex_state = 0},
  [3] = {.lex_state = 0},
  [4] = {.lex_state = 0},
};

static const uint16_t ts_parse_table[LARGE_STATE_COUNT][SYMBOL_COUNT] = {
  [0] = {
    [ts_builtin_sym_end] = ACTIONS(1),
    [anon_sym_LBRACE] = ACTIONS(1),
    [anon_sym_RBRACE] = ACTIONS(1),
    [anon_sym_LBRACK] = ACTIONS(1),
    [anon_sym_RBRACK] = ACTIONS(1),
    [anon_sym_COMMA] = ACTIONS(1),
    [anon_sym_COLON] = ACTIONS(1),
    [anon_sym_true] = ACTIONS(1),
    [anon_sym_false] = ACTIONS(1),
    [anon_sym_null] = ACTIONS(1),
    [sym_string] = ACTIONS(1),
    [sym_number] = ACTIONS(1),
    [sym_unexpected] = ACTIONS(1),
  },
  [1] = {
    [sym_document] = STATE(4),
    [aux_sym_document_repeat1] = STATE(2),
    [ts_builtin_sym_end] = ACTIONS(3),
    [anon_sym_LBRACE] = ACTIONS(5),
    [anon_sym_RBRACE] = ACTIONS(5),
    [anon_sym_LBRACK] = ACTIONS(5),
    [anon_sym_RBRACK] = ACTIONS(5),
    [anon_sym_COMMA] = ACTIONS(5),
    [anon_sym_COLON] = ACTIONS(5),
    [anon_sym_true] = ACTIONS(7),
    [anon_sym_false] = ACTIONS(7),
    [anon_sym_null] = ACTIONS(7),
    [sym_string] = ACTIONS(5),
    [sym_number] = ACTIONS(5),
    [sym_unexpected] = ACTIONS(7),
  },
  [2] = {
    [aux_sym_document_repeat1] = STATE(3),
    [ts_builtin_sym_end] = ACTIONS(9),
    [anon_sym_LBRACE] = ACTIONS(11),
    [anon_sym_RBRACE] = ACTIONS(11),
    [anon_sym_LBRACK] = ACTIONS(11),
    [anon_sym_RBRACK] = ACTIONS(11),
    [anon_sym_COMMA] = ACTIONS(11),
    [anon_sym_COLON] = ACTIONS(11),
    [anon_sym_true] = ACTIONS(13),
    [anon_sym_false] = ACTIONS(13),
    [anon_sym_null] = ACTIONS(13),
    [sym_string] = ACTIONS(11),
    [sym_number] = ACTIONS(11),
    [sym_unexpected] = ACTIONS(13),
  },
  [3] = {
    [aux_sym_document_repeat1] = STATE(3),
    [ts_builtin_sym_end] = ACTIONS(15),
    [anon_sym_LBRACE] = ACTIONS(17),
    [anon_sym_RBRACE] = ACTIONS(17),
    [anon_sym_LBRACK] = ACTIONS(17),
    [anon_sym_RBRACK] = ACTIONS(17),
    [anon_sym_COMMA] = ACTIONS(17),
    [anon_sym_COLON] = ACTIONS(17),
    [anon_sym_true] = ACTIONS(20),
    [anon_sym_false] = ACTIONS(20),
    [anon_sym_null] = ACTIONS(20),
    [sym_string] = ACTIONS(17),
    [sym_number] = ACTIONS(17),
    [sym_unexpected] = ACTIONS(20),
  },
};

static const uint16_t ts_small_parse_table[] = {
  [0] = 1,
    ACTIONS(23), 1,
      ts_builtin_sym_end,
};

static const uint32_t ts_small_parse_table_map[] = {
  [SMALL_STATE(4)] = 0,
};

static const TSParseActionEntry ts_parse_actions[] = {
  [0] = {.entry = {.count = 0, .reusable = false}},
  [1] = {.entry = {.count = 1, .reusable = false}}, RECOVER(),
  [3] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_document, 0, 0, 0),
  [5] = {.entry = {.count = 1, .reusable = true}}, SHIFT(2),
  [7] = {.entry = {.count = 1, .reusable = false}}, SHIFT(2),
  [9] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_document, 1, 0, 0),
  [11] = {.entry = {.count = 1, .reusable = true}}, SHIFT(3),
  [13] = {.entry = {.count = 1, .reusable = false}}, SHIFT(3),
  [15] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_document_repeat1, 2, 0, 0),
  [17] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_document_repeat1, 2, 0, 0), SHIFT_REPEAT(3),
  [20] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_document_repeat1, 2, 0, 0), SHIFT_REPEAT(3),
  [23] = {.entry = {.count = 1, .reusable = true}},  ACCEPT_INPUT(),
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

TS_PUBLIC const TSLanguage *tree_sitter_kaflint_json(void) {
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
    .primary_state_ids = ts_primary_state_ids,
  };
  return &language;
}
#ifdef __cplusplus
}
#endif
