"""Settings written as YAML or as properties."""

import re
from random import Random

from settings import Setting
from values import YAML_SCALARS

DEFINITIONS = [("app.known", "5"), ("app.bare-name", "9"), ("app.camelCase", "3"), ("app.circle", "${app.circle}")]


def joined(elements: list[str]) -> str:
    """A property's name: elements in brackets take no dot."""
    name = ""
    for element in elements:
        name += element if element.startswith("[") or not name else "." + element
    return name


def is_plain(text: str) -> bool:
    """Whether YAML takes it for one plain scalar."""
    if not text or text != text.strip() or text[0] in "!&*?|>@`\"'%#{}[],":
        return False
    return not (re.match("[-?:]( |$)", text) or ": " in text or " #" in text or text.endswith(":"))


def scalar(random: Random, text: str) -> str:
    style = random.choices(["plain", "single", "double"], [70, 15, 15])[0]
    if style == "plain" and is_plain(text):
        return text
    if style == "double":
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "'" + text.replace("'", "''") + "'"


def key_text(random: Random, key: str) -> str:
    quoted = "[" in key or not is_plain(key) or random.random() < 0.05
    return '"' + key + '"' if quoted else key


def value_lines(random: Random, setting: Setting, indent: str) -> list[str]:
    """What follows the colon: on the line, or on lines of its own."""
    draw = random.random()
    if setting.free and draw < 0.5:
        return [" " + random.choice(YAML_SCALARS)]
    if draw < 0.04 or (draw < 0.3 and "," in setting.text):
        items = [item.strip() for item in setting.text.split(",")]
        if random.random() < 0.5:
            return [" [" + ", ".join(scalar(random, item) if re.fullmatch(r"[\w.]+", item) else f"'{item}'" for item in items) + "]"]
        return ["", *(f"{indent}  - {scalar(random, item)}" for item in items)]
    if draw < 0.05:
        return [" " + random.choice(["[]", "", "|\n" + indent + "    7", "!!str 010", "!!int '7'", ">-\n" + indent + "    a\n" + indent + "    b"])]
    if draw < 0.1:
        return [" " + random.choice(YAML_SCALARS)]
    return [" " + scalar(random, setting.text)]


def tree_lines(random: Random, entries: list[Setting], indent: str) -> list[str]:
    """A mapping of what begins with the same element; chains are dotted or nested by chance."""
    groups: dict[str, list[Setting]] = {}
    for entry in entries:
        groups.setdefault(entry.elements[0], []).append(entry)
    lines: list[str] = []
    for first, members in groups.items():
        leaves = [member for member in members if len(member.elements) == 1]
        if leaves:
            key = indent + key_text(random, first) + ":"
            after = value_lines(random, leaves[-1], indent)
            lines += [key + after[0], *after[1:]]
            for member in members:  # beside a leaf there is no room for a mapping of the same name
                if len(member.elements) > 1:
                    after = value_lines(random, member, indent)
                    lines += [indent + key_text(random, joined(member.elements)) + ":" + after[0], *after[1:]]
            continue
        common = [first]
        while random.random() < 0.35 and min(len(member.elements) for member in members) > len(common) + 1:
            following = {member.elements[len(common)] for member in members}
            if len(following) > 1:
                break
            common.append(following.pop())
        if len(members) == 1 and random.random() < 0.3:
            common = members[0].elements
            after = value_lines(random, members[0], indent)
            lines += [indent + key_text(random, joined(common)) + ":" + after[0], *after[1:]]
            continue
        rest = [Setting(member.elements[len(common):], member.text, member.free) for member in members]
        lines += [indent + key_text(random, joined(common)) + ":", *tree_lines(random, rest, indent + "  ")]
    return lines


def yaml_document(random: Random, settings: list[Setting], before: list[str]) -> str:
    entries = [Setting(["spring", "kafka", *setting.elements], setting.text, setting.free) for setting in settings]
    lines = list(before)
    if any("${" in setting.text for setting in settings):
        lines += ["app:", *(f"  {name.removeprefix('app.')}: {text!r}" for name, text in DEFINITIONS)]
    return "\n".join(lines + tree_lines(random, entries, "")) + "\n"


def escaped(text: str, key: bool) -> str:
    result = ""
    for at, c in enumerate(text):
        if c == "\\" or (key and c in " :=#!") or (c == " " and at == 0):
            result += "\\"
        result += c if c < "\x7f" else f"\\u{ord(c):04x}"
    return result


def properties_document(random: Random, settings: list[Setting], before: list[str]) -> str:
    lines = list(before)
    if any("${" in setting.text for setting in settings):
        lines += [f"{name}={text}" for name, text in DEFINITIONS]
    for setting in settings:
        name = joined(["spring", "kafka", *setting.elements])
        draw = random.random()
        if draw < 0.08:
            for index, item in enumerate(setting.text.split(",")):
                lines.append(f"{escaped(name, True)}[{index}]={escaped(item, False)}")
            continue
        separator = random.choice(["=", "=", " = ", ": ", ":"])
        lines.append(escaped(name, True) + separator + escaped(setting.text, False))
    return "\n".join(lines) + "\n"


def variables(random: Random, settings: list[Setting]) -> dict[str, str]:
    """The settings as Boot finds them in the environment of a process."""
    result = {}
    for setting in settings:
        name = joined(["spring", "kafka", *setting.elements]).replace("[", ".").replace("]", "")
        name = re.sub("([a-z])([A-Z])", r"\1-\2", name)
        dash = random.choice(["", "", "_"])
        result[re.sub("[^A-Za-z0-9_]", "_", name.replace("-", dash)).upper()] = setting.text
    return result
