"""Writes what makes the folder of the package a wheel: dist-info with METADATA, WHEEL and RECORD; with --zip the wheel too.

    wheel.py FOLDER VERSION SOURCE [--zip]

FOLDER holds annal/, SOURCE the licences. Source: PEP 427, PEP 376. Standard library only; no clock: the same package is the same wheel.
"""
import base64
import hashlib
import os
import shutil
import sys
import sysconfig
import zipfile


def tag():
    python = "cp%d%d" % sys.version_info[:2]
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    return "%s-%s-%s" % (python, python, platform)


def record(folder, names):
    lines = []
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append("%s,sha256=%s,%d" % (name, digest, len(data)))
    return lines


def main(folder, version, source, *options):
    info = "annal-%s.dist-info" % version
    shutil.rmtree(os.path.join(folder, info), ignore_errors=True)
    os.makedirs(os.path.join(folder, info))
    with open(os.path.join(folder, info, "METADATA"), "w") as file:
        file.write("Metadata-Version: 2.1\nName: annal\nVersion: %s\n"
                   "Summary: Reads a text and builds its timeline\nRequires-Python: >=3.8\n"
                   "Provides-Extra: dask\nRequires-Dist: distributed; extra == 'dask'\n" % version)
    with open(os.path.join(folder, info, "WHEEL"), "w") as file:
        file.write("Wheel-Version: 1.0\nGenerator: annal\nRoot-Is-Purelib: false\nTag: %s\n" % tag())
    for licence in ("LICENSE", "NOTICES"):
        shutil.copyfile(os.path.join(source, licence), os.path.join(folder, info, licence))
    names = [os.path.join(part, name) for part in ("annal", info) for name in sorted(os.listdir(os.path.join(folder, part)))
             if not name.startswith("__pycache__")]
    with open(os.path.join(folder, info, "RECORD"), "w") as file:
        file.write("\n".join(record(folder, names) + ["%s/RECORD,," % info]) + "\n")
    if "--zip" in options:
        wheel = os.path.join(folder, "annal-%s-%s.whl" % (version, tag()))
        with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names + [os.path.join(info, "RECORD")]:
                with open(os.path.join(folder, name), "rb") as file:
                    entry = zipfile.ZipInfo(name)
                    entry.external_attr = 0o644 << 16
                    archive.writestr(entry, file.read(), zipfile.ZIP_DEFLATED)
        print(wheel)


if __name__ == "__main__":
    main(*sys.argv[1:])
