"""Writes what makes the folder of the package a wheel: dist-info with METADATA, WHEEL and RECORD; with --zip the wheel too.

    wheel.py FOLDER VERSION SOURCE [--zip]

FOLDER holds annal/, SOURCE is the checkout. Sources: PEP 427, 376, 621 and 600. Takes objdump (binutils). No clock: the same package is
the same wheel.
"""
import base64
import glob
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile

try:
    import tomllib
except ImportError:  # before Python 3.11
    import tomli as tomllib

# Libraries that every Linux of manylinux has (PEP 600, auditwheel's policies), of those that annal may take.
EVERYWHERE = re.compile(r"(libc|libm|libdl|librt|libpthread|libz|libstdc\+\+|libgcc_s)\.so\.\d+|ld-linux.*\.so\.\d+")


def objdump(*words):
    return subprocess.run(("objdump",) + words, check=True, capture_output=True, text=True).stdout


def platform(package):
    """linux_x86_64; manylinux_2_36_x86_64 where the compiled files of `package` take no libraries but those, and of the C library no
    later version. None of the rest may come from the machine that they were built on."""
    compiled = glob.glob(os.path.join(package, "*.so*"))
    own = {os.path.basename(file) for file in compiled}
    needed = {name for file in compiled for name in re.findall(r"NEEDED +(\S+)", objdump("-p", file))} - own
    name = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    if not all(EVERYWHERE.fullmatch(library) for library in needed):
        return name
    versions = [re.findall(r"\bGLIBC_2\.(\d+)", objdump("-T", file)) for file in compiled]
    return name.replace("linux", "manylinux_2_%d" % max(int(minor) for found in versions for minor in found))


def tag(package):
    python = "cp%d%d" % sys.version_info[:2]
    return "%s-%s-%s" % (python, python, platform(package))


def metadata(version, source):
    with open(os.path.join(source, "pyproject.toml"), "rb") as file:
        project = tomllib.load(file)["project"]
    lines = ["Metadata-Version: 2.1", "Name: " + project["name"], "Version: " + version, "Summary: " + project["description"],
             "License: " + project["license"]["text"], "Keywords: " + ",".join(project["keywords"])]
    lines += ["Classifier: " + classifier for classifier in project["classifiers"]]
    lines.append("Requires-Python: " + project["requires-python"])
    for extra, requirements in project["optional-dependencies"].items():
        lines.append("Provides-Extra: " + extra)
        lines += ["Requires-Dist: %s; extra == '%s'" % (requirement, extra) for requirement in requirements]
    lines += ["License-File: LICENSE", "License-File: NOTICES", "Description-Content-Type: text/markdown", ""]
    with open(os.path.join(source, project["readme"]), encoding="utf-8") as file:
        return "\n".join(lines) + "\n" + file.read()


def record(folder, names):
    lines = []
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append("%s,sha256=%s,%d" % (name, digest, len(data)))
    return lines


def write_info(folder, version, source):
    """Writes the dist-info. Returns the names of all files of the wheel, and its tag."""
    info = "annal-%s.dist-info" % version
    shutil.rmtree(os.path.join(folder, info), ignore_errors=True)
    os.makedirs(os.path.join(folder, info))
    wheel_tag = tag(os.path.join(folder, "annal"))
    with open(os.path.join(folder, info, "METADATA"), "w", encoding="utf-8") as file:
        file.write(metadata(version, source))
    with open(os.path.join(folder, info, "WHEEL"), "w") as file:
        file.write("Wheel-Version: 1.0\nGenerator: annal\nRoot-Is-Purelib: false\nTag: %s\n" % wheel_tag)
    for licence in ("LICENSE", "NOTICES"):
        shutil.copyfile(os.path.join(source, licence), os.path.join(folder, info, licence))
    names = [os.path.join(part, name) for part in ("annal", info) for name in sorted(os.listdir(os.path.join(folder, part)))
             if not name.startswith("__pycache__")]
    with open(os.path.join(folder, info, "RECORD"), "w") as file:
        file.write("\n".join(record(folder, names) + ["%s/RECORD,," % info]) + "\n")
    return names + [os.path.join(info, "RECORD")], wheel_tag


def write_wheel(folder, version, names, wheel_tag):
    wheel = os.path.join(folder, "annal-%s-%s.whl" % (version, wheel_tag))
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                entry = zipfile.ZipInfo(name)
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return wheel


def main(folder, version, source, *options):
    names, wheel_tag = write_info(folder, version, source)
    if "--zip" in options:
        print(write_wheel(folder, version, names, wheel_tag))


if __name__ == "__main__":
    main(*sys.argv[1:])
