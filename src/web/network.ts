/** The neighbourhood of an address, by which attempts are counted. */
import { isIPv4, isIPv6 } from 'node:net';

/** A /24, or a /64 written out in full: one machine changes its last part at will. An IPv4 address inside IPv6 is that IPv4. */
export function networkOf(ip: string): string {
  if (isIPv4(ip)) return ip.split('.').slice(0, 3).join('.');
  if (!isIPv6(ip)) return 'unknown';
  const bare = ip.split('%', 1)[0] ?? ip;
  const inside = /^(?:0*:)*:?(?:ffff:)(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (inside !== undefined && isIPv4(inside)) return networkOf(inside);
  const [before = '', after] = bare.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [head, tail] = [groups(before), groups(after ?? '')];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length - (bare.includes('.') ? 1 : 0));
  return [...head, ...new Array<string>(zeros).fill('0'), ...tail]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
