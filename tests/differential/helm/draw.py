"""draw.py RENDER FIRST COUNT [RECORDED]: compares as many new charts, or records them."""

import collections
import gzip
import json
import subprocess
import sys

import charts
import compare


def rendered(render, first, count):
    """The charts that Helm renders, with the documents, and how many it refuses."""
    cases = charts.cases(first, count)
    files = json.dumps([case["files"] for case in cases])
    done = subprocess.run([render], input=files, capture_output=True, text=True, check=True)
    kept = []
    for seed, (case, result) in enumerate(zip(cases, json.loads(done.stdout)), first):
        if "error" not in result:
            kept.append({"seed": seed, **case, "documents": result["documents"]})
    return kept, count - len(kept)


def main(render, first, count, recorded=None):
    cases, refused = rendered(render, int(first), int(count))
    if recorded:
        with open(recorded, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0) as packed:
            packed.write(json.dumps(cases, separators=(",", ":"), sort_keys=True).encode())
        print(f"{len(cases)} charts recorded; Helm refuses {refused}")
        return 0
    counts = collections.Counter()
    failed = 0
    for case in cases:
        differences = compare.compare(case, case["documents"], counts)
        failed += bool(differences)
        for line in differences:
            print(f"seed {case['seed']}: {line}")
    print(f"{len(cases)} charts, {refused} that Helm refuses, {failed} with differences;", dict(counts))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
