"""Texts for each type of Spring's settings, those that it converts and those that it refuses."""

from random import Random

# Most are such as people write. `odd` converts as well, but not to what it looks like; `bad` does not convert.
TEXTS = {
    "integer": (
        ["0", "1", "5", "100", "2147483647"],
        ["0x1F", "010", "-1", " 7 ", "+3", "", "#ff", "1 0", "-0x10", "007", "٣"],
        ["1_000", "abc", "2147483648", "1e3", "5.0", "0b1", "--1", "1L", "3,000"],
    ),
    "boolean": (
        ["true", "false"],
        ["on", "off", "yes", "no", "1", "0", "TRUE", "Yes", " true ", ""],
        ["y", "n", "enabled", "2", "tru e", "T"],
    ),
    "data_size": (
        ["16384", "16KB", "1MB", "64KB", "512B", "1GB"],
        ["-1", "16 KB", " 16KB ", "+16KB", "0", "-2KB", "1TB", "", "00016", "16KB "],
        ["16kb", "16K", "1.5MB", "KB", "16KiB", "1e3", "16 K B B", "9999999999999999TB", "1_000"],
    ),
    "duration": (
        ["1500", "7s", "2m", "500ms", "1h", "PT1.5S"],
        ["100ns", "1500us", "pt2m", "-5s", "+5s", "1d", "PT1H2M3S", "P1D", "-PT1S", "PT-1S", "", "10S", "2M", "0", "PT0.0001S"],
        ["1.5s", "5 minutes", "7sec", "P1Y", "PT", "s", "1m30s", "1_000", "PT1S2M", "1w"],
    ),
    "isolation_level": (
        ["read-committed", "read_uncommitted"],
        ["READ_COMMITTED", "readCommitted", "read committed", "Read-UnCommitted", "readcommitted"],
        ["committed", "repeatable-read", "1"],
    ),
    "text": (
        ["all", "my-app", "SSL", "TLS", "/var/lib/state", "earliest", "lz4"],
        [" padded ", "", "1", "0", "a,b", "ünïcode", "a:b", "#hash", "x y", "true", "{}", "100%", "a\\b", "'q'"],
        [],
    ),
    "list": (
        ["broker1:9092", "a:9092,b:9092"],
        ["a:1, b:2", " a:1 ,b:2 ", "a:1,", ",a:1", "a:1,,b:2", "[::1]:9092", " "],
        [],
    ),
    "serializer": (["org.apache.kafka.common.serialization." + name + "Serializer"
                    for name in ("String", "ByteArray", "Long")], [], []),
    "deserializer": (["org.apache.kafka.common.serialization." + name + "Deserializer"
                      for name in ("String", "ByteArray", "Long")], [], []),
    "resource": (
        ["file:/etc/ssl/store.jks", "file:///etc/ssl/store.p12"],
        ["/etc/ssl/store.jks", "file:/etc/../x.jks", "file:/a%20b.jks", "store.jks", "classpath:store.jks", "file:x.jks"],
        [],
    ),
}  # fmt: skip

# Scalars as YAML writes them: a reader of YAML makes other things than texts of some.
YAML_SCALARS = """
true false on off yes no y n On OFF Yes NO True TRUE ~ null Null NULL 0 7 -1 +12 010 0777 08 0o17 0x1F 0xff_ff 0b101
1_000 1__0 _1 100_ 1.5 1e3 1.0e3 1.0E+3 1e+06 6.048e+08 .5 5. -.5 .inf -.INF .nan .NaN +.inf 1_000.5 12e03 1.e2
190:20:30 20:30 1:60 190:20:30.15 2001-12-14 2001-12-14t21:59:43.10-05:00 12345678901234567890 2147483648 9223372036854775807
9223372036854775808 -0 -0.0 0.1 100000.0 10000000.0 1234567.125 0.0001 1e400 read_committed lz4 5s 64KB all 1,000 =
0x 0b 0_1 1.2.3 1. - 600000 -9223372036854775808 0xFFFFFFFFFF 0x1FFFFFFFFFFFFFFFFF 00 0. 0.0 1e-5 3.0e-10
4.9e-324 1.7976931348623157e308 123456789.0 1.0e7 9999999.0 0.001 0.00099 1E5 1e5.0 +1e3 1_0e1_0 e5 .e5 ._5 5._5
""".split()

MAP_TEXTS = ["20", "all", "true", "false", "1", "-1", "300000", "lz4", "snappy", "read_committed", "5", "org.example.A,org.example.B",
             "SASL_SSL", "PLAIN", " 7 ", "", "a b", "120000", "https"]  # fmt: skip

PLACEHOLDERS = ["${APP_X:%s}", "${app.missing:${app.none:%s}}", "${app.known}", "${app.bare-name:%s}", "${UNSET}", "${app.known:%s}",
                "x${APP_X:}y", "${:%s}", "${app.camelCase}", "${APP_X:", "$%s", "${app.circle}", "\\${x:%s}"]  # fmt: skip


def text_of(random: Random, kind: str, bad: float) -> str:
    good, odd, refused = TEXTS[kind]
    if refused and random.random() < bad:
        return random.choice(refused)
    return random.choice(odd if odd and random.random() < 0.3 else good)


def with_placeholder(random: Random, text: str) -> str:
    pattern = random.choice(PLACEHOLDERS)
    return pattern % text if "%" in pattern else pattern
