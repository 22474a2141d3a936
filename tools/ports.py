"""See that a port is free before anything slow starts."""

import os
import socket
import sys

HOST = "127.0.0.1"
# Rasa at 5005 and its action server at 5055, and a second installation beside it
# needs only one other number.
ACTION_PORT_OFFSET = 50


class PortProblem(Exception):
    """A port cannot be used; the message is one line for the user."""


def read_ports(port: str) -> tuple[int, int]:
    """Turn what the user typed into the ports of Rasa and of its action server.

    Raises PortProblem when it is no port number. ACTION_PORT in the environment
    replaces the second.
    """
    action = os.environ.get("ACTION_PORT")
    try:
        numbers = int(port), int(action or int(port) + ACTION_PORT_OFFSET)
    except ValueError:
        numbers = (0, 0)
    if not all(0 < number < 65536 for number in numbers) or len(set(numbers)) < 2:
        raise PortProblem(
            f"PORT={port} will not do: give a number from 1 to "
            f"{65535 - ACTION_PORT_OFFSET}, as in: make run PORT=5005"
        )
    return numbers


def require_free(port: int) -> None:
    """Raise PortProblem when something listens on this port of this machine."""
    with socket.socket() as caller:
        in_use = caller.connect_ex((HOST, port)) == 0
    with socket.socket() as listener:
        # As servers do, so that a port that was just closed counts as free.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except PermissionError:
            raise PortProblem(f"Port {port} is not for you to open.") from None
        except OSError:
            in_use = True
    if in_use:
        raise PortProblem(
            f"Port {port} is in use: stop what runs there, or choose another one, "
            "as in: make run PORT=5010"
        )


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        port: int = one.getsockname()[1]
        return port


def main(argv: list[str]) -> int:
    """Check the ports that go with `argv[0]`; returns the exit code."""
    try:
        for port in read_ports(argv[0]):
            require_free(port)
    except PortProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
