/**
 * A host that a landlord names is looked up, each of its addresses is checked, and the connection goes to an address that
 * was checked: a name that answers differently the second time leads nowhere else. This machine, the networks around it
 * and the cloud's own addresses are refused, unless the environment of the operator allows them (PUTRIGHT_ALLOW_HOSTS).
 */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { domainToASCII } from 'node:url';

export interface HostRules {
  /** Names, addresses and ranges that the operator allows: mail.internal, 127.0.0.1, 10.1.0.0/16, each with a port or without. */
  readonly allow: readonly string[];
  /** How names are looked up; the machine's own way when it is left out. */
  readonly lookUp?: (name: string) => Promise<readonly string[]>;
}

export type CheckedHost =
  /** Connect to `address`; `servername` is what its certificate must name. */
  | { readonly ok: true; readonly address: string; readonly servername: string }
  | { readonly ok: false; readonly why: string };

const reserved = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  reserved.addSubnet(net, bits, 'ipv4');
}
const publicIpv6 = new BlockList();
publicIpv6.addSubnet('2000::', 3, 'ipv6');
const reservedIpv6 = new BlockList();
for (const [net, bits] of [
  // Teredo, benchmarks, documentation, and 6to4, which leads to an IPv4 address of the sender's choice.
  ['2001::', 32],
  ['2001:2::', 48],
  ['2001:10::', 28],
  ['2001:20::', 28],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  reservedIpv6.addSubnet(net, bits, 'ipv6');
}

/** Whether an address belongs to the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reserved.check(address, 'ipv4');
  // What is not global unicast is loopback, link-local, private, mapped, translated or nothing yet.
  return isIP(address) === 6 && publicIpv6.check(address, 'ipv6') && !reservedIpv6.check(address, 'ipv6');
}

/** Looks a host up and says which of its addresses may be connected to, or in one sentence why none. */
export async function checkHost(host: string, port: number, rules: HostRules): Promise<CheckedHost> {
  const name = tidy(host);
  if (name === undefined) return no('This is not the name of a server: write it like mail.example.org.');
  if (!Number.isInteger(port) || port < 1 || port > 65535) return no('The port must be a number from 1 to 65535.');
  let found: readonly string[];
  try {
    found = isIP(name) ? [name] : await (rules.lookUp ?? machine)(name);
  } catch {
    found = [];
  }
  if (found.length === 0) return no(`No server of the name ${name} was found: check how it is written.`);
  const allowed = rules.allow.some((entry) => namesIt(entry, name, port));
  const inside = found.find((address) => !isPublicAddress(address) && !allowed && !allowsAddress(rules, address, port));
  if (inside !== undefined)
    return no(
      `${name} leads to an address inside this network, which is not allowed: whoever runs this system can allow it.`,
    );
  // Of a name with both kinds the older comes first: some machines have no way out by the newer.
  const address = found.find((one) => isIPv4(one)) ?? found[0] ?? '';
  return { ok: true, address, servername: isIP(name) ? '' : name };
}

async function machine(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

function tidy(host: string): string | undefined {
  const plain = host.trim().replace(/^\[(.*)\]$/, '$1');
  if (isIP(plain)) return plain.includes('%') ? undefined : plain;
  if (plain === '' || plain.length > 253 || /[\s/@:?#\\]/.test(plain)) return undefined;
  const ascii = domainToASCII(plain).toLowerCase().replace(/\.$/, '');
  return /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/.test(ascii)
    ? ascii
    : undefined;
}

function namesIt(entry: string, name: string, port: number): boolean {
  const { what, port: only } = entryOf(entry);
  return what.toLowerCase() === name && (only === undefined || only === port);
}

function allowsAddress(rules: HostRules, address: string, port: number): boolean {
  return rules.allow.some((entry) => {
    const { what, port: only } = entryOf(entry);
    if (only !== undefined && only !== port) return false;
    const [net, bits] = what.split('/');
    if (net === undefined || isIP(net) === 0) return false;
    const kind = isIPv4(net) ? 'ipv4' : 'ipv6';
    const range = new BlockList();
    const most = kind === 'ipv4' ? 32 : 128;
    const length = bits === undefined ? most : Number(bits);
    if (!Number.isInteger(length) || length < 0 || length > most) return false;
    range.addSubnet(net, length, kind);
    return range.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  });
}

/** mail.internal:1143, [::1]:1143, 10.0.0.0/8, ::1 */
function entryOf(entry: string): { what: string; port: number | undefined } {
  const bracketed = /^\[([^\]]+)\](?::(\d+))?$/.exec(entry);
  if (bracketed) return { what: bracketed[1] ?? '', port: bracketed[2] ? Number(bracketed[2]) : undefined };
  const parts = entry.split(':');
  if (parts.length !== 2) return { what: entry, port: undefined };
  return { what: parts[0] ?? '', port: Number(parts[1]) };
}

function no(why: string): CheckedHost {
  return { ok: false, why };
}
