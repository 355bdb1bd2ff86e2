"""``manifest.json`` of a dataset: hashes of its graphs, what they are made of, and counts."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from policygraph.errors import DatasetError, reason

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a dataset holds.

    Attributes:
        root: SHA-256 over the hashes of all graphs; two equal datasets have equal roots.
        base: base IRI of the data.
        graphs: shard (path under ``graphs/``) -> SHA-256 of its bytes.
        versions: of software, record format, ontology and registry.
        counts: documents, clauses, responsibilities, citations, quads, findings.
        conforms: the shapes and verify queries found no violation; None: not checked.
    """

    root: str
    base: str
    graphs: dict[str, str]
    versions: dict[str, str]
    counts: dict[str, int]
    conforms: bool | None = None
    format: int = FORMAT


_MANIFEST: TypeAdapter[Manifest] = TypeAdapter(Manifest)


def read_manifest(path: Path) -> Manifest:
    """Read the manifest of a dataset.

    Raises:
        DatasetError: ``path`` is no dataset, or was written by a newer program.
    """
    file = path / "manifest.json"
    try:
        data = json.loads(file.read_bytes())
        if data["format"] != FORMAT:
            raise DatasetError(
                zh=f"数据集 {path} 的格式为 {data['format']}，本程序读取的是 {FORMAT}；"
                "请重新构建数据集",
                en=f"{path}: dataset format {data['format']}, this program reads {FORMAT};"
                " build the dataset again",
            )
        return _MANIFEST.validate_python(data)
    except FileNotFoundError as error:
        raise DatasetError(
            zh=f"{path} 不是数据集（没有 manifest.json）；"
            f"请先构建：policygraph build 文件或文件夹 --out {path}",
            en=f"{path}: not a dataset (it has no manifest.json);"
            f" make one with: policygraph build PATH... --out {path}",
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise DatasetError(
            zh=f"数据集清单 {file} 无法读取（{place}：{first['msg']}）；请重新构建数据集",
            en=f"{file}: cannot be read ({place}: {first['msg']}); build the dataset again",
        ) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        why = reason(error)
        raise DatasetError(
            zh=f"数据集清单 {file} 无法读取（{why.zh}）；请重新构建数据集",
            en=f"{file}: cannot be read ({why.en}); build the dataset again",
        ) from error


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write or replace the manifest of a dataset, at once."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    beside = path / f".manifest-{os.getpid()}"
    beside.write_bytes(text.encode())
    beside.replace(path / "manifest.json")


def root_hash(graphs: Mapping[str, str]) -> str:
    """Hash the hashes of all graphs, in the order of their names."""
    listing = "".join(f"{digest}  {name}\n" for name, digest in sorted(graphs.items()))
    return hashlib.sha256(listing.encode()).hexdigest()
