"""Where the folders that lie outside the package are: ontology/, queries/, data/, web/.

In an installed wheel they lie in ``policygraph/_assets/``; in a checkout at its top.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset_dir(name: str) -> Path:
    """Give the folder ``name`` (``ontology``, ``queries``, ``data/registry``, ...).

    Raises:
        FileNotFoundError: the installation is broken: neither place holds it.
    """
    for root in (_PACKAGE / "_assets", _PACKAGE.parents[1]):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(
        f"policygraph is installed without its folder {name!r}; reinstall it"
        f" / policygraph 的安装缺少文件夹“{name}”；请重新安装"
    )
