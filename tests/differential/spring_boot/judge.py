"""One question's answer from the real Boot beside kaflint's units and findings of the same files."""

import re
from collections import Counter

# What a factory of Spring Kafka puts into the map, and no file can: kaflint leaves it out on purpose.
UNREAD = {
    # The bundle itself, an object for SslBundleSslEngineFactory.
    "org.springframework.boot.ssl.SslBundle",
    # An internal switch of clients 2.6 and 2.7.
    "internal.auto.downgrade.txn.commit",
    # A prefix, which Spring Kafka takes out of the map and completes for each producer.
    "transactional.id",
}
REFUSALS = re.compile("`([^`]*)`")


class Tally:
    def __init__(self):
        self.counts: Counter = Counter()
        self.unknown: Counter = Counter()
        self.differences: dict[str, list[str]] = {}

    def differ(self, kind: str, what: str) -> None:
        self.differences.setdefault(kind, []).append(what)

    def add(self, other: "Tally") -> None:
        self.counts += other.counts
        self.unknown += other.unknown
        for kind, found in other.differences.items():
            self.differences.setdefault(kind, []).extend(found)

    def summary(self) -> str:
        differences = sum(map(len, self.differences.values()))
        return (f"{self.counts['questions']} questions, {self.counts['maps']} clients with {self.counts['settings']} settings "
                f"compared, {self.counts['refused']} refusals, {differences} differences")  # fmt: skip

    def print(self, show: int) -> None:
        print(f"all: {self.summary()}")
        print("not known to kaflint:", dict(self.unknown.most_common()))
        for kind, found in sorted(self.differences.items(), key=lambda item: -len(item[1])):
            print(f"\n{len(found)} x {kind}")
            for what in found[:show]:
                print("   ", what)


def uniform(name: str) -> str:
    """Of a property as of its variable of the environment."""
    return re.sub("[-_.]", "", name).lower()


def compare_case(tally: Tally, place: str, question, answer: dict, units: list[dict], findings: list[dict]) -> None:
    tally.counts["questions"] += 1
    suffix = f" ({question.condition})" if question.condition else ""
    own = {
        unit["role"]: unit
        for unit in units
        if unit["path"].endswith("/" + question.file) and unit["name"].endswith(f"spring.kafka.{unit['role']}{suffix}")
    }
    place = f"{place}/{question.file}{suffix}"
    if "failure" in answer:
        compare_failure(tally, place, answer, units, findings)
        return
    refused = [role for role, real in answer["clients"].items() if "" in real]
    names = {unit["name"] for unit in own.values()}
    for finding in findings:
        told = finding["consequence"] == "refuses-to-start" and finding["rule"].startswith("spring/")
        about = finding["unit"] in names or (not finding["unit"] and question.whole_file)
        if not told or not about or not finding["path"].endswith("/" + question.file):
            continue
        if finding["rule"] != "spring/exclusive-settings" or not refused:
            tally.differ("kaflint refuses, Boot does not", f"{place}: {finding['message']}")
    for role, unit in own.items():
        real = answer["clients"][role]
        if "" in real:
            compare_refused_client(tally, f"{place} {role}", real[""], unit, findings)
        else:
            compare_maps(tally, f"{place} {role}", real, unit["settings"])


def compare_failure(tally: Tally, place: str, answer: dict, units: list[dict], findings: list[dict]) -> None:
    """Boot does not start: kaflint has to say so about the same property, unless it cannot know."""
    told = [uniform(name) for f in findings if f["consequence"] == "refuses-to-start" for name in REFUSALS.findall(f["message"])[:1]]
    wanted = uniform(answer.get("property", ""))
    if any(wanted == name or name.startswith(wanted + "[") for name in told) and wanted:
        tally.counts["refused"] += 1
        return
    if "property" not in answer and any(f["consequence"] == "refuses-to-start" for f in findings):
        tally.counts["refused"] += 1
        return
    if re.search("ClassNotFound|to type .java.lang.Class", answer["failure"]):
        tally.unknown["class"] += 1
        return
    if re.search("[$][{]|placeholder", answer["failure"]):
        tally.unknown["placeholder"] += 1
        return
    if any("unknown" in setting for unit in units for setting in unit["settings"].values()):
        tally.unknown["refused, with a value that is not known"] += 1
        return
    kind = "Boot refuses " + (re.sub(r"\[.*", "[...]", answer["property"]) if "property" in answer else "the file")
    tally.differ(kind, f"{place}: {answer['failure'][:300]}")


def compare_refused_client(tally: Tally, place: str, failure: dict, unit: dict, findings: list[dict]) -> None:
    """A client that cannot be made is nothing that its map could show, unless kaflint knows all of it."""
    if "fallback 'spring.application.name'" in failure["failure"]:
        tally.unknown["no application id"] += 1
    elif "MutuallyExclusive" in failure["failure"] and any(f["rule"] == "spring/exclusive-settings" for f in findings):
        tally.counts["refused"] += 1
    elif "FileNotFoundException: class path resource" in failure["failure"]:
        tally.unknown["class path"] += 1
    elif any("unknown" in setting for setting in unit["settings"].values()):
        tally.unknown["client refused"] += 1
    else:
        tally.differ("Boot refuses a client", f"{place}: {failure['failure'][:300]}")


def compare_maps(tally: Tally, place: str, real: dict, settings: dict) -> None:
    tally.counts["maps"] += 1
    for key in sorted((real.keys() | settings.keys()) - UNREAD):
        tally.counts["settings"] += 1
        setting = settings.get(key)
        if setting is None:
            tally.differ("kaflint lacks a setting", f"{place}: {key}={real[key]!r}")
        elif key not in real and setting.get("unknown") == "placeholder":
            tally.unknown["placeholder"] += 1  # what is empty here another source may bring
        elif key not in real:
            tally.differ("kaflint has a setting too many", f"{place}: {key}={setting['value']!r}")
        elif "unknown" in setting:
            tally.unknown[setting["unknown"]] += 1
        elif setting["value"] not in (real[key], "[hidden]"):
            tally.differ("another value", f"{place}: {key} is {real[key]!r}, not {setting['value']!r}")
