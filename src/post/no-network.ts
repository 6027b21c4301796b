/**
 * Imported first by every child that opens strangers' files: from here on nothing in this process connects anywhere by
 * Node's own means. It is the inner of two walls (src/post/apart.ts), and the only one where a system has no other.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refuse = (): never => {
  throw new Error('there is no network here');
};

net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.createSocket = refuse;
for (const resolver of [dns, dns.promises] as unknown as Record<string, unknown>[]) {
  for (const [name, value] of Object.entries(resolver)) {
    if (typeof value === 'function' && /^(lookup|resolve|reverse)/.test(name)) resolver[name] = refuse;
  }
}
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
syncBuiltinESMExports();
