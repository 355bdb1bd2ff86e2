"""``policygraph serve``: serve a dataset to browsers and programs."""

import errno
import socket
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from policygraph.cli.console import CommandError, errors_reported, language_of, out
from policygraph.cli.options import LanguageOption, argument, option
from policygraph.endpoint.settings import Settings, from_environment
from policygraph.errors import reason

_DEFAULTS = Settings()
_ENDING_SECONDS = 5  # what a request under way gets to finish after Ctrl-C


def serve(
    dataset: Annotated[
        Path,
        argument(
            en="Folder of the dataset.", zh="数据集所在的文件夹。", envvar="POLICYGRAPH_DATASET"
        ),
    ] = _DEFAULTS.dataset,
    *,
    host: Annotated[
        str,
        option(
            en="Address to listen on; 0.0.0.0 for all of this machine's.",
            zh="监听的地址；写 0.0.0.0 则其他机器也能访问。",
            envvar="POLICYGRAPH_HOST",
        ),
    ] = _DEFAULTS.host,
    port: Annotated[
        int,
        option(
            "--port",
            "-p",
            min=0,
            max=65535,
            en="Port to listen on; 0 for a free one.",
            zh="监听的端口；写 0 则自动选用空闲端口。",
            envvar="POLICYGRAPH_PORT",
        ),
    ] = _DEFAULTS.port,
    timeout: Annotated[
        float,
        option(
            min=0.1,
            max=3600,
            en="Seconds a query may run.",
            zh="单次查询最长秒数。",
            envvar="POLICYGRAPH_QUERY_TIMEOUT",
        ),
    ] = _DEFAULTS.query_timeout,
    workers: Annotated[
        int,
        option(
            min=1,
            max=64,
            en="Queries that run at the same time.",
            zh="同时运行的查询数。",
            envvar="POLICYGRAPH_WORKERS",
        ),
    ] = _DEFAULTS.workers,
    log: Annotated[
        bool, option("--log", en="Print a line for each request.", zh="每个请求打印一行。")
    ] = False,
    language: LanguageOption = None,
) -> None:
    """Serve a dataset: pages, questions and a SPARQL 1.1 endpoint.

    启动服务：网页、问题与 SPARQL 1.1 端点。

    \b
    Example:
      policygraph serve data/build --port 8000
    """
    # the web takes as long to load as all that the other commands need
    import uvicorn  # noqa: PLC0415

    from policygraph.endpoint.app import create_app  # noqa: PLC0415

    tongue = language_of(language)
    with errors_reported(tongue):
        settings = replace(
            from_environment(),
            dataset=dataset,
            host=host,
            port=port,
            query_timeout=timeout,
            workers=workers,
        )
        app = create_app(settings)
        listener = _listen(host, port, dataset)
    with listener:
        end = "按 Ctrl-C 结束" if tongue == "zh" else "Ctrl-C ends it"
        out.print(f"{dataset}: {_address(listener)} ({end})")
        config = uvicorn.Config(
            app,
            ws="none",
            lifespan="on",
            server_header=False,
            log_level="info" if log else "warning",
            timeout_graceful_shutdown=_ENDING_SECONDS,
            h11_max_incomplete_event_size=settings.max_query_bytes + (64 << 10),
        )
        with suppress(KeyboardInterrupt):  # how uvicorn hands Ctrl-C on once it has ended
            uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int, dataset: Path) -> socket.socket:
    """Take the port before anything is started; where that fails, say why and end."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        where = f"{host}:{port}"
        if error.errno == errno.EADDRINUSE:
            raise CommandError(
                zh=f"{where}：端口 {port} 已被占用；请结束占用它的程序，"
                f"或换一个端口：policygraph serve {dataset} --port {port % 65535 + 1}",
                en=f"{where}: port {port} is in use; end the program that uses it,"
                f" or choose another: policygraph serve {dataset} --port {port % 65535 + 1}",
            ) from error
        if error.errno == errno.EACCES:
            raise CommandError(
                zh=f"{where}：不允许使用端口 {port}；请在 1024 至 65535 之间选择",
                en=f"{where}: port {port} may not be used; choose one of 1024 to 65535",
            ) from error
        why = reason(error)
        raise CommandError(
            zh=f"{where}：无法在此监听（{why.zh}）；请检查 --host",
            en=f"{where}: cannot listen there ({why.en}); check --host",
        ) from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
