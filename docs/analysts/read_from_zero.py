"""Reads the facts with a plain Kafka client, from the first one or from a time, and counts them by type.

    python3 read_from_zero.py [--from 2026-11-01T00:00:00Z] [--follow] [--lines] [topic ...]

Needs: pip install kafka-python jsonschema pyyaml. Settings: KAFKA_BROKERS, TOPIC_PREFIX, CONTRACTS (the path of asyncapi.yaml).
"""

import argparse
import json
import os
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

import yaml
from jsonschema import Draft7Validator
from kafka import KafkaConsumer, TopicPartition

BROKERS = os.environ.get("KAFKA_BROKERS", "127.0.0.1:9092").split(",")
PREFIX = os.environ.get("TOPIC_PREFIX", "")
CONTRACTS = os.environ.get("CONTRACTS", Path(__file__).resolve().parents[2] / "libs/contracts/asyncapi.yaml")

parser = argparse.ArgumentParser()
parser.add_argument("--from", dest="start", help="RFC 3339; without it from the first fact")
parser.add_argument("--follow", action="store_true", help="go on with new facts until Ctrl-C")
parser.add_argument("--lines", action="store_true", help="write each fact as one line of JSON; the counts go to standard error")
parser.add_argument("topics", nargs="*")
options = parser.parse_args()

document = yaml.safe_load(Path(CONTRACTS).read_text(encoding="utf-8"))
schemas = {type_: Draft7Validator(schema) for type_, schema in document["components"]["schemas"].items()}
topics = [PREFIX + topic for topic in options.topics or document["channels"]]

# Partitions are assigned by hand: no consumer group, nothing is left behind in Kafka.
consumer = KafkaConsumer(bootstrap_servers=BROKERS, enable_auto_commit=False, consumer_timeout_ms=1000)
partitions = [TopicPartition(topic, number) for topic in topics for number in sorted(consumer.partitions_for_topic(topic) or [])]
consumer.assign(partitions)
ends = consumer.end_offsets(partitions)
if options.start:
    moment = int(datetime.fromisoformat(options.start.replace("Z", "+00:00")).timestamp() * 1000)
    for partition, found in consumer.offsets_for_times({partition: moment for partition in partitions}).items():
        consumer.seek(partition, found.offset if found else ends[partition])
else:
    consumer.seek_to_beginning(*partitions)

counts: Counter = Counter()
last: dict = {}
duplicates = 0
wrong = 0


def complain(key: str, problem: str) -> None:
    global wrong
    wrong += 1
    print(f"{key}: {problem}", file=sys.stderr)


def take(record) -> None:
    """One record. Facts of one aggregate come in order; one that is known already is left out, a gap is an error."""
    global duplicates
    fact = json.loads(record.value)
    key = f"{record.topic}/{fact['subject']}"
    sequence = int(fact["sequence"])
    known = last.get(key, sequence - 1 if options.start else 0)
    if sequence <= known:
        duplicates += 1
        return
    if sequence > known + 1:
        complain(key, f"{known} is followed by {sequence}")
    last[key] = sequence
    schema = schemas.get(fact["type"])
    if schema is None:
        complain(key, f"unknown type {fact['type']}")
    else:
        for error in schema.iter_errors(fact):
            complain(key, f"{error.json_path}: {error.message}")
    counts[fact["type"]] += 1
    if options.lines:
        headers = {name: text.decode() for name, text in record.headers}
        line = {"topic": record.topic, "key": record.key.decode(), "headers": headers, "value": fact}
        print(json.dumps(line, ensure_ascii=False))


try:
    while options.follow or any(consumer.position(partition) < ends[partition] for partition in partitions):
        for record in consumer:
            take(record)
except KeyboardInterrupt:
    pass
consumer.close()

out = sys.stderr if options.lines else sys.stdout
for type_, count in sorted(counts.items()):
    print(f"{count:8}  {type_}", file=out)
print(f"{sum(counts.values()):8}  facts of {len(last)} aggregates, {duplicates} duplicates left out, {wrong} wrong", file=out)
sys.exit(1 if wrong else 0)
