"""Builds the timelines of an archive on a Dask cluster, and repeats the shard of a worker that is lost.

    python3 -m annal.on_dask --scheduler tcp://10.0.0.1:8786 --into /shared/timelines --shards 256 /shared/articles/*.jsonl

Every worker needs the package annal and must see the files and the folder under the same names (a shared file system). Without
--scheduler, it starts workers on this machine. The resulting folder is the one that a single machine would write (docs/archive.md).
"""
import argparse
import sys

from dask.distributed import Client, as_completed

import annal


def one_shard(*arguments, **options):
    """annal.batch, wrapped so that Dask can send it to a worker."""
    return annal.batch(*arguments, **options)


def run(client, files, into, shards, retries=3, **options):
    """Does all shards on the workers of `client`; returns {'documents', 'bad', 'failed'}, `failed` a dict of shard to reason.

    If a worker dies, Dask gives its shard to another, which resumes from the complete parts. A shard that raises is tried
    `retries` more times. `options` are those of annal.batch.
    """
    futures = {
        client.submit(one_shard, files, into, (index, shards), retries=retries, pure=False, **options): index
        for index in range(1, shards + 1)
    }
    total = {"documents": 0, "bad": 0, "failed": {}}
    for future in as_completed(futures):
        if future.status != "finished":
            total["failed"][futures[future]] = str(future.exception())
            continue
        done = future.result()
        total["documents"] += done["documents"]
        total["bad"] += done["bad"]
        future.release()
    return total


def main():
    parser = argparse.ArgumentParser(prog="annal.on_dask", description=__doc__.split("\n", 1)[0])
    parser.add_argument("files", nargs="+", metavar="FILE", help="JSON lines, one document per line")
    parser.add_argument("--into", required=True, metavar="DIR", help="output folder, shared by all shards")
    parser.add_argument("--shards", type=int, default=64, metavar="N", help="several times the number of workers; default 64")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="address of a Dask scheduler; default: start workers on this machine")
    parser.add_argument("--format", default="json", choices=["json", "timeml"])
    parser.add_argument("--compress", default="", choices=["", "gz", "zst"])
    arguments = parser.parse_args()
    client = Client(arguments.scheduler) if arguments.scheduler else Client(threads_per_worker=1)
    with client:
        total = run(client, arguments.files, arguments.into, arguments.shards, format=arguments.format,
                    compress=arguments.compress)
    print("%(documents)d documents, %(bad)d invalid" % total, file=sys.stderr)
    for shard, reason in sorted(total["failed"].items()):
        print("shard %d/%d: %s" % (shard, arguments.shards, reason), file=sys.stderr)
    return 2 if total["failed"] else 1 if total["bad"] else 0


if __name__ == "__main__":
    sys.exit(main())
