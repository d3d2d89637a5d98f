import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Why an address that a secret holds is not posted to: nothing of the secret is in it. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/**
 * Checks the address that a notification is posted to: `https:`, no user in it, and not one of the network that the runner
 * is in, unless its host is allowed by name. A host name is checked again when it is looked up. Throws RefusedAddress.
 */
export function checkAddress(text: string, allowedHosts: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) {
    throw new RefusedAddress('it is not an address');
  }
  if (url.username !== '' || url.password !== '') {
    throw new RefusedAddress('it has a user or a password in it');
  }
  if (isAllowed(url, allowedHosts)) {
    return url;
  }
  if (url.protocol !== 'https:') {
    throw new RefusedAddress('it does not begin with https:');
  }
  const host = bareHost(url);
  if (ipaddr.isValid(host) && !isPublic(host)) {
    throw new RefusedAddress('it is an address of a private network');
  }
  return url;
}

/** A lookup that gives only public addresses, so that no name leads into the runner's network when it is connected to. */
export function publicLookup(url: URL, allowedHosts: readonly string[]): LookupFunction {
  return (host, options, answer) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      const addresses = (found ?? []) as LookupAddress[];
      const usable = isAllowed(url, allowedHosts) ? addresses : addresses.filter(({ address }) => isPublic(address));
      const [first] = usable;
      if (error !== null || first === undefined) {
        answer(error ?? new RefusedAddress('its name leads into a private network'), '', 0);
      } else if (options.all === true) {
        answer(null, usable);
      } else {
        answer(null, first.address, first.family);
      }
    });
  };
}

function isAllowed(url: URL, allowedHosts: readonly string[]): boolean {
  return /^https?:$/.test(url.protocol) && allowedHosts.some((host) => host.toLowerCase() === bareHost(url));
}

/** The host as the URL has it, an IPv6 address without its brackets. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** Addresses of a cloud's own that look like any other: Azure's platform, which hosted runners reach. */
const PLATFORM = new Set(['168.63.129.16']);

/** Global addresses of IPv6; what is outside of it is special, in ways old and new. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** `unicast` is what no list of special addresses has; one of IPv4 within IPv6 counts as what it is. */
function isPublic(text: string): boolean {
  const address = ipaddr.process(text);
  return (
    !PLATFORM.has(address.toString()) &&
    address.range() === 'unicast' &&
    (address.kind() === 'ipv4' || address.match(GLOBAL_IPV6))
  );
}
