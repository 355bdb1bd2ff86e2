"""The file of --out, before anything is read for it."""

from collections.abc import Sequence
from pathlib import Path

from policygraph.cli.console import UsageError
from policygraph.text.files import find_files


def check_out(target: Path | None, endings: Sequence[str], read: Sequence[Path]) -> None:
    """See that a file to be written has an ending that says what it is, and is none that is read.

    Args:
        target: the file; None: there is none.
        endings: what its name may end in, at least two.
        read: files that are read, and folders of them.

    Raises:
        UsageError: it has not, or is.
    """
    if target is None:
        return
    if target.suffix.lower() not in endings:
        raise UsageError(
            zh=f"文件 {target} 的扩展名不可用；请用 {'、'.join(endings[:-1])} 或 {endings[-1]}",
            en=f"{target}: name a file that ends in {', '.join(endings[:-1])} or {endings[-1]}",
            option="--out",
        )
    where = target.resolve()
    if target.exists() and any(where == each.resolve() for each in find_files(read)):
        raise UsageError(
            zh=f"文件 {target} 是要读取的文件，不能覆盖；请另起文件名",
            en=f"{target}: this is one of the documents that are read; name another file",
            option="--out",
        )
