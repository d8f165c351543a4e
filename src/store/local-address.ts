import { BlockList, isIP } from 'node:net';

/**
 * Addresses that lead into the machine or its own network: loopback, link-local, private, shared, and what is no single
 * host of the internet (IANA's special-purpose registries, RFC 6890).
 */
const FOUR: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];
const SIX: readonly (readonly [string, number])[] = [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
];
/** Where an IPv4 address stands in an IPv6 one: compatible, mapped, translated (RFC 6052, 8215), and 6to4 (RFC 3056). */
const EMBEDDED: readonly (readonly [(hex: string) => string, number])[] = [
  [(hex) => `::${hex}`, 96],
  [(hex) => `::ffff:${hex}`, 96],
  [(hex) => `64:ff9b::${hex}`, 96],
  [(hex) => `64:ff9b:1::${hex}`, 96],
  [(hex) => `2002:${hex}::`, 16],
];

const local = new BlockList();
for (const [address, bits] of FOUR) {
  local.addSubnet(address, bits, 'ipv4');
  const hex = address
    .split('.')
    .map((byte) => Number(byte).toString(16).padStart(2, '0'))
    .join('')
    .replace(/^.{4}/, '$&:');
  for (const [place, before] of EMBEDDED) local.addSubnet(place(hex), before + bits, 'ipv6');
}
for (const [address, bits] of SIX) local.addSubnet(address, bits, 'ipv6');

/** Whether an IP address, as a socket has it, leads into the machine or its own network; what is no address counts as one. */
export function isLocalAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = isIP(bare);
  return family === 0 || local.check(bare, family === 4 ? 'ipv4' : 'ipv6');
}
