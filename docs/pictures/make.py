"""Draw the pictures of the handbook from the real pages: ``make pictures``; needs Chromium.

The samples are read, built and served as the handbook tells; a browser without a window takes each
page. A picture is of the program as it was on that day, so nothing compares it with the program.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from PIL import Image

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "data" / "samples"
REGISTRY = ("--registry", "data/samples/registry")
OLD, DRAFT = (f"data/samples/chenghu-{name}.txt" for name in ("ruogan-cuoshi", "xiugai-yijian"))
POLICY = "https://w3id.org/policygraph/id/policy/990100/澄政规/2023/5"
PORT = 8719
WIDTH = 1000
COLOURS = 64
BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
# The pages of the service, by the name of their picture, each with its height.
PAGES = {
    "home": ("/", 560),
    "question": (f"/question/duties-of-unit?unit={quote('澄湖市财政局')}", 760),
    "findings": ("/findings", 640),
    "unit": (f"/id/agency/990100/{quote('国家金融监督管理总局澄湖监管分局')}", 900),
    "tasks": (f"/tasks?iri={quote(POLICY, safe='')}", 640),
}


def run(*arguments: str, folder: Path) -> None:
    """Run a command of the program in Chinese."""
    command = [sys.executable, "-m", "policygraph", *arguments, "--language", "zh"]
    subprocess.run(command, cwd=folder, check=True)


def take(address: str, name: str, height: int, folder: Path) -> None:
    """Take the upper part of a page, in few colours."""
    taken = folder / f"{name}.png"
    size = f"--window-size={WIDTH},{height}"
    command = [*BROWSER, size, f"--screenshot={taken}", address]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    with Image.open(taken) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(HERE / f"{name}.png", optimize=True)


def wait(address: str) -> None:
    """Wait until the service answers."""
    for _ in range(100):
        try:
            urlopen(address).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"{address}: no answer")


def main() -> None:
    """Make all pictures."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copytree(SAMPLES, folder / "data" / "samples")
        run("show", OLD, *REGISTRY, "--html", "show.html", folder=folder)
        take(f"file://{folder}/show.html", "show", 900, folder)
        run("validate", DRAFT, "-f", "html", "-o", "validate.html", folder=folder)
        take(f"file://{folder}/validate.html", "validate", 310, folder)
        run("consolidate", OLD, DRAFT, *REGISTRY, "-o", "new.html", folder=folder)
        take(f"file://{folder}/new.html", "consolidate", 760, folder)
        run("build", "data/samples", *REGISTRY, "--out", "built", folder=folder)
        command = ["-m", "policygraph", "serve", "built", "--port", str(PORT), "--language", "zh"]
        serving = subprocess.Popen([sys.executable, *command], cwd=folder)
        try:
            wait(f"http://127.0.0.1:{PORT}/")
            for name, (path, height) in PAGES.items():
                mark = "&" if "?" in path else "?"
                take(f"http://127.0.0.1:{PORT}{path}{mark}lang=zh", name, height, folder)
        finally:
            serving.terminate()
            serving.wait()


if __name__ == "__main__":
    main()
