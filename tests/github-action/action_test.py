"""Runs the composite action's steps as the GitHub runner would: expressions replaced, `run:` written to
a script, outputs read from the file that GITHUB_OUTPUT names."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

import yaml

KAFLINT = os.environ["KAFLINT"]
with open(os.environ["ACTION"], encoding="utf-8") as file:
    ACTION = yaml.safe_load(file)

BAD = "bootstrap.servers=localhost:9092\nacks=2\n"


class Runner:
    """One use of the action in a workspace."""

    def __init__(self, workspace, temp, **inputs):
        self.workspace = workspace
        self.temp = temp
        known = ACTION["inputs"]
        unknown = set(inputs) - set(known)
        assert not unknown, unknown
        self.inputs = {name: str(inputs.get(name, known[name].get("default", ""))) for name in known}
        self.steps = {}
        self.summary = ""
        self.log = ""
        self.failed = False

    def expand(self, text):
        def value(match):
            path = match.group(1).strip().split(".")
            if path[0] == "inputs":
                return self.inputs[path[1]]
            assert path[0] == "steps" and path[2] == "outputs", path
            return self.steps.get(path[1], {}).get(path[3], "")

        return re.sub(r"\$\{\{(.*?)\}\}", value, str(text))

    def run(self):
        for number, step in enumerate(ACTION["runs"]["steps"]):
            if self.failed:
                break
            self.step(number, step)
        return {name: self.expand(output["value"]) for name, output in ACTION["outputs"].items()}

    def step(self, number, step):
        files = {name: os.path.join(self.temp, f"{name}-{number}") for name in ("out", "sum", "run")}
        for name in ("out", "sum"):
            open(files[name], "w", encoding="utf-8").close()
        with open(files["run"], "w", encoding="utf-8") as script:
            script.write(self.expand(step["run"]))
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": self.temp,
            "GITHUB_ACTIONS": "true",
            "CI": "true",
            "GITHUB_WORKSPACE": self.workspace,
            "GITHUB_OUTPUT": files["out"],
            "GITHUB_STEP_SUMMARY": files["sum"],
            **{name: self.expand(value) for name, value in step.get("env", {}).items()},
        }
        assert step["shell"] == "bash"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", files["run"]],
            cwd=self.workspace,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        self.log += done.stdout + done.stderr
        self.failed = done.returncode != 0
        with open(files["out"], encoding="utf-8") as file:
            outputs = dict(line.rstrip("\n").split("=", 1) for line in file)
        if "id" in step:
            self.steps[step["id"]] = outputs
        with open(files["sum"], encoding="utf-8") as file:
            self.summary += file.read()


class Action(unittest.TestCase):
    def setUp(self):
        self.workspace = tempfile.mkdtemp(prefix="kaflint-workspace-")
        self.temp = tempfile.mkdtemp(prefix="kaflint-runner-")
        self.addCleanup(shutil.rmtree, self.workspace)
        self.addCleanup(shutil.rmtree, self.temp)

    def write(self, name, text):
        path = os.path.join(self.workspace, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def use(self, **inputs):
        runner = Runner(self.workspace, self.temp, **{"binary": KAFLINT, **inputs})
        return runner, runner.run()

    def sarif(self, name="kaflint.sarif"):
        with open(os.path.join(self.workspace, name), encoding="utf-8") as file:
            return json.load(file)

    def test_an_error_fails_the_job_after_the_sarif_file(self):
        self.write("config/producer.properties", BAD)
        runner, outputs = self.use(paths="config", **{"kafka-version": "3.6.2"})
        self.assertTrue(runner.failed)
        self.assertEqual(outputs["exit-code"], "1")
        self.assertGreaterEqual(int(outputs["errors"]), 1)
        self.assertEqual(outputs["sarif-file"], "kaflint.sarif")
        results = self.sarif()["runs"][0]["results"]
        self.assertIn("any/invalid-value", {result["ruleId"] for result in results})
        self.assertIn("acks", runner.summary)
        self.assertIn("acks", runner.log)

    def test_never_fails(self):
        self.write("config/producer.properties", BAD)
        runner, outputs = self.use(**{"fail-on": "never", "sarif-file": "out.sarif"})
        self.assertFalse(runner.failed, runner.log)
        self.assertEqual(outputs["exit-code"], "0")
        self.assertGreaterEqual(int(outputs["errors"]), 1)
        self.assertTrue(self.sarif("out.sarif")["runs"][0]["results"])

    def test_several_paths_and_nothing_found(self):
        self.write("a b/producer.properties", BAD)
        self.write("c/readme.properties", "x=1\n")
        self.write("d/readme.properties", "x=1\n")
        runner, outputs = self.use(paths="c\nd\n")
        self.assertFalse(runner.failed, runner.log)
        self.assertEqual(
            [outputs[name] for name in ("errors", "warnings", "notes")], ["0", "0", "0"]
        )
        self.assertEqual(self.sarif()["runs"][0]["results"], [])

    def test_mistakes(self):
        runner, outputs = self.use(**{"kafka-version": "3.77"})
        self.assertTrue(runner.failed)
        self.assertEqual((outputs["exit-code"], outputs["sarif-file"]), ("2", ""))
        self.assertIn("3.77", runner.log)
        runner, _ = self.use(binary="no-such-kaflint")
        self.assertTrue(runner.failed)

    def test_inputs_are_never_run(self):
        self.use(paths='"; touch hacked; $(touch hacked) `touch hacked`')
        self.assertEqual(os.listdir(self.workspace), ["kaflint.sarif"])


if __name__ == "__main__":
    unittest.main()
