"""Folders of application files, and the questions about them: which file's units hold with which profiles."""

from dataclasses import dataclass, field
from random import Random

import files
from settings import draw_many

LAYOUTS = {"yaml": 40, "properties": 15, "profiles": 15, "documents": 6, "siblings": 14, "environment": 10}


@dataclass
class Question:
    file: str
    condition: str  # as kaflint names it: `profile prod`; empty for what is always active
    profiles: list[str]
    whole_file: bool = False  # nothing of the file is left out


@dataclass
class Case:
    files: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)


def line_of(release: str) -> tuple[int, int]:
    major, minor = release.split(".")[:2]
    return int(major), int(minor)


def selector(random: Random, line: tuple[int, int], profile: str) -> str:
    if line < (2, 4) or (line < (3, 0) and random.random() < 0.4):
        return "spring.profiles: " + profile
    return "spring.config.activate.on-profile: " + profile


def named(random: Random, before: list[str], separator: str) -> list[str]:
    """Streams takes its id from the application's name where nothing else gives one."""
    return [*before, f"spring.application.name{separator}orders"] if random.random() < 0.6 else before


def yaml(random: Random, bad: float, before: list[str]) -> str:
    before = named(random, before, ": ")
    return files.yaml_document(random, draw_many(random, bad), before)


def properties(random: Random, bad: float, before: list[str]) -> str:
    before = named(random, before, "=")
    return files.properties_document(random, draw_many(random, bad), before)


def several(random: Random, line: tuple[int, int], bad: float, write, name: str, separator: str) -> Case:
    """Documents with and without a condition, in any order."""
    documents, questions = [], [Question(name, "", [])]
    for profile in random.choice([["prod"], ["", "prod"], ["prod", ""], ["", "prod", "test"], ["", "prod", ""]]):
        documents.append(write(random, bad, [selector(random, line, profile)] if profile else []))
        if profile:
            questions.append(Question(name, "profile " + profile, [profile]))
    return Case({name: separator.join(documents)}, questions=questions)


def siblings(random: Random, line: tuple[int, int], bad: float) -> Case:
    base, own = (random.choice(["yml", "yaml", "properties"]) for _ in range(2))
    case = Case()
    for name, extension in (("application", base), ("application-prod", own)):
        name += "." + extension
        case.files[name] = (properties if extension == "properties" else yaml)(random, bad, [])
    case.questions = [Question("application." + base, "", []), Question(name, "", ["prod"])]
    return case


def environment(random: Random, bad: float) -> Case:
    case = Case(environment=files.variables(random, draw_many(random, bad)))
    lines = ["services:", "  app:", "    image: registry.example/app:1", "    environment:"]
    for name, text in case.environment.items():
        lines.append(f"      {name}: '" + text.replace("'", "''").replace("$", "$$") + "'")
    case.files["compose.yml"] = "\n".join(lines) + "\n"
    case.questions = [Question("compose.yml", "", [], True)]
    return case


def draw(random: Random, release: str) -> Case:
    line = line_of(release)
    # One case in three has something that Boot cannot bind; the others are to show what clients get.
    bad = 0.25 if random.random() < 0.34 else 0.0
    layout = random.choices(list(LAYOUTS), list(LAYOUTS.values()))[0]
    if layout == "environment":
        return environment(random, bad)
    if layout == "siblings":
        return siblings(random, line, bad)
    if layout == "profiles":
        return several(random, line, bad, yaml, "application.yml", "---\n")
    if layout == "documents":
        return several(random, line, bad, properties, "application.properties", "#---\n")
    if layout == "yaml":
        return Case({"application.yml": yaml(random, bad, [])}, questions=[Question("application.yml", "", [], True)])
    return Case({"application.properties": properties(random, bad, [])}, questions=[Question("application.properties", "", [], True)])
