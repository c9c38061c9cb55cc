"""One setting below spring.kafka at a time: typed, free, misplaced; its name in one of Spring's spellings."""

import re
from dataclasses import dataclass
from random import Random

import values

CLIENTS = ["producer", "consumer", "admin", "streams"]
COMMON = {"client-id": "text", "security.protocol": "text"}
SSL = {
    "ssl.key-password": "text",
    "ssl.key-store-certificate-chain": "text",
    "ssl.key-store-key": "text",
    "ssl.key-store-location": "resource",
    "ssl.key-store-password": "text",
    "ssl.key-store-type": "text",
    "ssl.protocol": "text",
    "ssl.trust-store-certificates": "text",
    "ssl.trust-store-location": "resource",
    "ssl.trust-store-password": "text",
    "ssl.trust-store-type": "text",
    "ssl.bundle": "bundle",
}
TYPED = {
    "": {"bootstrap-servers": "list"},
    "producer": {
        "bootstrap-servers": "list", "acks": "text", "batch-size": "data_size", "buffer-memory": "data_size",
        "compression-type": "text", "key-serializer": "serializer", "value-serializer": "serializer",
        "retries": "integer", "transaction-id-prefix": "text",
    },
    "consumer": {
        "bootstrap-servers": "list", "auto-commit-interval": "duration", "auto-offset-reset": "text",
        "enable-auto-commit": "boolean", "fetch-max-wait": "duration", "fetch-min-size": "data_size",
        "group-id": "text", "heartbeat-interval": "duration", "isolation-level": "isolation_level",
        "key-deserializer": "deserializer", "value-deserializer": "deserializer", "max-poll-interval": "duration",
        "max-poll-records": "integer",
    },
    "admin": {
        "auto-create": "boolean", "close-timeout": "duration", "fail-fast": "boolean",
        "modify-topic-configs": "boolean", "operation-timeout": "duration",
    },
    "streams": {
        "bootstrap-servers": "list", "application-id": "text", "auto-startup": "boolean",
        "cache-max-bytes-buffering": "integer", "cache-max-size-buffering": "data_size",
        "cleanup.on-shutdown": "boolean", "cleanup.on-startup": "boolean", "replication-factor": "integer",
        "state-dir": "text", "state-store-cache-max-size": "data_size",
    },
}  # fmt: skip
SPRING_ONLY = {
    "listener.ack-mode": ["manual", "BATCH", "count", "nonsense"],
    "listener.concurrency": ["3", "x"],
    "listener.poll-timeout": ["5s", "5 seconds"],
    "listener.type": ["batch", "many"],
    "listener.missing-topics-fatal": ["false"],
    "template.default-topic": ["orders"],
    "jaas.enabled": ["true", "maybe"],
    "jaas.login-module": ["org.apache.kafka.common.security.plain.PlainLoginModule"],
    "jaas.options.username": ["me"],
    "jaas.control-flag": ["required", "needed"],
    "retry.topic.enabled": ["true"],
    "retry.topic.attempts": ["4", "many"],
}
KEYS = {
    "producer": "acks linger.ms enable.idempotence delivery.timeout.ms request.timeout.ms batch.size max.block.ms "
    "max.in.flight.requests.per.connection compression.type retries transactional.id transaction.timeout.ms",
    "consumer": "max.poll.records session.timeout.ms isolation.level fetch.max.bytes enable.auto.commit auto.offset.reset "
    "partition.assignment.strategy group.id group.protocol specific.avro.reader",
    "admin": "request.timeout.ms retries default.api.timeout.ms",
    "streams": "processing.guarantee num.stream.threads commit.interval.ms application.id producer.acks state.dir default.key.serde",
    "": "security.protocol sasl.mechanism sasl.jaas.config schema.registry.url interceptor.classes client.id reconnect.backoff.ms "
    "bootstrap.servers metric.reporters ssl.endpoint.identification.algorithm ssl.protocol",
}


@dataclass
class Setting:
    """Elements below spring.kafka; an element in brackets is one of a map's keys."""

    elements: list[str]
    text: str
    free: bool = False  # a value of a map, so any scalar


def spelt(random: Random, name: str) -> str:
    """A name of Spring's, its parts between dots each in one spelling."""
    words = name.split("-")
    style = random.choices(["kebab", "camel", "snake", "upper", "joined", "title"], [60, 20, 8, 4, 4, 4])[0]
    if style == "camel":
        return words[0] + "".join(word.capitalize() for word in words[1:])
    return {"kebab": name, "snake": "_".join(words), "upper": "_".join(words).upper(), "joined": "".join(words),
            "title": "-".join(word.capitalize() for word in words)}[style]  # fmt: skip


def section(random: Random) -> str:
    return random.choices(["", *CLIENTS], [25, 35, 25, 5, 10])[0]


def below(name: str, elements: list[str]) -> list[str]:
    return [name, *elements] if name else elements


def typed(random: Random, bad: float) -> Setting:
    name = section(random)
    offered = TYPED[name] | COMMON
    if random.random() < 0.15:
        offered = SSL
    prop, kind = random.choice(list(offered.items()))
    if kind == "bundle":
        text = random.choice(["known"] * 6 + ["", "absent"])
    else:
        text = values.text_of(random, kind, bad)
    return Setting(below(name, [spelt(random, part) for part in prop.split(".")]), text)


def kafka_key(random: Random, name: str) -> str:
    return random.choice((KEYS[name] + " " + KEYS[random.choice(["", name])]).split())


def free(random: Random) -> Setting:
    """Below `properties`: Kafka's own key, dotted, in brackets or in pieces, or nearly its key."""
    name = section(random)
    key = kafka_key(random, name)
    style = random.choices(["dotted", "bracket", "spring", "unknown"], [60, 25, 8, 7])[0]
    if style == "spring":
        words = re.split("[.]", key)
        key = random.choice(["-".join(words), "_".join(words), words[0] + "".join(w.capitalize() for w in words[1:]), key.upper()])
    elif style == "unknown":
        key = random.choice(["my.own.key", "x", "A.B-c_d", "a.b[0]", "with space", "k/ey", "a[b.c]", "0", "a.0"])
    if style == "bracket" and "[" not in key:
        elements = [f"[{key}]"]
    else:
        elements = key.split(".")
    return Setting(below(name, ["properties", *elements]), random.choice(values.MAP_TEXTS), free=True)


def misplaced(random: Random) -> Setting:
    name = section(random)
    key = kafka_key(random, name)
    if random.random() < 0.5:
        return Setting(below(name, [key.replace(".", "-")]), random.choice(values.MAP_TEXTS))
    return Setting(below(name, key.split(".")), random.choice(values.MAP_TEXTS))


def spring_only(random: Random, bad: float) -> Setting:
    name, texts = random.choice(list(SPRING_ONLY.items()))
    text = random.choice(texts) if random.random() < bad else texts[0]
    return Setting([spelt(random, part) for part in name.split(".")], text)


def draw(random: Random, bad: float) -> Setting:
    kind = random.choices(["typed", "free", "misplaced", "spring"], [50, 38, 7, 5])[0]
    if kind == "typed":
        setting = typed(random, bad)
    elif kind == "free":
        setting = free(random)
    elif kind == "misplaced":
        setting = misplaced(random)
    else:
        setting = spring_only(random, bad)
    if random.random() < 0.05:
        setting.text = values.with_placeholder(random, setting.text)
    return setting


def draw_many(random: Random, bad: float) -> list[Setting]:
    """A few settings; the same one twice only now and then, in two spellings."""
    several = random.random() < 0.06
    settings: list[Setting] = []
    taken: set[str] = set()
    for _ in range(random.choice([1, 2, 3, 4, 6, 9])):
        setting = draw(random, bad)
        uniform = re.sub("[-_.\\[\\]]", "", "".join(setting.elements)).lower()
        if uniform in taken and not several:
            continue
        taken.add(uniform)
        settings.append(setting)
    return settings
