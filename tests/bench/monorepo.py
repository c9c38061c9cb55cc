"""A generated tree that looks like a large repository: mostly source code, some YAML, JSON and properties, in folders of
twenty files, with a .gitignore. Nothing in it is about Kafka unless asked for."""
import random
from pathlib import Path

WORDS = ("order customer invoice shipment account session payment catalog price stock region audit export import worker "
         "queue handler service client server request response retry timeout batch buffer record header value key").split()
# What share of the files is of which kind, in percent.
KINDS = ((".java", 30), (".ts", 18), (".py", 12), (".go", 8), (".md", 6), (".yaml", 10), (".json", 10), (".properties", 6))
SETTINGS_ONLY = ((".yaml", 60), (".json", 20), (".properties", 20))
KAFKA = {
    ".yaml": "spring:\n  kafka:\n    producer:\n      acks: 1\n      properties:\n        linger.ms: 20\n",
    ".properties": "bootstrap.servers=localhost:9092\nacks=all\nlinger.ms=5\n",
}


def source_line(choose):
    return f"  const {choose.choice(WORDS)}{choose.choice(WORDS).title()} = {choose.choice(WORDS)}({choose.randrange(9999)});\n"


def yaml_text(choose, lines):
    entry = (lambda: f"      - name: {choose.choice(WORDS).upper()}_{choose.choice(WORDS).upper()}\n"
                     f"        value: \"{choose.randrange(9999)}\"\n")
    head = ("apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: "
            f"{choose.choice(WORDS)}\nspec:\n  containers:\n    - name: app\n      env:\n")
    return head + "".join(entry() for _ in range(lines // 2))


def json_text(choose, lines):
    entries = (f'  "{choose.choice(WORDS)}{i}": "{choose.choice(WORDS)} {choose.choice(WORDS)}"' for i in range(lines))
    return "{\n" + ",\n".join(entries) + "\n}\n"


def text_of(choose, extension):
    lines = min(2000, int(choose.lognormvariate(4.2, 0.9)) + 3)
    if extension == ".yaml":
        return yaml_text(choose, lines)
    if extension == ".json":
        return json_text(choose, lines)
    if extension == ".properties":
        return "".join(f"{choose.choice(WORDS)}.{choose.choice(WORDS)}={choose.choice(WORDS)}\n" for _ in range(lines))
    return "".join(source_line(choose) for _ in range(lines))


def write(folder, files, kafka_share=0.0, kinds=KINDS, seed=1):
    """Writes `files` files below `folder`, of which a `kafka_share` holds Kafka settings."""
    choose = random.Random(seed)
    extensions, shares = zip(*kinds)
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / ".gitignore").write_text("*.log\n/out/\n**/generated/\n")
    for i in range(files):
        place = Path(folder) / f"team{i // 2000:02}" / f"module{i // 200 % 10}" / f"package{i // 20 % 10}"
        if i % 20 == 0:
            place.mkdir(parents=True)
        extension = choose.choices(extensions, shares)[0]
        text = text_of(choose, extension)
        if choose.random() < kafka_share:
            extension = choose.choice(list(KAFKA))
            text = KAFKA[extension]
        (place / f"file{i}{extension}").write_text(text)
