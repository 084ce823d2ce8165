"""Which machines may be asked: those of the public web, by the address that is connected to."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from counterclaim.errors import NotFetched

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Allowed = Callable[[Address], bool]

LONGEST = 2_000  # characters of an address; browsers take little more
SCHEMES = ("http", "https")

# Ranges that are global by number and lead inward all the same: other protocols' wrappings of IPv4 addresses.
_WRAPPED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")))
# And ranges of old that single networks still use among themselves.
_OLD = tuple(map(ipaddress.ip_network, ("fec0::/10", "192.88.99.0/24")))


def public(address: Address) -> bool:
    """The address is one of the public internet: not private, loopback, link-local, reserved or a wrapping of such."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return public(address.ipv4_mapped)
        if any(address in network for network in _WRAPPED):
            return False
    if any(address in network for network in _OLD):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def checked(address: str) -> str:
    """The address without blanks around it, if it is one that may be fetched at all. Raises NotFetched."""
    plain = address.strip()
    if len(plain) > LONGEST or any(c.isspace() or not c.isprintable() for c in plain):
        raise NotFetched(f"{plain[:80]!r} is no web address: it is too long, or has blanks in it")
    try:
        parts = urlsplit(plain)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise NotFetched(f"{plain[:80]!r} is no web address: {error}") from error
    if parts.scheme.lower() not in SCHEMES or not host:
        raise NotFetched(f"{plain[:80]!r} is no web address; give one that begins with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise NotFetched(f"{host}: an address with a user's name or password in it is not fetched")
    return plain


def resolved(host: str, port: int, allowed: Allowed) -> Sequence[str]:
    """The numeric addresses of a host, looked up once. Raises NotFetched where any of them may not be asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"{host}: there is no such host") from error
    numbers = list(dict.fromkeys(str(item[4][0]).partition("%")[0] for item in found))
    for number in numbers:
        if not allowed(ipaddress.ip_address(number)):
            raise NotFetched(f"{host}: it is not on the public web, and is not asked")
    return numbers
