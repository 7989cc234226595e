"""What pip and other front ends call to build annal (PEP 517): CMake builds the package, python/wheel.py writes the wheel.

A wheel takes the libraries of the machine that it is built on, as a program does. Settings:

    pip wheel . --config-settings portable=yes               none but those of every Linux (manylinux)
    pip install . --config-settings build-dir=build/release  in a build tree that is there, with what is compiled in it
"""
import glob
import gzip
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile

import wheel  # of this folder

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NOT_FOR_BUILDING = ("tests/", "bench/", "train/", ".ci/")
ADVICE = """annal is built with libraries of Debian 12. If one is missing:
  sudo apt install python3-dev pybind11-dev $(grep -v '^#' packages.txt)"""


class UnsupportedOperation(Exception):
    """The front end asks for what cannot be done here (PEP 517)."""


def version():
    with open(os.path.join(SOURCE, "CMakeLists.txt"), encoding="utf-8") as file:
        return re.search(r"project\(annal VERSION ([\d.]+)", file.read()).group(1)


def has_pybind11_of_debian():
    """Whether CMake finds pybind11 by itself. That of Debian 12 knows Python up to 3.11."""
    places = ("/usr/lib/cmake/pybind11", "/usr/share/cmake/pybind11")
    return sys.version_info < (3, 12) and any(os.path.isdir(place) for place in places)


def get_requires_for_build_wheel(config_settings=None):
    missing = [] if has_pybind11_of_debian() else ["pybind11>=2.10,<3"]
    missing += ["tomli"] if sys.version_info < (3, 11) else []
    return missing + [tool for tool in ("cmake", "ninja") if shutil.which(tool) is None]


def get_requires_for_build_sdist(config_settings=None):
    return []


def definitions(portable):
    chosen = ["-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DANNAL_TESTS=OFF", "-DANNAL_WERROR=OFF",
              "-DANNAL_PYTHON_PORTABLE=%s" % ("ON" if portable else "OFF"), "-DPYTHON_EXECUTABLE=" + sys.executable]
    if not has_pybind11_of_debian():
        import pybind11
        chosen.append("-Dpybind11_DIR=" + pybind11.get_cmake_dir())
    return chosen


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    info = "annal-%s.dist-info" % version()
    os.makedirs(os.path.join(metadata_directory, info))
    with open(os.path.join(metadata_directory, info, "METADATA"), "w", encoding="utf-8") as file:
        file.write(wheel.metadata(version(), SOURCE))
    return info


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    settings = dict(config_settings or {})
    portable = settings.pop("portable", "no") == "yes"
    build_dir = settings.pop("build-dir", None)
    if settings:
        sys.exit("there is no setting %s; known: portable=yes, build-dir=FOLDER" % ", ".join(settings))
    own = "build/python-%d.%d%s" % (*sys.version_info[:2], "-portable" if portable else "")
    build = os.path.join(SOURCE, build_dir or own)
    for stale in glob.glob(os.path.join(build, "python", "*.whl")):
        os.remove(stale)
    try:
        subprocess.run(["cmake", "-S", SOURCE, "-B", build, "-DANNAL_PYTHON=ON"] + ([] if build_dir else definitions(portable)), check=True)
        subprocess.run(["cmake", "--build", build, "--target", "python-wheel"], check=True)
    except subprocess.CalledProcessError:
        sys.exit(ADVICE)
    made, = glob.glob(os.path.join(build, "python", "*.whl"))
    return os.path.basename(shutil.copy(made, wheel_directory))


def build_sdist(sdist_directory, config_settings=None):
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=SOURCE, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise UnsupportedOperation("a source archive is made of a checkout by git: %s" % error) from error
    name = "annal-%s" % version()
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w", format=tarfile.PAX_FORMAT) as tar:
        information = tarfile.TarInfo(name + "/PKG-INFO")
        data = ("Metadata-Version: 2.1\nName: annal\nVersion: %s\n" % version()).encode()
        information.size = len(data)
        tar.addfile(information, io.BytesIO(data))
        for path in sorted(filter(None, listed.split("\0"))):
            if not path.startswith(NOT_FOR_BUILDING):
                tar.add(os.path.join(SOURCE, path), "%s/%s" % (name, path), filter=plain)
    with open(os.path.join(sdist_directory, name + ".tar.gz"), "wb") as file:
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
            packed.write(archive.getvalue())
    return name + ".tar.gz"


def plain(entry):
    """A file as every checkout has it: no owner, no time."""
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    entry.mode = 0o755 if entry.mode & 0o100 else 0o644
    return entry
