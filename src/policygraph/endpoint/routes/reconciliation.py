"""Agencies for a reconciliation client: manifest, matches, suggestions and further values.

Reconciliation Service API 0.2 (W3C Entity Reconciliation Community Group). An entity is a body of
the registry: its id is the rest of its IRI behind ``identifierSpace``.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from policygraph.endpoint.http.exceptions import RequestError
from policygraph.export.reconcile import Reconciler
from policygraph.model.reform import KIND_WORDS, Body
from policygraph.rdf.iri import segment, unsegment
from policygraph.rdf.vocabulary import PG
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import is_listed
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.standing import Standing
from policygraph.resolve.suggest import names_beginning

MAX_BATCH = 500  # queries, or ids, in one request
_MAX_NAME = 200  # characters
_MOST = 50  # candidates of one query
_TYPE = {"id": "Agency", "name": "机构 / agency"}

_Told = Callable[[Body, Standing, Registry], list[str]]
_PROPERTIES: dict[str, tuple[str, _Told]] = {
    "name_now": ("现名称", lambda _, found, __: [body.name for body in found.now]),
    "stands": ("是否沿用", lambda _, found, __: [found.stands.value]),
    "reason": ("说明", lambda _, found, __: [found.reason]),
    "change": ("变动类型", lambda _, found, __: [KIND_WORDS[r.kind][0] for r in found.hops]),
    "change_date": ("变动日期", lambda _, found, __: [str(r.when) for r in found.hops]),
    "basis": ("依据", lambda _, found, __: [r.formal_basis for r in found.hops]),
    "candidates": ("可能的机构", lambda _, found, __: [body.name for body in found.open]),
    "place": ("行政区划", lambda body, _, registry: [registry.places.full_name(body.place)]),
}


class Reconciliation:
    """The service without its routes.

    Attributes:
        registry: what is known of bodies.
        base: base IRI of the data.
    """

    def __init__(self, registry: Registry, base: str) -> None:
        self.registry = registry
        self.base = base
        self._lineage = Lineage(registry)

    def manifest(self, service: str) -> dict[str, Any]:
        """Describe the service (section 3); ``service`` is the address of /reconcile."""
        root = service.rpartition("/")[0]
        return {
            "versions": ["0.2"],
            "name": "policygraph: 机构 / agencies",
            "identifierSpace": f"{self.base}agency/",
            "schemaSpace": PG,
            "defaultTypes": [_TYPE],
            "view": {"url": f"{root}/id/agency/{{{{id}}}}"},
            "suggest": {"entity": {"service_url": service, "service_path": "/suggest/entity"}},
            "extend": {
                "propose_properties": {"service_url": service, "service_path": "/properties"},
                "property_settings": [
                    {
                        "name": "asOf", "label": "日期 / day", "type": "text", "default": "",
                        "help_text": "YYYY-MM-DD; 默认今天 / default today",
                    }
                ],
            },
        }  # fmt: skip

    def answer(self, queries: object) -> dict[str, Any]:
        """Match a batch of queries (section 4).

        Raises:
            RequestError: they are not of the form that the API describes.
        """
        batch = _mapping(queries, "queries")
        return {key: {"result": self._candidates(_mapping(q, key))} for key, q in batch.items()}

    def _candidates(self, query: Mapping[str, Any]) -> list[dict[str, Any]]:
        name = str(query.get("query", "")).strip()[:_MAX_NAME]
        near = self._place(query.get("properties"))
        limit = query.get("limit")
        most = min(limit, _MOST) if isinstance(limit, int) and limit > 0 else _MOST
        reconciler = Reconciler(self.registry, self._lineage, _today(), near)
        matched = reconciler.match(name)
        if matched.body:
            return [self._candidate(matched.body, 100.0, match=True)]
        known = [(body, fuzz.ratio(name, body.name)) for body in reconciler.nearest(name)]
        ranked = sorted(known, key=lambda pair: (-pair[1], pair[0]))[:most]
        return [self._candidate(body, round(score, 1), match=False) for body, score in ranked]

    def _candidate(self, body: Body, score: float, *, match: bool) -> dict[str, Any]:
        return {**self._entity(body), "type": [_TYPE], "score": score, "match": match}

    def _entity(self, body: Body) -> dict[str, Any]:
        place = self.registry.places.full_name(body.place)
        name = f"{segment(body.place)}/{segment(body.name)}"
        return {"id": name, "name": body.name, "description": place}

    def _place(self, properties: object) -> str | None:
        """Read the property ``place``: a code or the name of a division."""
        for each in properties if isinstance(properties, list) else []:
            if isinstance(each, dict) and each.get("pid") == "place":
                value = each.get("v")
                text = str(value[0] if isinstance(value, list) and value else value)
                found = self.registry.places.at_start(text)
                if self.registry.places.get(text):
                    return text
                return found[0].code if found else None
        return None

    def suggest(self, prefix: str) -> dict[str, Any]:
        """Give bodies whose names begin with what was typed (section 6)."""
        bodies = names_beginning(prefix.strip()[:_MAX_NAME], self.registry, _MOST)
        return {"result": [self._entity(body) for body in bodies]}

    def properties(self, type_id: str, limit: int) -> dict[str, Any]:
        """Give the properties by which a table can be extended (section 7.1)."""
        listed = [{"id": key, "name": name} for key, (name, _) in _PROPERTIES.items()]
        return {"type": type_id, "limit": limit, "properties": listed[:limit]}

    def extend(self, query: object) -> dict[str, Any]:
        """Give values of bodies (section 7.2).

        Raises:
            RequestError: it is not of the form that the API describes.
        """
        asked = _mapping(query, "extend")
        ids, properties = asked.get("ids"), asked.get("properties")
        if not isinstance(ids, list) or not isinstance(properties, list) or len(ids) > MAX_BATCH:
            raise RequestError(
                zh=f"参数 extend 请给出 ids（至多 {MAX_BATCH} 项）和 properties 两个列表",
                en=f"extend: give ids (at most {MAX_BATCH}) and properties, two lists",
            )
        wanted = [_mapping(each, "properties") for each in properties[: len(_PROPERTIES)]]
        known = [(str(p.get("id")), _day_of(p)) for p in wanted if p.get("id") in _PROPERTIES]
        return {
            "meta": [{"id": key, "name": _PROPERTIES[key][0]} for key, _ in known],
            "rows": {str(each): self._values(str(each), known) for each in ids},
        }

    def _values(self, name: str, known: list[tuple[str, str]]) -> dict[str, list[dict[str, str]]]:
        place, _, rest = name.partition("/")
        body = Body(unsegment(place), unsegment(rest))
        if not is_listed(body, self.registry):
            return {key: [] for key, _ in known}
        values = {}
        for key, day in known:
            standing = self._lineage.standing(body, day)
            told = _PROPERTIES[key][1](body, standing, self.registry)
            values[key] = [{"str": each} for each in told]
        return values


def _mapping(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict) or len(value) > MAX_BATCH:
        raise RequestError(
            zh=f"参数 {name} 请给出至多 {MAX_BATCH} 项的 JSON 对象",
            en=f"{name}: give a JSON object of at most {MAX_BATCH} entries",
        )
    return value


def _day_of(asked: Mapping[str, Any]) -> str:
    """Read the setting ``asOf`` of a property.

    Raises:
        RequestError: it is no day.
    """
    settings = asked.get("settings")
    day = str(settings.get("asOf") or "") if isinstance(settings, dict) else ""
    try:
        return date.fromisoformat(day).isoformat() if day else _today()
    except ValueError as error:
        raise RequestError(
            zh=f"参数 asOf 的值“{day[:40]}”不是日期；请写作 YYYY-MM-DD",
            en=f"asOf: {day[:40]!r} is no day; write YYYY-MM-DD",
        ) from error


def _today() -> str:
    return date.today().isoformat()
