#!/usr/bin/env python3
"""Packs each folder of zip-sources/ into class/NAME.zip, the same bytes on every machine.

`zip-sources/farid/nn-homework/...` becomes farid.zip with the one folder around its files (and what macOS adds to
such an archive); `zip-sources/tariq/...` becomes tariq.zip with the files at its top.
"""

import zipfile
from pathlib import Path

HERE = Path(__file__).parent
DATE = (2025, 1, 1, 0, 0, 0)


def add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, DATE)
    info.create_system = 3
    info.external_attr = 0o100644 << 16
    info.compress_type = zipfile.ZIP_STORED
    archive.writestr(info, data)


for source in sorted((HERE / "zip-sources").iterdir()):
    files = sorted(path for path in source.rglob("*") if path.is_file())
    with zipfile.ZipFile(HERE / "class" / f"{source.name}.zip", "w") as archive:
        for path in files:
            name = path.relative_to(source).as_posix()
            add(archive, name, path.read_bytes())
            if "/" in name:
                add(archive, f"__MACOSX/{Path(name).parent}/._{path.name}", b"\0\5\x16\7\0\2\0\0Mac OS X")
