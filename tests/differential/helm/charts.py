"""Draws charts of Helm: templates that print Kafka settings of values in every way that is common.

A case is {"files": {path: content}, "open": [keys]}: the keys that stand under a condition which the
chart's own values do not decide, so that a linter has to read both of its branches.
"""

import random

PRODUCER = (
    "acks batch.size linger.ms buffer.memory client.id compression.type retries request.timeout.ms max.request.size "
    "delivery.timeout.ms max.block.ms metadata.max.age.ms send.buffer.bytes receive.buffer.bytes "
    "reconnect.backoff.ms retry.backoff.ms enable.idempotence interceptor.classes connections.max.idle.ms "
    "security.protocol partitioner.class transactional.id"
).split()
BROKER = (
    "num.partitions num.io.threads num.network.threads message.max.bytes log.retention.hours log.segment.bytes "
    "auto.create.topics.enable min.insync.replicas compression.type default.replication.factor "
    "offsets.topic.replication.factor queued.max.requests background.threads log.cleaner.threads "
    "socket.request.max.bytes delete.topic.enable replica.fetch.max.bytes log.retention.bytes"
).split()

# As they are written in values.yaml.
NUMBERS = ["1", "12", "0", "300000", "1000000", "1048588", "2147483647", "604800000", "-1", "010", "0x10", "1_000", "+5"]
TEXTS = ["lz4", "all", "a-b", '"1048588"', "'5'", '"true"', '"yes"', "a b", '" a "', "org.example.Class", '"1e6"', "~x"]
SWITCHES = ["true", "false", "yes", "no", "on", "off", "TRUE"]
FRACTIONS = ["1.5", "0.00001", "1.0", "1e3", "1e6"]
NOTHING = ['""', "null", "", "{}", "[]"]


class Chart:
    """One chart while it is drawn: its values, and lines of its template."""

    def __init__(self, random_source):
        self.random = random_source
        self.values = {}
        self.counter = 0
        self.open = set()

    def value(self, kinds):
        """A new value of one of the kinds; gives its path."""
        written = self.random.choice(self.random.choice(kinds))
        self.counter += 1
        section = self.random.choice(["kafka", "app", "deep"])
        name = f"v{self.counter}"
        self.values.setdefault(section, {})[name] = written
        return f"{section}.{name}"

    def text(self):
        return self.value([TEXTS, TEXTS, NUMBERS])

    def chain(self, path):
        if self.random.random() < 0.1:
            return "$.Values." + path
        if self.random.random() < 0.1:
            section, name = path.split(".")
            return f'(index .Values "{section}" "{name}")'
        return ".Values." + path

    def expression(self):
        """The inside of an action that prints something."""
        pick = self.random.choice
        any_kind = [NUMBERS, NUMBERS, TEXTS, SWITCHES, FRACTIONS]
        scalar = self.chain(self.value(any_kind))
        number = self.chain(self.value([NUMBERS]))
        text = self.chain(self.value([TEXTS]))
        switch = self.chain(self.value([["true", "false", "yes", "no"]]))
        empty = self.chain(self.value([NOTHING, NUMBERS]))
        missing = ".Values.kafka.missing"
        return pick(
            [
                scalar,
                scalar,
                f"{scalar} | quote",
                f"{scalar} | squote",
                f"quote {number}",
                f"{number} | int",
                f"{number} | int64",
                f"{number} | int64 | quote",
                f"int {text}",
                f"{scalar} | toString",
                f"{scalar} | toString | quote",
                f"{scalar} | toYaml",
                f"toYaml {text}",
                f"{empty} | default {number}",
                f'{empty} | default "x" | quote',
                f"default 1048588 {empty}",
                f'default "d" {missing}',
                f"coalesce {missing} {empty} {scalar}",
                f'required "needed" {text}',
                f"{text} | upper",
                f"{text} | lower | quote",
                f"{text} | trim",
                f'{text} | replace "a" "b"',
                f"{text} | trunc 3",
                f'{text} | trimSuffix "4" | trimPrefix "l"',
                f'printf "%v" {scalar}',
                f'printf "%s-%d" {text} (int {number})',
                f'print {scalar}',
                f'ternary "y" "n" {switch}',
                f"ternary {text} {number} {switch}",
                f"{text} | b64enc",
                f"max 3 (int {number})",
                'include "chart.text" .',
                f"tpl {text} .",
                ".Chart.AppVersion",
                ".Chart.Name",
                ".Release.Name",
                f"eq {text} {text}",
                f"not {switch}",
                f"{text} | default .Release.Name",
            ]
        )

    def condition(self):
        """A condition, and whether the chart's own values decide it."""
        pick = self.random.choice
        switch = self.chain(self.value([SWITCHES]))
        other = self.chain(self.value([SWITCHES, NUMBERS]))
        text = self.chain(self.value([TEXTS]))
        number = self.chain(self.value([NUMBERS]))
        empty = self.chain(self.value([NOTHING]))
        decided = [
            switch,
            other,
            f"not {switch}",
            f'eq {text} "lz4"',
            f'ne {text} "all"',
            f"and {switch} {other}",
            f"or {switch} {other}",
            f"and {switch} (not {other})",
            f"gt (int {number}) 3",
            f"eq (int {number}) 12",
            f'eq {text} "lz4" "all"',
            f'contains "a" {text}',
            f'hasPrefix "l" {text}',
            f'eq (toString {other}) "true"',
        ]
        undecided = [
            empty,
            ".Values.kafka.missing",
            f"not {empty}",
            f"or {empty} {switch}",
            f"and {switch} {empty}",
            ".Release.IsInstall",
            '.Capabilities.APIVersions.Has "apps/v1"',
            f"empty {empty}",
            'hasKey .Values.kafka "missing"',
        ]
        return pick(undecided) if self.random.random() < 0.3 else pick(decided)

    def left(self):
        return "{{-" if self.random.random() < 0.8 else "{{"

    def entry(self, form, key):
        action = "{{ " + self.expression() + " }}"
        if self.random.random() < 0.15:
            action = "{{- " + action[3:] if form == "properties" else action
        if self.random.random() < 0.15:
            action = self.random.choice(["a-", "{{ .Values.kafka.always }}-", ""]) + action
        if self.random.random() < 0.15:
            action = self.random.choice(["5", "plain", "1000000"])
        return self.line(form, key, action)

    @staticmethod
    def line(form, key, value):
        if form == "properties":
            return [f"    {key}={value}"]
        if form == "config":
            return [f"      {key}: {value}"]
        name = "KAFKA_" + key.upper().replace(".", "_")
        return [f"            - name: {name}", f"              value: {value}"]

    def block(self, form, keys):
        """Lines for some of the keys, which it takes from the list."""
        indent = {"properties": "    ", "config": "      ", "env": "            "}[form]
        kind = self.random.random()
        if kind < 0.45 or not keys:
            return self.entry(form, keys.pop()) if keys else []
        if kind < 0.75:
            return self.conditional(form, keys, indent)
        if kind < 0.82:
            path = self.text()
            name = f"$x{self.counter}"
            inner = self.line(form, keys.pop(), "{{ " + name + " }}")
            return [indent + "{{- " + f"{name} := .Values.{path} " + "}}", *inner]
        if kind < 0.9:
            self.counter += 1
            section = f"with{self.counter}"
            self.values[section] = {"a": self.random.choice(NUMBERS), "b": self.random.choice(TEXTS)}
            key = keys.pop()
            return [
                indent + self.left() + f" with .Values.{section} " + "}}",
                *self.line(form, key, self.random.choice(["{{ .a }}", "{{ .b }}", "{{ $.Values.kafka.always }}"])),
                indent + self.left() + " end }}",
            ]
        self.counter += 1
        section = f"range{self.counter}"
        self.values[section] = {key: self.random.choice(NUMBERS) for key in [keys.pop() for _ in keys[:2]]}
        printed = self.random.choice(["{{ $value }}", "{{ $value | quote }}"])
        key = "{{ $key }}"
        body = self.line(form, key, printed)
        if form == "env":
            body[0] = '            - name: {{ printf "KAFKA_%s" $key | replace "." "_" | upper }}'
        return [indent + f"{{{{- range $key, $value := .Values.{section} }}}}", *body, indent + "{{- end }}"]

    def conditional(self, form, keys, indent):
        key = keys.pop()
        if form == "properties" and self.random.random() < 0.2:
            self.open.add(key)
            text = "{{ if " + self.condition() + " }}a{{ else }}b{{ end }}"
            return self.line(form, key, text)
        lines = [indent + self.left() + f" if {self.condition()} " + "}}", *self.entry(form, key)]
        self.open.add(key)
        if keys and self.random.random() < 0.3:
            inner = keys.pop()
            self.open.add(inner)
            lines += self.entry(form, inner)
        if self.random.random() < 0.3:
            lines += [indent + self.left() + f" else if {self.condition()} " + "}}", *self.entry(form, key)]
        if self.random.random() < 0.5:
            lines += [indent + self.left() + " else }}", *self.entry(form, key)]
        return [*lines, indent + self.left() + " end }}"]

    def template(self):
        form = self.random.choice(["properties", "config", "env"])
        keys = list(PRODUCER if form == "properties" else BROKER)
        self.random.shuffle(keys)
        keys = keys[: self.random.randint(3, 9)]
        lines = []
        while keys:
            lines += self.block(form, keys)
        head = {
            "properties": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}-a\ndata:\n"
            "  producer.properties: |\n    bootstrap.servers=a:1\n",
            "config": "apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nmetadata:\n  name: a\nspec:\n  kafka:\n"
            "    version: 3.9.0\n    config:\n      group.min.session.timeout.ms: 6000\n",
            "env": "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n"
            "      containers:\n        - name: a\n          image: {{ .Values.kafka.image }}\n          env:\n"
            '            - name: KAFKA_NODE_ID\n              value: "1"\n',
        }[form]
        return head + "\n".join(lines) + "\n"

    def written_values(self):
        self.values.setdefault("kafka", {}).update({"always": "here", "image": "apache/kafka:3.9.0"})
        lines = []
        for section, entries in self.values.items():
            lines.append(f"{section}:")
            lines += [f"  {name}: {written}".rstrip() for name, written in entries.items()]
        return "\n".join(lines) + "\n"


def overridden(chart, source):
    """Some of the chart's values as one above says them."""
    lines = []
    for section, entries in chart.values.items():
        chosen = [name for name in entries if source.random() < 0.3 and name != "image"]
        if chosen:
            lines.append(f"  {section}:")
        for name in chosen:
            lines.append(f"    {name}: {source.choice(NUMBERS + TEXTS + SWITCHES + ['null'])}")
    return lines


def case(seed):
    source = random.Random(seed)
    chart = Chart(source)
    template = chart.template()
    helpers = '{{- define "chart.text" -}}helped{{- end -}}\n'
    app_version = source.choice(["3.9.0", '"3.10"', "1.2.3"])
    meta = f"apiVersion: v2\nname: a\nversion: 1.0.0\nappVersion: {app_version}\n"
    files = {"Chart.yaml": meta, "values.yaml": chart.written_values(), "templates/a.yaml": template}
    files["templates/_helpers.tpl"] = helpers
    if source.random() < 0.35:
        alias = source.random() < 0.3
        files = {"charts/a/" + path: content for path, content in files.items()}
        dependency = "dependencies:\n- name: a\n  version: 1.0.0\n" + ("  alias: b\n" if alias else "")
        files["Chart.yaml"] = "apiVersion: v2\nname: above\nversion: 1.0.0\n" + dependency
        lines = overridden(chart, source)
        files["values.yaml"] = "\n".join(["b:" if alias else "a:", *lines] if lines else ["x: 1"]) + "\n"
    return {"files": files, "open": sorted(chart.open)}


def cases(first, count):
    return [case(seed) for seed in range(first, first + count)]
