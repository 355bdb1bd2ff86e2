"""An OFD -> its text.

``OFD.xml`` names documents, each of them its pages, and each page its layers and templates. What
is set upon the pages later is no part of the text: annotations (watermarks among them), signatures
and seals.
"""

from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from policygraph.model.source import Notice
from policygraph.text.inputs.characters import visible
from policygraph.text.inputs.child import serve
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.ofd.package import ROOT, Package
from policygraph.text.inputs.ofd.pages import Allowance, Page, drawn_page, page_size
from policygraph.text.inputs.ofd.xml import all_below, below, is_off, words
from policygraph.text.inputs.pages.document import check_length, pages_text
from policygraph.text.inputs.pages.page import PrintedPage, printed_page

_MOST_NOTICES = 20  # of one kind
_Units = dict[str, Element]


def ofd_text(data: bytes, name: str) -> Extracted:
    """Give the text of an OFD: a paragraph or a printed line a line, a row of a table a line.

    Page numbers and running heads are left out; pages that are pictures, and files that are
    attached, are told of.

    Raises:
        SourceError: it is locked, damaged, too long, a scan, or does not say which characters it
            prints.
    """
    package = Package(data, name)
    documents = [_Document(package, *part) for part in _roots(package)]
    total = sum(document.count() for document in documents)
    check_length(total, name)
    if not total:
        raise package.damaged()
    allowance = Allowance(name)
    printed: list[list[PrintedPage]] = []
    for document in documents:
        printed.append(document.printed(sum(map(len, printed)) + 1, allowance))
    found = pages_text(printed, name)
    told = chain.from_iterable(document.notices() for document in documents)
    return Extracted(found.text, (*found.notices, *told))


def _roots(package: Package) -> Iterator[tuple[str, Element]]:
    """Give the root of each document (7.4), in the version that is current (19)."""
    path, root = package.part(ROOT, "")
    for body in all_below(root, "DocBody"):
        beside, location = path, words(below(body, "DocRoot"))
        current = (
            version.get("BaseLoc", "")
            for version in all_below(body, "Versions", "Version")
            if (version.get("Current") or "").lower() in {"true", "1"}
        )
        for place, version in package.parts(current, path):
            beside, location = place, words(below(version, "DocRoot")) or location
        yield package.part(location, beside)


class _Document:
    """A document of an OFD (7.5)."""

    def __init__(self, package: Package, path: str, root: Element) -> None:
        self._package = package
        self._path = path
        self._root = root
        self._common = below(root, "CommonData")
        self._missing = 0
        self._templates: dict[str, tuple[Element, _Units]] = {}

    def count(self) -> int:
        """Give how many pages it has."""
        return sum(1 for _ in all_below(self._root, "Pages", "Page"))

    def printed(self, first: int, allowance: Allowance) -> list[PrintedPage]:
        """Give what its pages print.

        Args:
            first: number of its first page in the file.
            allowance: what the file may still draw.
        """
        pages: list[PrintedPage] = []
        units = self._units(self._path, self._common, "PublicRes", "DocumentRes")
        for number, entry in enumerate(all_below(self._root, "Pages", "Page"), first):
            page = self._page(number, entry.get("BaseLoc", ""), units)
            drawn, missing = drawn_page(page, allowance)
            pages.append(printed_page(drawn))
            self._missing += missing
        return pages

    def notices(self) -> Iterator[Notice]:
        """Tell of what is in the file and not in its text."""
        if self._missing:
            yield Notice("source.part-not-read", f"CompositeObject {self._missing}")
        locations = [words(below(self._root, "Attachments"))]
        told = 0
        for _, attachments in self._package.parts(locations, self._path):
            for one in all_below(attachments, "Attachment"):
                if told < _MOST_NOTICES and not is_off(one, "Visible"):
                    told += 1
                    yield Notice("source.part-not-read", f"Attachment {_called(one)}")

    def _page(self, number: int, location: str, units: _Units) -> Page:
        """Give a page with the layers of its templates (7.7)."""
        path, page = self._package.part(location, self._path)
        used = [template.get("TemplateID", "") for template in all_below(page, "Template")]
        templates = [self._template(key) for key in used]
        every = {**units, **self._units(path, page, "PageRes")}
        for _, others in templates:
            every.update(others)
        parts = [page, *(template for template, _ in templates)]
        areas = (below(part, "Area") for part in parts)
        return Page(
            number=number,
            size=page_size(*areas, below(self._common, "PageArea")),
            contents=tuple(found for part in parts for found in all_below(part, "Content")),
            units=every,
        )

    def _template(self, key: str) -> tuple[Element, _Units]:
        """Give a template by its number, and its composite objects; each is read once."""
        if key not in self._templates:
            entries = all_below(self._common, "TemplatePage")
            location = next((e.get("BaseLoc", "") for e in entries if e.get("ID") == key), "")
            path, template = self._package.part(location, self._path)
            self._templates[key] = template, self._units(path, template, "PageRes")
        return self._templates[key]

    def _units(self, path: str, element: Element | None, *kinds: str) -> _Units:
        """Give the composite objects (13) of the resources (7.9) that an element names."""
        locations = [words(entry) for kind in kinds for entry in all_below(element, kind)]
        return {
            unit.get("ID", ""): unit
            for _, resources in self._package.parts(locations, path)
            for unit in all_below(resources, "*", "*")
            if below(unit, "Content") is not None
        }


def _called(attachment: Element) -> str:
    name, ending = (visible(attachment.get(key) or "").strip() for key in ("Name", "Format"))
    return f"{name} ({ending})" if ending and not name.endswith(f".{ending}") else name


if __name__ == "__main__":
    serve(ofd_text)
