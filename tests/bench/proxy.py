"""A TCP proxy on this machine that makes every message late, as a far server would.

Run in a process of its own: `python proxy.py TARGET LISTEN SECONDS`.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float) -> None:
    """Pass bytes on ``delay`` seconds after they came, in order, without slowing the flow."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def write() -> None:
        while True:
            due, data = await queue.get()
            await asyncio.sleep(max(0.0, due - loop.time()))
            if not data:
                writer.close()
                return
            writer.write(data)
            await writer.drain()

    writing = asyncio.create_task(write())
    try:
        while data := await reader.read(65536):
            queue.put_nowait((loop.time() + delay, data))
    except ConnectionError:
        pass
    queue.put_nowait((loop.time() + delay, b""))
    await asyncio.gather(writing, return_exceptions=True)


async def _serve(target: int, listen: int, round_trip: float) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", target)
        await asyncio.gather(
            _pump(reader, back, round_trip / 2), _pump(there, writer, round_trip / 2)
        )

    server = await asyncio.start_server(handle, "127.0.0.1", listen)
    await server.serve_forever()


@contextmanager
def delayed(target: int, listen: int, round_trip: float) -> Iterator[str]:
    """Serve port ``target`` on ``listen`` with ``round_trip`` seconds added; yields its URL."""
    words = [sys.executable, __file__, str(target), str(listen), str(round_trip)]
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", listen)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listen}"
    finally:
        process.terminate()
        process.wait(10)


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
