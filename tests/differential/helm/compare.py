"""Compares what kaflint says of a chart's templates with what Helm makes of them."""

import json
import os
import subprocess
import tempfile
from pathlib import Path


def text_of(value):
    """What reaches Kafka of a value in a custom resource; None where that is no scalar.

    How Java prints a fraction is a matter of its own, so that stays a number.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return value
    return str(value) if isinstance(value, (str, int)) else None


def settings_of_properties(text):
    found = {}
    for line in text.split("\n"):
        key, separator, value = line.lstrip().partition("=")
        if separator:
            found[key] = value.lstrip()
    return found


def real_settings(document):
    """The settings of one rendered document. None for a value that its reader refuses."""
    if document["kind"] == "ConfigMap":
        return settings_of_properties(document["data"]["producer.properties"])
    if document["kind"] == "Kafka":
        config = document["spec"]["kafka"]["config"]
        return {key: text_of(value) for key, value in config.items() if value is not None}
    variables = document["spec"]["template"]["spec"]["containers"][0]["env"]
    found = {}
    for variable in variables:
        key = variable["name"].removeprefix("KAFKA_").lower().replace("_", ".")
        value = variable.get("value")
        # The image writes a properties file, of which Java drops blanks before the value.
        found[key] = "" if value is None else value.lstrip() if isinstance(value, str) else None
    return found


def is_same(said, real):
    return float(said) == real if isinstance(real, float) else said == real


def kaflint_settings(files):
    """Settings by template path; an unknown value is None."""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, ".git"))
        for path, content in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        templates = [path for path in files if path.endswith("templates/a.yaml")]
        done = subprocess.run(
            [os.environ["KAFLINT"], "effective", "--format", "json", *templates],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode not in (0, 1):
        raise AssertionError(f"kaflint ended with {done.returncode}: {done.stderr}")
    found = {}
    for unit in json.loads(done.stdout)["units"]:
        written = {key: s["value"] for key, s in unit["settings"].items() if s["origin"] == "written"}
        found.setdefault(unit["path"], {}).update(written)
    return found


def compare(case, documents, counts):
    """Differences as lines; `counts` are what became of the settings."""
    differences = []
    said_by_path = kaflint_settings(case["files"])
    for path, document in documents.items():
        path = path.replace("charts/b/", "charts/a/")  # the alias
        template = case["files"][path]
        real = real_settings(document)
        said = said_by_path.get(path, {})
        for key, value in real.items():
            if key not in said:
                # A name or a map that is printed as a whole is not followed up.
                counts["not seen"] += 1
                variable = "KAFKA_" + key.upper().replace(".", "_") + "\n"
                if any(name in template for name in (f" {key}=", f" {key}:", variable)):
                    differences.append(f"{path}: {key} = {value!r}: not seen")
            elif said[key] is None:
                counts["unknown"] += 1
            elif value is None or is_same(said[key], value):
                counts["same"] += 1
            else:
                differences.append(f"{path}: {key} = {value!r}: kaflint says {said[key]!r}")
        for key in said.keys() - real.keys():
            counts["of a branch that is not taken"] += 1
            if key not in case["open"] and said[key] is not None:
                differences.append(f"{path}: {key}: kaflint says {said[key]!r}, Helm has none")
    return differences
