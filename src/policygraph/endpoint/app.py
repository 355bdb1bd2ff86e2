"""Settings -> application: opens the dataset, registers routes, error answers and headers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from policygraph.assets import asset_dir
from policygraph.endpoint.handlers import on_error, on_http_error, on_unexpected, on_validation
from policygraph.endpoint.http.headers import SecurityHeaders
from policygraph.endpoint.routes import (
    changed,
    findings,
    home,
    questions,
    reconcile,
    resources,
    search,
    sparql,
    tasks,
)
from policygraph.endpoint.service import Service
from policygraph.endpoint.settings import Settings
from policygraph.errors import PolicyGraphError


def create_app(settings: Settings) -> FastAPI:
    """Make the application that serves one dataset.

    The processes that run queries start with the application and end with it.

    Raises:
        DatasetError: the folder is no dataset that can be opened.
    """
    service = Service(settings)
    app = FastAPI(
        title="policygraph",
        summary="Questions, pages and SPARQL over a graph of policy documents",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.service = service
    for module in (home, search, findings, changed, tasks, questions, reconcile, resources, sparql):
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=asset_dir("web") / "static"), name="static")
    app.add_exception_handler(PolicyGraphError, on_error)
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(RequestValidationError, on_validation)
    app.add_exception_handler(Exception, on_unexpected)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["Accept", "Content-Type"],
        expose_headers=["Content-Type", "Link"],
    )
    app.add_middleware(SecurityHeaders)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    service: Service = app.state.service
    await run_in_threadpool(service.current().pool.warm)
    try:
        yield
    finally:
        await run_in_threadpool(service.close)
