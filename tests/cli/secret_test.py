"""Secrets that are written as they are: found where they stand, in every dialect, and shown by nothing."""

import json
import random
import string
import subprocess
import unittest

from command_line import KAFLINT, CommandLine
import lsp_test

LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
JAAS = f'{LOGIN} username="orders" password="SECRET";'
QUOTED_JAAS = JAAS.replace('"', '\\"')
PROPERTIES = f"bootstrap.servers=kafka:9092\nlinger.m=5\nssl.key.password=SECRET\nsasl.jaas.config={JAAS}\n"
KEY_PIECE = "MIIJKgIBAAKCAgEA"
KEY = "-----BEGIN PRIVATE KEY-----\\n" + "SECRET" * 8 + "\\n-----END PRIVATE KEY-----"
SPRING = f"""\
spring:
  kafka:
    bootstrap-servers: kafka:9092
    ssl:
      key-store-location: file:/keystore.jks
      key-store-password: 'SECRET'
    properties:
      sasl.jaas.config: >-
        {LOGIN}
        username="orders"
        password="SECRET";
      schema.registry.url: https://orders:SECRET@registry:8081
"""


def indented(text, blanks):
    return "".join(f"{' ' * blanks}{line}\n" for line in text.splitlines())


# By dialect, files in which each SECRET is one finding.
FILES = {
    "properties": ("properties/producer.properties", PROPERTIES + "schema.registry.url=http://u:SECRET@r\n"),
    "properties of a broker": (
        "properties/server.properties",
        "node.id=1\nprocess.roles=broker\nlog.dirs=/d\nnum.partitions=3\nlisteners=SASL_PLAINTEXT://:9092\n"
        f"listener.name.sasl_plaintext.plain.sasl.jaas.config={LOGIN} \\\n"
        '  username="a" \\\n  password="SECRET" \\\n  user_alice="SECRET";\n',
    ),
    "properties that Kafka refuses": (
        "properties/admin.properties",
        "client.id=a\nsasl.jaas.config=M password='SECRET'\n",
    ),
    "connector": (
        "connect/source.properties",
        "name=orders\nconnector.class=io.example.OrdersSource\ntasks.max=1\n"
        "connection.url=jdbc:postgresql://db/shop?user=a&password=SECRET&ssl=true\nbasic.auth.user.info=a:SECRET\n",
    ),
    "connector-json": (
        "connect/sink.json",
        '{"name": "a", "config": {"connector.class": "io.example.OrdersSink", "topics": "a", "tasks.max": "1",\n'
        f'"consumer.override.sasl.jaas.config": "{QUOTED_JAAS}", "connection.password": "SECRET",\n'
        '"connection.uri": "mongodb://me:SECRET@db/shop"}}\n',
    ),
    "prefixed-properties": (
        "bridge/application.properties",
        f"bridge.id=b\nkafka.producer.acks=all\nkafka.bootstrap.servers=kafka:9092\nkafka.ssl.key.password=SECRET\nkafka.sasl.jaas.config={JAAS}\n",
    ),
    "spring-boot": ("boot/application.yml", SPRING),
    "spring-boot properties": (
        "boot2/application.properties",
        "spring.kafka.bootstrap-servers=kafka:9092\nspring.kafka.ssl.key-password=SECRET\n"
        f"spring.kafka.properties.sasl.jaas.config={JAAS}\n",
    ),
    "spring-cloud-stream": (
        "stream/application.yml",
        "spring:\n  cloud:\n    stream:\n      kafka:\n        binder:\n          brokers: kafka:9092\n"
        f"          configuration:\n            ssl.key.password: \"SECRET\"\n            sasl.jaas.config: '{JAAS}'\n",
    ),
    "quarkus": (
        "quarkus/application.properties",
        "kafka.bootstrap.servers=kafka:9092\nmp.messaging.outgoing.orders.connector=smallrye-kafka\n"
        f"mp.messaging.outgoing.orders.sasl.jaas.config={JAAS}\nmp.messaging.outgoing.orders.ssl.key.password=SECRET\n",
    ),
    "micronaut": (
        "micronaut/application.yml",
        "micronaut:\n  application:\n    name: shop\nkafka:\n  bootstrap:\n    servers: kafka:9092\n"
        f"  producers:\n    default:\n      ssl.key.password: SECRET\n      sasl.jaas.config: '{JAAS}'\n",
    ),
    "docker-compose": (
        "compose/docker-compose.yml",
        "services:\n  kafka:\n    image: confluentinc/cp-kafka:7.9.0\n    environment:\n"
        "      KAFKA_NODE_ID: 1\n      KAFKA_SSL_KEY_PASSWORD: SECRET\n"
        f"      KAFKA_LISTENER_NAME_A_PLAIN_SASL_JAAS_CONFIG: '{JAAS}'\n",
    ),
    "dotenv": (
        "env/kafka.env",
        "KAFKA_PROCESS_ROLES=broker\nKAFKA_NODE_ID=1\n"
        'KAFKA_SSL_KEY_PASSWORD="SECRET"\nKAFKA_SSL_KEYSTORE_PASSWORD=SECRET\n',
    ),
    "ksqldb": (
        "ksql/ksql-server.properties",
        "ksql.service.id=a\nbootstrap.servers=kafka:9092\nssl.key.password=SECRET\n"
        f"sasl.jaas.config={JAAS}\n",
    ),
    "mirrormaker": (
        "mirror/mm2.properties",
        "clusters=a,b\na.bootstrap.servers=a:9092\nb.bootstrap.servers=b:9092\na->b.enabled=true\n"
        f"a.sasl.jaas.config={JAAS}\nb.ssl.key.password=SECRET\n",
    ),
    "kubernetes-env": (
        "kubernetes/deployment.yaml",
        "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: broker}\nspec:\n  template:\n    spec:\n"
        "      containers:\n        - name: kafka\n          image: confluentinc/cp-kafka:7.9.2\n          env:\n"
        "            - name: KAFKA_NODE_ID\n              value: '1'\n"
        "            - name: KAFKA_SSL_KEY_PASSWORD\n              value: SECRET\n",
    ),
    "kubernetes-configmap": (
        "kubernetes/configmap.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  producer.properties: |\n"
        + indented(PROPERTIES, 4),
    ),
    "strimzi": (
        "strimzi/connector.yaml",
        "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaConnector\nmetadata:\n  name: a\nspec:\n"
        "  class: io.example.OrdersSink\n  config:\n    topics: a\n    connection.password: SECRET\n"
        f"    consumer.override.sasl.jaas.config: |\n      {JAAS}\n",
    ),
    "koperator": (
        "koperator/cluster.yaml",
        "apiVersion: kafka.banzaicloud.io/v1beta1\nkind: KafkaCluster\nmetadata:\n  name: kafka\nspec:\n"
        "  readOnlyConfig: |\n    auto.create.topics.enable=false\n    ssl.key.password=SECRET\n",
    ),
    "confluent-operator": (
        "confluent/platform.yaml",
        "apiVersion: platform.confluent.io/v1beta1\nkind: Connect\nmetadata:\n  name: kafka-connect\nspec:\n"
        "  configOverrides:\n    server:\n      - producer.ssl.key.password=SECRET\n      - producer.acks=all\n",
    ),
    "akhq": (
        "akhq/application.yml",
        "akhq:\n  connections:\n    dev:\n      properties:\n        bootstrap.servers: kafka:9092\n"
        f"        sasl.jaas.config: {JAAS}\n        ssl.key.password: SECRET\n",
    ),
    "kafka-ui": (
        "ui/docker-compose.yml",
        "services:\n  ui:\n    image: provectuslabs/kafka-ui:v0.7.2\n    environment:\n"
        "      KAFKA_CLUSTERS_0_NAME: dev\n      KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: kafka:9093\n"
        f"      KAFKA_CLUSTERS_0_PROPERTIES_SASL_JAAS_CONFIG: '{JAAS}'\n",
    ),
    "helm-values": (
        "chart/values.yaml",
        "kafka:\n  overrideConfiguration:\n    message.max.bytes: 1048588\n    min.insync.replicas: 2\n"
        "    ssl.key.password: SECRET\n",
    ),
}
CHART = "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: kafka\n    version: 32.0.0\n" \
        "    repository: https://charts.bitnami.com/bitnami\n"
ALPHABET = string.ascii_letters + string.digits + "-_.!+"
FORMATS = ("text", "json", "sarif", "markdown", "html")


def secret(numbers):
    return "k" + "".join(numbers.choices(ALPHABET, k=numbers.randint(10, 40))) + "7"


class Secret(CommandLine):
    def write_all(self, numbers):
        """Every file with secrets of its own. Gives those by path, with their byte offsets."""
        self.write("chart/Chart.yaml", CHART)
        written = {}
        for path, text in FILES.values():
            pieces = text.split("SECRET")
            places = []
            content = pieces[0]
            for piece in pieces[1:]:
                word = secret(numbers)
                places.append((len(content.encode()), word))
                content += word + piece
            self.write(path, content)
            written[path] = places
        return written

    def test_is_found_exactly_in_every_dialect(self):
        numbers = random.Random(6)
        for _ in range(5):
            written = self.write_all(numbers)
            found = {path: [] for path in written}
            for finding in self.report("--profile", "security", ".")["findings"]:
                if finding["rule"] in ("security/generated-secret", "security/literal-secret"):
                    region = finding["region"]
                    found[finding["path"]].append((region["byteOffset"], region["byteLength"]))
            for path, places in written.items():
                expected = [(offset, len(word)) for offset, word in places]
                self.assertEqual(sorted(set(found[path])), expected, path)

    def test_is_shown_by_nothing(self):
        numbers = random.Random(7)
        calls = [("check", "-v", "--profile", "strict", "--format", name) for name in FORMATS]
        calls += [("check", "--profile", "strict", "--unsafe-fixes", "--diff")]
        calls += [("upgrade", "--from", "2.8", "--to", "4.1", "--format", name) for name in ("text", "json", "markdown")]
        calls += [(command, "--format", name) for command in ("effective", "units") for name in ("text", "json")]
        for _ in range(3):
            words = [word for places in self.write_all(numbers).values() for _, word in places]
            for call in calls:
                code, out, err = self.run_kaflint(*call, ".")
                self.assertIn(code, (0, 1), err)
                self.assertIn("producer.properties", out)
                shown = [word for word in words if word in out + err]
                self.assertEqual(shown, [], call)

    def test_is_not_shown_to_editors(self):
        numbers = random.Random(8)
        with subprocess.Popen([KAFLINT, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:

            def send(message):
                server.stdin.write(lsp_test.LanguageServer.frame(message))
                server.stdin.flush()

            send({"id": 1, "method": "initialize", "params": {}})
            lsp_test.LanguageServer.receive(server.stdout)
            for path, text in FILES.values():
                word = f"q7Zp2Rk9Xw4Lm8Vt{numbers.randint(10, 99)}"
                document = {"uri": f"file://{self.folder}/{path}", "version": 1, "text": text.replace("SECRET", word)}
                send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
                published = lsp_test.LanguageServer.receive(server.stdout)
                self.assertEqual(published["params"].get("uri"), document["uri"], published)
                codes = {found["code"] for found in published["params"]["diagnostics"]}
                self.assertIn("security/generated-secret", codes, path)
                self.assertNotIn(word, json.dumps(published))
            send({"id": 2, "method": "shutdown"})
            send({"method": "exit"})
            server.stdin.close()
            server.wait(60)

    def test_private_keys(self):
        text = f"bootstrap.servers=k:9092\nssl.keystore.key={KEY}\nstore={KEY}\n".replace("SECRET", KEY_PIECE)
        self.write("producer.properties", text)
        found = {
            finding["key"]: finding["region"]["byteLength"]
            for finding in self.report("producer.properties")["findings"]
            if finding["rule"] == "security/private-key"
        }
        length = len(KEY.replace("SECRET", KEY_PIECE))
        self.assertEqual(found, {"ssl.keystore.key": length, "store": length})
        for name in FORMATS:
            _, out, err = self.run_kaflint("-v", "--format", name, "producer.properties")
            self.assertNotIn(KEY_PIECE, out + err)

    def test_profiles(self):
        self.write(
            "producer.properties",
            "bootstrap.servers=k:9092\nssl.key.password=q7Zp2Rk9Xw4Lm8Vt\nssl.keystore.password=orders-2024\n"
            "bearer.auth.token=${TOKEN}\nbasic.auth.user.info=me:changeit\n",
        )
        usual = {"security/generated-secret"}
        every = usual | {"security/literal-secret", "security/well-known-password"}
        for profiles, expected in (((), usual), (("--profile", "security"), every), (("--profile", "strict"), every)):
            findings = self.report(*profiles, "--role", "producer", "producer.properties")["findings"]
            rules = {finding["rule"] for finding in findings}
            self.assertEqual(rules & every, expected, profiles)

    def test_its_fingerprint_does_not_depend_on_it(self):
        def fingerprints(password):
            self.write("a.properties", f"name=a\nconnector.class=B\nconnection.password={password}\n")
            report = self.report("--profile", "security", "--role", "source-connector", "a.properties")
            return [f["fingerprint"] for f in report["findings"] if f["rule"] == "security/literal-secret"]

        self.assertEqual(len(fingerprints("hunter2")), 1)
        self.assertEqual(fingerprints("hunter2"), fingerprints("hunter3"))


if __name__ == "__main__":
    unittest.main()
