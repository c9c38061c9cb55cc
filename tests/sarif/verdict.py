#!/usr/bin/env python3
"""Says whether the validator found anything in a SARIF log: verdict.py NAME LOG VALIDATION."""

import json
import sys


def main() -> int:
    name, log_path, validation_path = sys.argv[1:]
    with open(log_path, encoding="utf-8") as file:
        log = json.load(file)
    with open(validation_path, encoding="utf-8") as file:
        validation = json.load(file)
    problems = 0
    for run in validation["runs"]:
        for result in run.get("results", []):
            level = result.get("level", "warning")
            if level not in ("error", "warning"):
                continue
            problems += 1
            arguments = result["message"].get("arguments") or [result["message"].get("text", "")]
            print(f"{name}: {level} {result['ruleId']}: {' | '.join(map(str, arguments))}")
        for invocation in run.get("invocations", []):
            for notification in invocation.get("toolExecutionNotifications", []):
                if notification.get("level") == "error":
                    problems += 1
                    print(f"{name}: {notification['message'].get('text')}")
    results = sum(len(run["results"]) for run in log["runs"])
    rules = sum(len(run["tool"]["driver"]["rules"]) for run in log["runs"])
    print(f"{name}: {results} results, {rules} rules, {problems} problems of the validator")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
