"""Texts of help: Chinese and English beside each other in the source, one of them shown.

A text is paragraphs. One that begins with a Chinese character is Chinese, an example belongs to
both languages, and the others are English. So a docstring holds both as well as an option does.
"""

import inspect

_EXAMPLE = "Example:"


def both(*, en: str, zh: str) -> str:
    """Give one text of help, made of its two wordings.

    Args:
        en: in English.
        zh: in Chinese; each paragraph begins with a Chinese character.
    """
    return f"{en}\n\n{zh}"


def paragraphs(text: str, language: str) -> list[str]:
    """Give what a text says in ``zh`` or ``en``, each paragraph on one line.

    An example keeps its lines, the first of which is ``Example:``; it comes last, as it is found
    in the source.
    """
    found = inspect.cleandoc(text).replace("\b\n", "").split("\n\n")
    return [
        paragraph if is_example(paragraph) else _one_line(paragraph)
        for paragraph in found
        if is_example(paragraph) or _is_chinese(paragraph) is (language == "zh")
    ]


def is_example(paragraph: str) -> bool:
    """Tell an example from what is said."""
    return paragraph.startswith(_EXAMPLE)


def example_lines(paragraph: str) -> list[str]:
    """Give the commands of an example."""
    return [line.strip() for line in paragraph.splitlines()[1:]]


def summary(text: str) -> str:
    """Give the first paragraph of each language."""
    return both(en=paragraphs(text, "en")[0], zh=paragraphs(text, "zh")[0])


def _one_line(paragraph: str) -> str:
    lines = paragraph.splitlines()
    return ("" if _is_chinese(paragraph) else " ").join(line.strip() for line in lines)


def _is_chinese(paragraph: str) -> bool:
    return "\u4e00" <= paragraph[:1] <= "\u9fff"
