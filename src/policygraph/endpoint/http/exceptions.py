"""What can be wrong with a request, apart from the query itself (``policygraph.errors``).

PolicyGraphError
+-- RequestError          the request cannot be understood               400
|   +-- NothingHere          no such page, question or resource           404
|   +-- NotAcceptable        none of the formats asked for is offered     406
|   +-- RequestTooLarge      the query is longer than allowed             413
|   +-- UnsupportedMedia     the body is of a type that is not read       415
|   +-- UpdateRefused        the service is read only                     403
|   +-- FederationRefused    SERVICE would send requests from this host   403
+-- ServiceError          the service cannot answer now
    +-- Busy                 all workers are at work                      503
    +-- WorkerFailed         the process that ran the query ended         500
"""

from policygraph.errors import PolicyGraphError


class RequestError(PolicyGraphError):
    """The request cannot be understood; the message names the parameter."""


class NothingHere(RequestError):
    """There is no such page, question or resource."""


class NotAcceptable(RequestError):
    """None of the formats asked for is offered; the message lists those that are."""


class RequestTooLarge(RequestError):
    """The request is longer than the service reads."""


class UnsupportedMedia(RequestError):
    """The body of the request has a media type that is not read."""


class UpdateRefused(RequestError):
    """An update was asked for; the service only reads."""


class FederationRefused(RequestError):
    """A query holds SERVICE, which would make this host send requests to others."""


class ServiceError(PolicyGraphError):
    """The service cannot answer this request at this time."""


class Busy(ServiceError):
    """Too many queries are running or waiting."""


class WorkerFailed(ServiceError):
    """The process that ran the query ended without an answer."""
