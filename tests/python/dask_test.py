"""Four workers, one killed midway: every document exactly once, and the bytes of one machine. dask_test.py PROGRAM."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

try:
    import dask.distributed
except ImportError:
    print("skipped: python3-distributed is not installed")
    sys.exit(77)
import dask

from annal import on_dask

SHARDS, DOCUMENTS = 12, 1500


def write_articles(path):
    with open(path, "w") as file:
        for i in range(DOCUMENTS):
            text = "The mill burned on %d May 20%02d and was rebuilt three years later. " % (i % 28 + 1, i % 20)
            file.write(json.dumps({"id": "d%d" % i, "text": text * (1 + i % 30)}) + "\n")


def parts_of(folder):
    return sorted(name for name in os.listdir(folder) if name.startswith("part"))


def main(program):
    dask.config.set({"distributed.admin.tick.limit": "60s", "distributed.comm.timeouts.connect": "60s"})
    with tempfile.TemporaryDirectory() as folder:
        articles, into = os.path.join(folder, "articles.jsonl"), os.path.join(folder, "out")
        write_articles(articles)
        whole = subprocess.run([program, "batch", articles], capture_output=True, check=True).stdout
        os.mkdir(into)
        with dask.distributed.LocalCluster(n_workers=4, threads_per_worker=1, dashboard_address=None) as cluster:
            with dask.distributed.Client(cluster) as client:
                victim = sorted(worker.pid for worker in cluster.workers.values())[0]
                killed = []

                def kill_midway():
                    # Once the first parts are there, and long before the last.
                    while len(parts_of(into)) < 8:
                        time.sleep(0.005)
                    killed.append(len(parts_of(into)))
                    os.kill(victim, signal.SIGKILL)

                killer = threading.Thread(target=kill_midway)
                killer.start()
                total = on_dask.run(client, [articles], into, SHARDS, part=5)
                killer.join()
        assert total == {"documents": DOCUMENTS, "bad": 0, "failed": {}}, total
        assert killed[0] < len(parts_of(into)) / 2, killed
        joined = b"".join(pathlib.Path(into, part).read_bytes() for part in parts_of(into))
        assert joined == whole
        ids = [json.loads(line)["documents"][0]["id"] for line in joined.splitlines()]
        assert ids == ["d%d" % i for i in range(DOCUMENTS)]
        assert not [name for name in os.listdir(into) if name.startswith(".unfinished")]
        print("killed after %d of %d parts; %d documents, each once" % (killed[0], len(parts_of(into)), len(ids)))


if __name__ == "__main__":
    main(sys.argv[1])
