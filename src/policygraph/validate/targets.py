"""Shapes -> the same shapes, spelled so that pySHACL evaluates them in fewer rounds.

pySHACL runs a property shape that a node shape holds once for each focus node, and one that has
targets of its own once for all of them. The results are the same: a property shape has the focus
nodes of the node shape that holds it (SHACL, sections 2.1.3 and 4.7.1).
"""

import rdflib
from rdflib.namespace import SH

_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)


def with_own_targets(shapes: rdflib.Graph) -> rdflib.Graph:
    """Give shapes whose property shapes have the targets of the node shape that holds them.

    A property shape stays where it is if another shape refers to it or to its node shape, or if
    one of the two is deactivated.
    """
    spelled = rdflib.Graph()
    for triple in shapes:
        spelled.add(triple)
    for holder, held in shapes.subject_objects(SH.property):
        targets = [(kind, each) for kind in _TARGETS for each in shapes.objects(holder, kind)]
        if not targets or not _is_held_alone(holder, held, shapes):
            continue
        spelled.remove((holder, SH.property, held))
        for kind, each in targets:
            spelled.add((held, kind, each))
    return spelled


def _is_held_alone(holder: rdflib.term.Node, held: rdflib.term.Node, shapes: rdflib.Graph) -> bool:
    """Say whether ``holder`` alone reaches ``held``, and is reached by its targets alone."""
    return (
        len(list(shapes.subjects(None, held))) == 1
        and not any(shapes.subjects(None, holder))
        and not any((held, kind, None) in shapes for kind in _TARGETS)
        and (holder, SH.deactivated, None) not in shapes
        and (held, SH.deactivated, None) not in shapes
    )
