import os, signal


def double(n):
    return 2 * n


def die_at_seven(n):
    if n == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * n


from typing import NamedTuple
from pathlib import Path
import time


class Job(NamedTuple):
    root: str
    name: str
    n: int


def read(job):
    time.sleep(0.02)
    return (str(job.root), os.getpid(), Path(job.root, job.name).read_bytes() * job.n)


def moved(job, trees):
    return job._replace(root=trees[job.root])
